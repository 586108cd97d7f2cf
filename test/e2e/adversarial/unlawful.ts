import type { Channel } from '@recourse/domain/contact/channel';
import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { Law } from '@recourse/domain/law/law';
import { entry, gateAsk, hold, type GateCase } from '../../builders/ask-gate.js';
import { referenceAnswers } from '../../law/reference/reference-checker.js';
import { rungTogether, type Rung } from '../../law/reference/rung-together.js';
import type { Received } from '../look.js';
import type { Member } from './crowd.js';
import type { Came, OnTheLine } from './telephones.js';

/** A contact as its sender saw it: whom, by what number, when, and what came of it where the sender heard. */
type Sent = { member: Member; number: string; entry: LedgerEntry; actor: GateAsk['attempt']['actor'] };

const toTelephones: readonly string[] = ['sms', 'call', 'voice-bot', 'dialler'];
const talking: readonly string[] = ['call', 'voice-bot', 'dialler', 'visit'];

/** What the senders know of their own dials; `lines`: in the order in which they rang. */
export type OwnWord = { heard: ReadonlyMap<string, Came>; byAgency: ReadonlySet<string>; lines: readonly OnTheLine[] };

/** What goes to agencies and law firms is no contact with anybody. */
const toPartners: readonly string[] = ['agency', 'law-firm'];

/** By the number that rang; of a couple the act's loan says which of the two. E-mail and letters go to addresses the crowd does not know. */
const memberOf = ({ id, channel, to }: Received, members: readonly Member[]): Member | undefined => {
  const loan = id.split('/')[1] ?? '';
  const named = members.find(({ loans }) => loans.includes(loan));
  return !named || !toTelephones.includes(channel) || named.number === to ? named : undefined;
};

const sentOf = (received: readonly Received[], members: readonly Member[], { heard, byAgency }: OwnWord): Sent[] =>
  received.flatMap((each): Sent[] => {
    const { id, channel, to, at } = each;
    const member = memberOf(each, members);
    if (!member || toPartners.includes(channel)) return [];
    const came = heard.get(id);
    const sender = byAgency.has(id) ? 'agency' : 'own';
    const how: Partial<LedgerEntry> = {
      actId: id,
      channel: channel as Channel,
      // Whatever we call it, it is held against the law of what collects: no notice is excused here.
      purpose: 'collect',
      pointId: to,
      connected: came?.connected ?? !talking.includes(channel),
      conversation: came?.conversation ?? false,
      loans: member.loans,
      party: 'borrower',
      sender,
    };
    return [{ member, number: to, entry: entry(at, how), actor: sender === 'agency' ? 'agency' : 'first-party' }];
  });

/**
 * What had been told of the person before this instant of the test clock. What is told at the same instant may be heard before or after;
 * which it was, the audit sees from the order of the loan.
 */
const told = ({ ended, personId }: Member, at: string): GateCase => {
  if (!ended || ended.at >= at) return {};
  const from = ended.at;
  switch (ended.because) {
    case 'paid':
      return { attempt: { arrears: 0 } };
    case 'person-died':
      return { person: { holds: [hold('death', { from, scope: { person: personId } })] } };
    case 'person-insolvent':
      return { person: { holds: [hold('insolvency', { from, scope: { person: personId } })] } };
    case 'person-opted-out':
      return { standing: { optOuts: [{ at: from }] } };
    default:
      return ended.because satisfies never;
  }
};

/**
 * Holds the senders' own logs, in the order of time, against the reference checker, which shares no code with the gate: each contact
 * that it would not have allowed after those before it, with the rules that say so. What the sender never heard counts as little as it can.
 */
export function unlawful(received: readonly Received[], members: readonly Member[], own: OwnWord, law: Law): string[] {
  const sent = sentOf(received, members, own).toSorted((a, b) =>
    a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : 0,
  );
  const strangers = received
    .filter((each) => !toPartners.includes(each.channel) && !memberOf(each, members))
    .map(({ id, channel, at }) => `${at} ${channel} ${id}: to nobody of these, or at another's number`);
  const found = sent.flatMap(({ member, number, entry: made, actor }, nth) => {
    const before = sent.slice(0, nth);
    const known = told(member, made.at);
    const ask = gateAsk({
      ...known,
      attempt: {
        purpose: made.purpose,
        channel: made.channel,
        at: made.at,
        personId: member.personId,
        pointId: number,
        loanId: made.loans?.[0] ?? '',
        actor,
        ...known.attempt,
      },
      ledger: {
        person: before.filter((each) => each.member.personId === member.personId).map((each) => each.entry),
        point: before.filter((each) => each.number === number).map((each) => each.entry),
      },
      law,
    });
    const against = referenceAnswers(ask, Date.parse(made.at)).filter(({ says }) => says !== 'allow');
    return against.length === 0
      ? []
      : [`${made.at} ${made.channel} to ${member.personId}: ${against.map(({ rule }) => rule).join(', ')}`];
  });
  return [...strangers, ...found, ...atOnce(own.lines, members)];
}

/** Somebody called, or a telephone rung, while another call to them or on it went on. None of these is without an end. */
function atOnce(lines: readonly OnTheLine[], members: readonly Member[]): string[] {
  const rung = lines.map(({ id, to, ...when }): Rung => {
    const member = memberOf({ id, channel: 'call', to, at: '' }, members);
    return { call: id, person: member?.personId ?? id, number: to, ...when };
  });
  return rungTogether(rung, Infinity).map(([first, second]) => `${second.call} rang while ${first.call} went on`);
}
