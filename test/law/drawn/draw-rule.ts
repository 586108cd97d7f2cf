import type { Channel, Purpose } from '@recourse/domain/contact/channel';
import type { PlaceType } from '@recourse/domain/contact/ledger-entry';
import type { Saying } from '@recourse/domain/contact/content/sayings';
import type { Party } from '@recourse/domain/contact/party';
import type { Rule, RuleOf } from '@recourse/domain/law/rule';
import { saying } from '@recourse/domain/law/shapes/content-gate-shape';
import { channel, party, partyGround, placeType, purpose } from '@recourse/domain/law/shapes/gate-words';
import { holdOnEventShape } from '@recourse/domain/law/shapes/hold-on-event-shape';
import type { Chance } from './chance.js';

/** Every word there is: one that is not drawn is one nothing is proved of. */
export const drawnChannels: readonly Channel[] = channel.options;
export const drawnPurposes: readonly Purpose[] = purpose.options;
export const drawnParties: readonly Party[] = party.options;
export const drawnPlaces: readonly PlaceType[] = placeType.options;

const times = [
  ...['00:00', '01:00', '01:30', '01:45', '02:00', '02:30', '03:00', '08:00', '12:00', '17:30', '21:00'],
  ...['21:30', '22:00', '23:00', '23:30', '24:00'],
];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const days = [1, 1, 2, 3, 7, 7, 30, 90];

/** Mostly all, so that rules meet. */
const most = <T>({ onceIn, someOf }: Chance, all: readonly T[]): T[] => (onceIn(4) ? someOf(all) : [...all]);

/** In force for the days on which much turns, or up to one of them. */
const lasting = ({ of }: Chance) =>
  of([
    { effectiveFrom: '2020-01-01', effectiveTo: '2026-03-09' },
    { effectiveFrom: '2020-01-01', effectiveTo: '2026-11-02' },
    { effectiveFrom: '2026-10-25', effectiveTo: '2026-11-02' },
    { effectiveFrom: '2028-02-29', effectiveTo: '2028-03-01' },
  ]);

const head = (chance: Chance) => {
  const { of, onceIn } = chance;
  return {
    id: 'R-1',
    citation: 'a law made up for a test',
    confidence: 'own' as const,
    force: 'hard' as const,
    effectiveFrom: '2020-01-01',
    ...(onceIn(5) && { effectiveFrom: of(['2026-03-08', '2026-10-25', '2028-02-29']) }),
    actor: most(chance, ['first-party', 'agency'] as const),
    ...(onceIn(6) && lasting(chance)),
    ...(onceIn(6) && { product: ['cash-loan'] }),
    ...(onceIn(4) && { override: ['agreed-time' as const] }),
  };
};

const scoped = (chance: Chance) => ({
  channels: most(chance, drawnChannels),
  purposes: most(chance, drawnPurposes),
  ...(chance.onceIn(6) && { parties: chance.someOf(drawnParties) }),
});

const contactWindow = (chance: Chance): Rule => {
  const { below, onceIn } = chance;
  const cuts = [
    ...new Set([times[below(times.length)], times[below(times.length)], times[below(16)], times[below(16)]]),
  ]
    .filter((time) => time !== undefined)
    .toSorted();
  const [a = '08:00', b = '24:00', c, d] = cuts.length > 1 ? cuts : ['08:00', '21:00'];
  const on = most(chance, weekdays);
  return {
    ...head(chance),
    ...scoped(chance),
    kind: 'contact-window',
    windows: [{ days: on, from: a, to: b }, ...(c && d ? [{ days: on, from: c, to: d }] : [])],
    personsTimes: onceIn(2),
    ...(onceIn(6) && { closedOnHolidaysOf: 'CN' }),
  };
};

const frequencyCap = (chance: Chance): Rule => {
  const { of, someOf, onceIn } = chance;
  const exclusions = someOf(['not-connected', 'consented', 'inbound-reply'] as const, 0);
  const { channels, ...scope } = scoped(chance);
  return {
    ...head(chance),
    ...scope,
    kind: 'frequency-cap',
    // A visit is an attempt, a conversation and a visit: with it every unit can be counted, as the schema asks.
    channels: channels.includes('visit') ? channels : [...channels, 'visit'],
    unit: of<RuleOf<'frequency-cap'>['unit']>(['attempt', 'connected', 'conversation', 'communication', 'visit']),
    limit: of([1, 1, 2, 3, 3, 7, onceIn(4) ? 0 : 2]),
    days: of(days),
    ...of([{}, { window: 'rolling' as const }, { window: 'stricter' as const }]),
    scope: of<RuleOf<'frequency-cap'>['scope']>([
      ['person'],
      ['point'],
      ['person', 'debt'],
      ['person', 'point'],
      ['person', 'place-type'],
    ]),
    exclusions,
    ...(exclusions.includes('consented') && { consentDays: of([1, 7]) }),
    ...(onceIn(6) && { placeTypes: someOf(drawnPlaces) }),
  };
};

const cooldown = (chance: Chance): Rule => {
  const { of, someOf, onceIn } = chance;
  const exclusions = someOf(['consented', 'inbound-reply'] as const, 0);
  return {
    ...head(chance),
    ...scoped(chance),
    kind: 'cooldown',
    trigger: of<RuleOf<'cooldown'>['trigger']>(['attempt', 'conversation', 'visit']),
    days: of(days),
    dayOneIsTriggerDay: onceIn(2),
    scope: of<RuleOf<'cooldown'>['scope']>([['person'], ['person', 'debt']]),
    exclusions,
    ...(exclusions.includes('consented') && { consentDays: of([1, 7]) }),
  };
};

const partyEligibility = (chance: Chance): Rule => {
  const { of, someOf, onceIn } = chance;
  return {
    ...head(chance),
    kind: 'party-eligibility',
    parties: someOf(drawnParties),
    purposes: most(chance, drawnPurposes),
    ...(!onceIn(3) && { maxContactsDays: of(days) }),
    blockOnRefusal: onceIn(2),
    ...(onceIn(3) && { maxContacts: of([1, 2, 3]) }),
    ...(onceIn(3) && { when: someOf(partyGround.options) }),
  };
};

const channelPermission = (chance: Chance): Rule => {
  const { of, someOf, onceIn } = chance;
  return {
    ...head(chance),
    ...scoped(chance),
    kind: 'channel-permission',
    allowed: !onceIn(6),
    optOut: of<RuleOf<'channel-permission'>['optOut']>(['medium', 'all']),
    officialAccountOnly: onceIn(3),
    recordingRequired: onceIn(3),
    mustOfferOptOut: false,
    ...(onceIn(2) && { basis: someOf(['consent', 'creditor-handover', 'inbound', 'reassigned-check'] as const) }),
    ...(onceIn(3) && { basisDays: of([1, 7, 60]) }),
    ...(onceIn(3) && { handoverNoticeDays: of([1, 7, 35]) }),
    ...(onceIn(6) && { placeTypes: someOf(drawnPlaces) }),
  };
};

/** The first two are what rules mostly want, and contacts mostly say. */
export const drawnSayings: readonly Saying[] = [
  ...new Set<Saying>(['sender-identity', 'debt-collector', ...saying.options]),
];

const contentGate = (chance: Chance): Rule => {
  const { someOf, onceIn } = chance;
  return {
    ...head(chance),
    ...scoped(chance),
    kind: 'content-gate',
    mustSay: onceIn(2) ? someOf(drawnSayings.slice(0, 2), 0) : [],
    mustNotSay: onceIn(3) ? someOf(drawnSayings.slice(2), 0) : [],
    // Words are judged when a template is approved: the rule then says nothing of a contact.
    forbidden: ['blacklist'],
    firstContactOnly: onceIn(2),
    sameLanguage: onceIn(3),
    thirdPartySafe: onceIn(6),
  };
};

const holdOnEvent = (chance: Chance): Rule => ({
  ...head(chance),
  kind: 'hold-on-event',
  event: chance.onceIn(2)
    ? chance.of(['dispute', 'death', 'complaint'] as const)
    : chance.of(holdOnEventShape.shape.event.options),
  stops: chance.onceIn(3) ? chance.someOf(holdOnEventShape.shape.stops.element.options) : ['contact'],
  scope: 'person',
  endsWith: 'answered',
  allowedWhileHeld: chance.someOf(drawnPurposes, 0),
});

const weighted = [
  ...[contactWindow, contactWindow, contactWindow, frequencyCap, frequencyCap, frequencyCap, frequencyCap],
  ...[cooldown, cooldown, cooldown, partyEligibility, channelPermission, contentGate, contentGate, holdOnEvent],
];

/** A rule of one of the seven kinds that bear on a contact. */
export const drawRule = (chance: Chance, id: string): Rule => ({ ...chance.of(weighted)(chance), id });
