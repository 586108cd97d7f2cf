import { saidTogether, type SaidStanding } from '@recourse/domain/contact/said-standing';
import type { ToldStanding } from '@recourse/domain/contact/standing-of-person';
import { withoutInconvenient } from './without-inconvenient.js';

type Spoken = { said: SaidStanding | undefined; told: ToldStanding | undefined };

const nothing = saidTogether();

/** What gives a right to contact, less all that would take back what was asked under the other name. */
const besides = (one: SaidStanding, { said = nothing, told }: Spoken): SaidStanding => ({
  ...one,
  consents: one.consents.filter(
    ({ channel, pointId }) => !said.optOuts.some((out) => out.channel === channel && out.pointId === pointId),
  ),
  agreedTimes: withoutInconvenient(one.agreedTimes, [...said.inconvenientTimes, ...(told?.inconvenientTimes ?? [])]),
});

/** What a person said to us under two names: all of it, and nothing said under one takes back what was asked under the other. */
export const saidByBoth = (a: Spoken, b: Spoken): SaidStanding | undefined =>
  a.said || b.said ? saidTogether(besides(a.said ?? nothing, b), besides(b.said ?? nothing, a)) : undefined;
