import type { Act } from '../case/act.js';
import { localDay } from '../calendar/local-time.js';
import type { Channel, Purpose } from '../contact/channel.js';
import { primaryLanguage, type ContactContent } from '../contact/contact-content.js';
import type { GateAsk } from '../contact/gate-ask.js';
import { isSpoken } from '../contact/purpose-scope.js';
import { purposeUnderLaw } from '../contact/purpose-under-law.js';
import type { Hold } from '../holds/hold.js';
import type { LoanWorld } from './loan-world.js';

export type ContactAct = Extract<Act, { personId: string }>;
export type Contact = { channel: Channel; purpose: Purpose; personId: string; pointId: string };

/** What a machine says on the telephone. */
const callScript = 'call-script';

/** Whom an act reaches, how and, under the law of the place, why. */
export const contactOf = ({ row, rules, zone, now }: LoanWorld, act: ContactAct): Contact => {
  const { personId, pointId } = act;
  if (act.kind === 'arrange-visit') return { channel: 'visit', purpose: 'collect', personId, pointId };
  const channel = act.kind === 'place-call' ? (act.by === 'desk' ? 'call' : act.by) : act.channel;
  const { jurisdiction, product } = row;
  const noticesOf = (template: string) => rules.templates.get(template)?.notices ?? [];
  const bearing = { places: [jurisdiction], actor: 'first-party' as const, product, days: [localDay(now, zone)] };
  return { channel, purpose: purposeUnderLaw(act, rules.law, bearing, noticesOf), personId, pointId };
};

/** The words of a message; undefined for what people say. */
export const templateOf = (act: ContactAct): string | undefined => {
  if (act.kind === 'arrange-visit') return undefined;
  if (act.kind === 'place-call') return act.by === 'desk' ? undefined : callScript;
  return act.template;
};

const contentOf = (
  { row, rules }: LoanWorld,
  { channel }: Contact,
  template: string | undefined,
): ContactContent | undefined => {
  const { spoken } = rules.contacts;
  if (template === undefined) return isSpoken(channel) ? { ...spoken, firstContact: true } : undefined;
  const words = rules.templates.get(template);
  const written = primaryLanguage(row.language) === 'en' ? 'en' : 'zh';
  return words && { says: words.says, firstContact: words.firstContact, languages: [written] };
};

const onPoint = (pointId: string) => (hold: Hold) => 'point' in hold.scope && hold.scope.point === pointId;

/** What the contact gate is asked before a contact of the case may begin: as `begin` asks it (activities/src/contact/gate-for-loan.ts). */
export const askOfContact = (world: LoanWorld, contact: Contact, template: string | undefined): GateAsk => {
  const { row, rules, zone, ledger, points, owes, kase, now } = world;
  const { channel, purpose, personId, pointId } = contact;
  const point = points.find((each) => each.pointId === pointId);
  const line = rules.contacts.lines[channel];
  const holds = kase?.holds ?? [];
  return {
    attempt: {
      purpose,
      channel,
      at: now,
      personId,
      pointId,
      loanId: row.loan,
      arrears: owes.arrears,
      jurisdiction: row.jurisdiction,
      product: row.product,
      actor: 'first-party',
      ...(line && { line }),
    },
    content: contentOf(world, contact, template),
    person: {
      zones: [zone],
      known: true,
      party: 'borrower',
      holds: holds.filter(({ scope }) => 'person' in scope),
      standing: world.standing,
      language: row.language,
    },
    point: point && {
      kind: point.kind,
      valid: point.valid,
      holds: holds.filter(onPoint(pointId)),
      ...(point.kind === 'address' && { placeType: 'home' as const }),
    },
    ledger: { person: ledger, point: ledger.filter((entry) => entry.pointId === pointId) },
    loanHolds: holds.filter(({ scope }) => 'loan' in scope),
    law: rules.law,
  };
};
