import type { Channel } from '../contact/channel.js';
import { pointKindOf } from '../contact/purpose-scope.js';
import type { Step } from '../strategy/step.js';
import type { Act } from './act.js';
import type { Course } from './course.js';
import { reachRelated } from './reach-related.js';
import { openHolds } from '../holds/held-days.js';
import type { Hold } from '../holds/hold.js';
import type { SeenPoint } from './seen.js';
import { reachRepresentative } from './who-speaks.js';

const isOn = ({ scope }: Hold, pointId: string): boolean => 'point' in scope && scope.point === pointId;

const isBetter = (one: SeenPoint, other: SeenPoint): boolean => {
  const { verifiedOn: mine = '' } = one;
  const { verifiedOn: its = '' } = other;
  return mine > its || (mine === its && one.pointId < other.pointId);
};

/** The borrower's point for a channel: valid, not held; the one verified last. */
const reachBorrower = (
  { kase, seen, at }: Course,
  channel: Channel,
): { personId: string; pointId: string } | undefined => {
  const borrower = seen.people.find(({ role, known }) => role === 'borrower' && known);
  if (!borrower) return undefined;
  const needed = pointKindOf(channel);
  const held = openHolds(kase.holds, at);
  let best: SeenPoint | undefined;
  for (const point of borrower.points) {
    if (point.kind !== needed || !point.valid || held.some((hold) => isOn(hold, point.pointId))) continue;
    if (!best || isBetter(point, best)) best = point;
  }
  return best && { personId: borrower.personId, pointId: best.pointId };
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
  const purpose = step.purpose ?? 'collect';
  switch (step.act) {
    case 'send-reminder':
    case 'send-notice': {
      const channel = step.channel ?? 'sms';
      const point = reachOf(course, step, channel);
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
      const point = reachOf(course, step, by === 'desk' ? 'call' : by);
      return point && { kind: 'place-call', purpose, by, ...point };
    }
    case 'arrange-visit': {
      const point = reachOf(course, step, 'visit');
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
