import { isCapped } from '../act-kinds.js';
import type { AuditedAct, Evidence, ReceivedContact } from '../evidence.js';
import { finding, unchecked, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { wallDay } from '../wall-time.js';

const spoken = new Set(['call', 'voice-bot', 'dialler', 'visit']);
/** Outcomes of which it is certain that nothing was said about the matter. Of all others, and of none, the worst is believed. */
const noConversation = new Set([
  'no-answer',
  'busy',
  'powered-off',
  'invalid-number',
  'voicemail',
  'hung-up-before-verification',
  'not-verified',
  'third-party-relays',
  'third-party-refuses',
  'wrong-number',
  'deceased-reported',
  'incapacity',
  'language',
]);

type Attempt = { id: string; at: string; zone: string; person: string; number: string; conversation: boolean };
type Cap = { limit: number; of: Attempt[]; what: string };

/**
 * No person and no number has more in one calendar day of the person than the rule pack allows: attempts as the receivers logged them,
 * not as our ledgers say. Whom an attempt was for, why, and what was said is taken from the act.
 */
export const capsExceeded = ({ acts, outside, persons, caps }: Evidence): Finding => {
  if (!outside) return unchecked('caps-exceeded');
  const zones = new Map(persons.map(({ personId, zone }) => [personId, zone]));
  const ours = new Map(acts.map((act) => [act.id, act]));
  const attempts = outside.received
    .flatMap((contact) => attemptOf(contact, ours.get(contact.id), zones))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const byPerson = [...groupBy(attempts, ({ person }) => person)];
  const byNumber = [
    ...groupBy(
      attempts.filter(({ number }) => number !== ''),
      ({ number }) => number,
    ).values(),
  ];
  return finding('caps-exceeded', [
    ...byPerson.flatMap(([person, of]) => overCap({ of, limit: caps.personAttempts, what: `attempts on ${person}` })),
    ...byPerson.flatMap(([person, of]) =>
      overCap({
        of: of.filter(({ conversation }) => conversation),
        limit: caps.personConversations,
        what: `conversations with ${person}`,
      }),
    ),
    ...byNumber.flatMap((of) => overCap({ of, limit: caps.pointAttempts, what: 'attempts on one number' })),
  ]);
};

const attemptOf = (
  { id, at, channel, to = '' }: ReceivedContact,
  act: AuditedAct | undefined,
  zones: Map<string, string | undefined>,
): Attempt[] => {
  if (!act || !isCapped(act) || act.personId === undefined) return [];
  const zone = zones.get(act.personId);
  if (zone === undefined || wallDay(at, zone) === undefined) return [];
  const conversation = spoken.has(channel) && mayHaveTalked(act);
  return [{ id, at, zone, person: act.personId, number: to.trim().toLowerCase(), conversation }];
};

const mayHaveTalked = ({ result, code }: AuditedAct): boolean => {
  if (result === 'failed' || result === 'delivered' || result === 'done') return false;
  return code === undefined || !noConversation.has(code);
};

/** Each attempt is counted in the day of the person it was for; the same number may be of persons in several zones. */
const overCap = ({ of, limit, what }: Cap): string[] => {
  const zones = [...new Set(of.map(({ zone }) => zone))];
  const taken = new Map<string, number>();
  return of.flatMap(({ id, at, zone: own }) => {
    for (const zone of zones) {
      const day = `${wallDay(at, zone)} ${zone}`;
      taken.set(day, (taken.get(day) ?? 0) + 1);
    }
    const day = wallDay(at, own);
    const count = taken.get(`${day} ${own}`) ?? 0;
    return count === limit + 1 ? [`${what} on ${day} in ${own}: more than ${limit}, the first too many is ${id}`] : [];
  });
};
