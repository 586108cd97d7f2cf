import { finding, type Evidence, type Finding } from '../evidence.js';

const opens = '08:00';
const closes = '21:00';

/** Wall time by the platform's own zone data, not by the tables the product decides with. */
const wallTime = (at: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));

/** No contact begins, and none reaches anyone, outside 08:00-21:00 of the person's own day. A contact of a person without a zone is a violation. */
export const contactsOutsideHours = ({ acts, received, persons }: Evidence): Finding => {
  const zones = new Map(persons.map(({ personId, zone }) => [personId, zone]));
  const arrivals = new Map(received.map(({ id, at }) => [id, at]));
  const violations = acts.flatMap(({ id, personId, begunAt }) => {
    if (personId === undefined) return [];
    const zone = zones.get(personId);
    if (zone === undefined) return [`${id}: nobody knows the zone of ${personId}`];
    const arrival = arrivals.get(id);
    const times = [begunAt, ...(arrival === undefined ? [] : [arrival])];
    const outside = times.find((at) => wallTime(at, zone) < opens || wallTime(at, zone) >= closes);
    return outside === undefined ? [] : [`${id}: ${outside} is ${wallTime(outside, zone)} in ${zone}`];
  });
  return finding('contacts-outside-hours', violations);
};
