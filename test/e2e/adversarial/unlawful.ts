import type { Channel } from '@recourse/domain/contact/channel';
import type { GateAsk } from '@recourse/domain/contact/gate-ask';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { outcomeTable } from '@recourse/domain/contact/outcome-table';
import type { Law } from '@recourse/domain/law/law';
import { gateAsk, entry } from '../../builders/ask-gate.js';
import { referenceAnswers } from '../../law/reference/reference-checker.js';
import type { Received } from '../look.js';
import type { Member } from './crowd.js';
import type { Heard } from './senders.js';

/** A contact as its sender saw it: whom, by what number, when, and what came of it where the sender heard. */
type Sent = { member: Member; number: string; entry: LedgerEntry; actor: GateAsk['attempt']['actor'] };

const talking: readonly string[] = ['call', 'voice-bot', 'dialler', 'visit'];

const sentOf = (received: readonly Received[], members: readonly Member[], heard: Heard): Sent[] =>
  received.flatMap(({ id, channel, to, at }): Sent[] => {
    const loan = id.split('/')[1] ?? '';
    const member = members.find(({ loans }) => loans.includes(loan));
    if (!member || channel === 'agency' || channel === 'law-firm') return [];
    const said = heard.get(id);
    const came = said && outcomeTable[said.code];
    const how: Partial<LedgerEntry> = {
      actId: id,
      channel: channel as Channel,
      // A notice the law demands is no collection contact; the step's name says so.
      purpose: (id.split('/')[4] ?? '').startsWith('notice') ? 'legally-required' : 'collect',
      pointId: to,
      connected: came?.connected ?? !talking.includes(channel),
      conversation: came?.conversation ?? false,
      loans: member.loans,
      party: 'borrower',
      sender: said?.sender ?? 'own',
    };
    return [{ member, number: to, entry: entry(at, how), actor: said?.sender === 'agency' ? 'agency' : 'first-party' }];
  });

/**
 * Holds the senders' own logs, in the order of time, against the reference checker, which shares no code with the gate: each contact
 * that it would not have allowed after those before it, with the rules that say so. What the sender never heard counts as little as it can.
 */
export function unlawful(received: readonly Received[], members: readonly Member[], heard: Heard, law: Law): string[] {
  const sent = sentOf(received, members, heard).toSorted((a, b) =>
    a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : 0,
  );
  return sent.flatMap(({ member, number, entry: made, actor }, nth) => {
    const before = sent.slice(0, nth);
    const ask = gateAsk({
      attempt: {
        purpose: made.purpose,
        channel: made.channel,
        at: made.at,
        personId: member.personId,
        pointId: number,
        loanId: made.loans?.[0] ?? '',
        actor,
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
}
