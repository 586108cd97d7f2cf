import type { Channel } from '../contact/channel.js';
import { pointKindOf } from '../contact/purpose-scope.js';
import type { Step } from '../strategy/step.js';
import type { Act } from './act.js';
import type { Course } from './course.js';
import { reachRelated } from './reach-related.js';
import { openHolds } from '../holds/held-days.js';
import { reachRepresentative } from './who-speaks.js';

/** The borrower's point for a channel: valid, not held; the one verified last. */
const reachBorrower = (
  { kase, seen, at }: Course,
  channel: Channel,
): { personId: string; pointId: string } | undefined => {
  const borrower = seen.people.find(({ role, known }) => role === 'borrower' && known);
  const held = new Set(openHolds(kase.holds, at).flatMap(({ scope }) => ('point' in scope ? [scope.point] : [])));
  const usable =
    borrower?.points.filter(
      ({ kind, valid, pointId }) => kind === pointKindOf(channel) && valid && !held.has(pointId),
    ) ?? [];
  const key = ({ verifiedOn, pointId }: (typeof usable)[number]): [string, string] => [verifiedOn ?? '', pointId];
  const best = usable.reduce<(typeof usable)[number] | undefined>((first, next) => {
    if (!first) return next;
    const [mine, myId] = key(next);
    const [its, itsId] = key(first);
    return mine > its || (mine === its && myId < itsId) ? next : first;
  }, undefined);
  return borrower && best && { personId: borrower.personId, pointId: best.pointId };
};

const reachOf = (course: Course, { to }: Step, channel: Channel): { personId: string; pointId: string } | undefined => {
  switch (to) {
    case undefined:
      return reachBorrower(course, channel);
    case 'emergency-contact':
      return reachRelated(course, to, channel);
    case 'representative':
      return reachRepresentative(course, channel);
    default:
      return to satisfies never;
  }
};

/** What a step does for this case now; undefined when there is nobody and nowhere to do it. */
export const buildAct = (course: Course, step: Step): Act | undefined => {
  const reach = (channel: Channel) => reachOf(course, step, channel);
  const purpose = step.purpose ?? 'collect';
  switch (step.act) {
    case 'send-reminder':
    case 'send-notice': {
      const channel = step.channel ?? 'sms';
      const point = reach(channel);
      if (!point) return undefined;
      const message = { channel, template: step.template ?? step.step, ...point };
      return step.act === 'send-notice'
        ? {
            kind: 'send-notice',
            purpose: step.purpose ?? 'legally-required',
            notice: step.notice ?? step.step,
            ...message,
          }
        : { kind: 'send-reminder', purpose, ...message };
    }
    case 'place-call': {
      const by = step.by ?? 'desk';
      const point = reach(by === 'desk' ? 'call' : by);
      return point && { kind: 'place-call', purpose, by, ...point };
    }
    case 'arrange-visit': {
      const point = reach('visit');
      return point && { kind: 'arrange-visit', ...point };
    }
    case 'place-with-agency':
      return { kind: 'place-with-agency', agencyId: step.partner ?? 'agency-1' };
    case 'refer-to-legal':
      return { kind: 'refer-to-legal', firmId: step.partner ?? 'law-firm-1' };
    case 'recall-from-agency':
    case 'withdraw-from-legal':
      return buildRecall(course);
    default:
      return step.act satisfies never;
  }
};

/** Takes back what is handed over. */
export const buildRecall = ({ kase }: Course): Act | undefined => {
  const { handedTo } = kase;
  if (!handedTo) return undefined;
  const { id, partnerId } = handedTo;
  return handedTo.kind === 'agency'
    ? { kind: 'recall-from-agency', agencyId: partnerId, placementId: id }
    : { kind: 'withdraw-from-legal', firmId: partnerId, placementId: id };
};
