import { agreementHash } from '../arrangements/agreement-contents.js';
import type { ArrangementCommand } from '../arrangements/arrangement-command.js';
import type { RefusedArrangement } from '../arrangements/arrangement-refusal.js';
import type { Arrangement } from '../arrangements/arrangement.js';
import { nameOfWaiver } from '../arrangements/standing-of-arrangement.js';
import { owedForArrangement } from '../arrangements/owed-for-arrangement.js';
import { previewArrangement, type ArrangementStanding } from '../arrangements/preview-arrangement.js';
import { addDays } from '../calendar/day-arithmetic.js';
import { localDay, startOfDay } from '../calendar/local-time.js';
import { allocationOf } from '../money/allocation-of.js';
import { lateBilled } from '../money/late-billed.js';
import { contentsOf, isOpen } from './arrangements-of-case.js';
import { state, type Course } from './course.js';
import { heldLoan } from './held-loan.js';
import { holdForOffer } from './hold-for-arrangement.js';
import { unbilledLateOfCase } from './late-of-case.js';

type Proposal = Extract<ArrangementCommand, { command: 'propose-arrangement' }>;
type Refusals = readonly [RefusedArrangement, ...RefusedArrangement[]];

/** Money of so many days before a proposal, told later, is still money for it: nobody knew of it when the debt was reckoned. */
const lookBackDays = 92;

const standingOf = ({ kase, seen, at }: Course, { authority }: Proposal): ArrangementStanding => {
  const today = localDay(at, kase.zone);
  const { jurisdiction, product, currency } = kase.terms;
  return {
    today,
    currency,
    bucket: kase.noted.bucket,
    owed: owedForArrangement(seen.position, allocationOf(seen.terms), unbilledLateOfCase(kase, heldLoan(seen), today)),
    lateBilled: lateBilled(seen.position, 'now', allocationOf(seen.terms)),
    authority,
    law: seen.rules.law,
    bearing: { places: [jurisdiction], actor: 'first-party', product, days: [today] },
  };
};

/** Takes a proposal, for a second person when it is above what the proposer may agree to, else for the debtor; or answers why not. */
export const proposeArrangement = (
  course: Course,
  cause: string,
  proposal: Proposal,
  actor: string,
): Refusals | undefined => {
  const { kase, seen, at } = course;
  const practice = seen.rules.arrangements;
  const { asked, authority } = proposal;
  const made = kase.arrangements ?? [];
  const offered = practice?.kinds[asked.kind];
  if (!practice || !offered) return [{ because: 'not-offered-here' }];
  if (made.some(isOpen)) return [{ because: 'another-is-open' }];
  if (made.filter((each) => each.state === 'broken').length > offered.brokenAtMost)
    return [{ because: 'broken-too-often', limit: offered.brokenAtMost }];
  const standing = standingOf(course, proposal);
  const found = previewArrangement(asked, standing, practice);
  if ('refused' in found) {
    const [first = { because: 'not-offered-here' }, ...others] = found.refused;
    return [first, ...others];
  }
  const { terms, needs } = found.preview;
  const countsFrom = addDays(standing.today, -lookBackDays);
  const offerUntil = startOfDay(addDays(standing.today, offered.offerDays + 1), kase.zone);
  const arrangement: Arrangement = {
    id: cause,
    state: needs ? 'proposed' : 'offered',
    terms,
    proposedAt: at,
    proposedBy: actor,
    authority,
    ...(needs && { needs }),
    offerUntil,
    hash: agreementHash(contentsOf(kase, { terms, proposedAt: at, offerUntil })),
    countsFrom,
    notCounting: [
      ...seen.position.payments.flatMap(({ paymentId, valueDate }) => (valueDate >= countsFrom ? paymentId : [])),
      ...(seen.position.waivers ?? []).flatMap(({ waiverId, waivedOn }) =>
        waivedOn >= countsFrom ? nameOfWaiver(waiverId) : [],
      ),
    ],
  };
  state(course, cause, { type: 'arrangement-proposed', arrangement });
  holdForOffer(course, cause, arrangement);
  return undefined;
};
