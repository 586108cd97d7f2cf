/** What every numeric rule of a pack says of itself and of the contacts it speaks of. `jurisdiction` of its pack. */
type Head = {
  id: string;
  citation: string;
  jurisdiction: string;
  actor: string[];
  product?: string[] | undefined;
  effectiveFrom: string;
  effectiveTo?: string | undefined;
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

export type ContactRule = WindowRule | CapRule | CooldownRule;

/** A notice the text of a law wants given; the lender's own wishes are none. */
export type DemandedNotice = { notice: string; jurisdiction: string };

/** Days on which nobody is contacted, where a rule says so; `[coversFrom, coversTo)`. */
export type Holidays = { coversFrom: string; coversTo: string; days: Set<string> };

/** The numeric rules of all packs, and what they rest on. `numberZones`: the zones a number may be of, by how it begins; `zoneCountries`: in which country a zone lies. */
export type NumericLaw = {
  rules: ContactRule[];
  notices: DemandedNotice[];
  holidays: Map<string, Holidays>;
  numberZones: Map<string, string[]>;
  zoneCountries: Map<string, string>;
};

export const cited = ({ id, citation }: Pick<ContactRule, 'id' | 'citation'>): string => `${id} (${citation})`;
