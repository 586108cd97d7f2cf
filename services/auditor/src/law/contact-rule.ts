import type { AnswerRule } from './answer-day.js';
import type { MoneyRule } from './money-by-law.js';
import type { LimitationRule } from './end-of-claim.js';
import type { Holidays } from './holidays.js';
import type { RuleHead } from './rule-head.js';
import type { AccelerationRule } from './unproved-accelerations.js';

/** What every such rule says of the contacts it speaks of. */
type Head = RuleHead & {
  override: string[];
  channels: string[];
  purposes: string[];
  parties?: string[] | undefined;
};

/** Times of day, local, `[from, to)`. */
export type Span = { days: string[]; from: string; to: string };
export type WindowRule = Head & {
  kind: 'contact-window';
  windows: Span[];
  closedOnHolidaysOf?: string | undefined;
  personsTimes: boolean;
};

export type Unit = 'attempt' | 'connected' | 'conversation' | 'communication' | 'visit';
type Counting = Head & {
  days: number;
  scope: string[];
  placeTypes?: string[] | undefined;
  exclusions: string[];
  consentDays?: number | undefined;
};
/** `rolling`: of so many times 24 hours; `stricter`: of those and of calendar days; absent: of calendar days. */
export type CapRule = Counting & {
  kind: 'frequency-cap';
  unit: Unit;
  limit: number;
  window?: 'calendar' | 'rolling' | 'stricter' | undefined;
};
export type CooldownRule = Counting & { kind: 'cooldown'; trigger: Unit; dayOneIsTriggerDay: boolean };

/** `grounds`: one of them must be so. `maxContacts` ever, or within `maxContactsDays` calendar days. */
export type PartyRule = Head & {
  kind: 'party-eligibility';
  parties: string[];
  mayBeFor: string[];
  grounds?: string[] | undefined;
  maxContacts?: number | undefined;
  maxContactsDays?: number | undefined;
};
/** `basis`: one of them must be at hand, no older than `basisDays`; of a handover `handoverNoticeDays` must have passed. */
export type PermissionRule = Head & {
  kind: 'channel-permission';
  placeTypes?: string[] | undefined;
  allowed: boolean;
  basis?: string[] | undefined;
  basisDays?: number | undefined;
  handoverNoticeDays?: number | undefined;
  optOut: 'medium' | 'all';
  officialAccountOnly: boolean;
  recordingRequired: boolean;
};
export type ContentRule = Head & {
  kind: 'content-gate';
  mustSay: string[];
  mustNotSay: string[];
  firstContactOnly: boolean;
  sameLanguage: boolean;
  thirdPartySafe: boolean;
};
/** What of contacts is stopped after an event, for how many days at least, and what for may still be contacted. */
export type EventRule = Head & {
  kind: 'hold-on-event';
  event: string;
  stops: string[];
  allowedWhileHeld: string[];
  days?: number | undefined;
};

export type ContactRule = WindowRule | CapRule | CooldownRule | PartyRule | PermissionRule | ContentRule | EventRule;

/** A notice the text of a law wants given, by whom, of which product, while; the lender's own wishes are none. */
export type DemandedNotice = Pick<Head, 'jurisdiction' | 'actor' | 'product' | 'effectiveFrom' | 'effectiveTo'> & {
  notice: string;
};

/** The rules of all packs that say who may be contacted when, how and how often, and what they rest on. `numberZones`: the zones a number may be of, by how it begins; `zoneCountries`: in which country a zone lies; `zoneParts`: in which parts of it its clock is kept, where that is known. */
export type NumericLaw = {
  rules: ContactRule[];
  notices: DemandedNotice[];
  /** Absent: none wants a notice before an acceleration. */
  accelerations?: AccelerationRule[];
  /** Absent: none gives days for an answer. */
  answers?: AnswerRule[];
  /** Absent: no claim is ever over. */
  limitations?: LimitationRule[];
  /** Absent: contracts may agree what they like on money. */
  money?: MoneyRule[];
  holidays: Map<string, Holidays>;
  numberZones: Map<string, string[]>;
  zoneCountries: Map<string, string>;
  zoneParts: Map<string, string[]>;
  /** Days for which the product has clocks, `[coversFrom, coversTo)`. */
  clocks: { coversFrom: string; coversTo: string };
};

export const cited = ({ id, citation }: Pick<ContactRule, 'id' | 'citation'>): string => `${id} (${citation})`;
