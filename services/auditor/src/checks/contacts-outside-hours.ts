import { isContact } from '../act-kinds.js';
import type { AuditedAct, Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { wallTime } from '../wall-time.js';

const opens = '08:00';
const closes = '21:00';
/** A provider may start that long after we began; whoever began in time is in time. */
const sendWithinMs = 5_000;
const silent = new Set(['email', 'letter']);
const atAnyHour = new Set(['service', 'legally-required']);

/**
 * No contact begins, and none reaches anyone, outside 08:00-21:00 of the person's own day. A contact of a person without a zone is a
 * violation. Answers and notices the law demands may go by e-mail or letter at any hour (CN-TIME-1 forbids collection).
 */
export const contactsOutsideHours = ({ acts, outside, persons }: Evidence): Finding => {
  const zones = new Map(persons.map(({ personId, zone }) => [personId, zone]));
  const arrivals = groupBy(outside?.received ?? [], ({ id }) => id);
  const violations = acts.filter(isBoundToHours).flatMap(({ id, personId, begunAt }) => {
    const zone = personId === undefined ? undefined : zones.get(personId);
    if (zone === undefined) return [`${id}: nobody knows the zone of ${personId ?? 'whom it reached'}`];
    if (wallTime(begunAt, zone) === undefined) return [`${id}: ${zone} is no time zone`];
    const started = (arrivals.get(id) ?? []).map(({ at }) =>
      Math.max(Date.parse(begunAt), Date.parse(at) - sendWithinMs),
    );
    const times = [begunAt, ...started.map((ms) => new Date(ms).toISOString())];
    const wrong = times.find((at) => !isWithin(wallTime(at, zone)));
    return wrong === undefined ? [] : [`${id}: ${wrong} is ${wallTime(wrong, zone)} in ${zone}`];
  });
  return finding('contacts-outside-hours', violations);
};

const isBoundToHours = (act: AuditedAct): boolean =>
  isContact(act) && !(atAnyHour.has(act.purpose) && silent.has(act.channel));

const isWithin = (time: string | undefined): boolean => time !== undefined && opens <= time && time < closes;
