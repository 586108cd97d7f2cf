import type { HolidayCalendar } from '@recourse/domain/calendar/holiday-calendar';
import type { ZoneTable } from '@recourse/domain/calendar/zone-table';
import type { Channel } from '@recourse/domain/contact/channel';
import type { ContactContent } from '@recourse/domain/contact/contact-content';
import type { GateAsk, GateLedger, GatePoint } from '@recourse/domain/contact/gate-ask';
import type { Law } from '@recourse/domain/law/law';
import type { HashedPack } from '@recourse/domain/law/rule-pack';
import type { Chance } from './chance.js';
import { drawEntries, drawnAgencies } from './draw-entries.js';
import { drawInstant } from './draw-instant.js';
import { drawnChannels, drawnParties, drawnPlaces, drawnPurposes, drawnSayings, drawRule } from './draw-rule.js';
import { drawHolds, drawStanding } from './draw-standing.js';
import { drawnZones, drawZones } from './draw-zones.js';

const kinds: Record<Channel, GatePoint['kind']> = {
  sms: 'mobile',
  call: 'mobile',
  'voice-bot': 'mobile',
  dialler: 'mobile',
  email: 'email',
  app: 'app',
  im: 'im',
  letter: 'address',
  visit: 'address',
};

const drawCalendar = ({ of, someOf, onceIn }: Chance): HolidayCalendar => ({
  calendar: 'CN',
  version: 1,
  coversFrom: '2026-01-01',
  coversTo: onceIn(4) ? of(['2026-03-08', '2026-03-10']) : '2029-01-01',
  citation: 'made up for a test',
  holidays: someOf(['2026-03-08', '2026-03-09', '2026-10-25', '2026-11-01', '2028-02-29'], 0).map((day) => ({
    day,
    name: 'a holiday',
  })),
  makeUpWorkdays: [],
});

const drawPack = (chance: Chance, pack: string, jurisdiction: string, most: number): HashedPack => ({
  pack,
  version: 1,
  jurisdiction,
  title: pack,
  rules: chance.times(most, () => drawRule(chance, `R-${chance.below(1_000_000)}`)),
  hash: 'none',
  name: `${pack}@1`,
});

/** `CN-ZZ` and `US-AM` are none. */
const drawnCodes = ['CN', 'CN-GD', 'US', 'US-MA', 'US-NY', 'US-NY-NYC', 'US-OH', 'FR'];

const drawLaw = (chance: Chance): Law => ({
  packs: [
    drawPack(chance, 'house', '*', 2),
    drawPack(chance, 'cn', 'CN', 4),
    drawPack(chance, 'us', 'US', 2),
    ...(chance.onceIn(3) ? [drawPack(chance, 'part', chance.of(['CN-GD', 'US-MA', 'US-NY-NYC']), 2)] : []),
  ],
  ...(!chance.onceIn(8) && { places: new Set(drawnCodes.filter(() => !chance.onceIn(30))) }),
  calendars: { CN: drawCalendar(chance) },
  ...(!chance.onceIn(8) && { zones: drawZoneTable(chance) }),
});

/** Mostly every zone lies in China, that contacts be lawful often enough; here and there one lies elsewhere, or nobody knows where. */
const drawZoneTable = ({ of, onceIn, someOf }: Chance): ZoneTable => ({
  coversFrom: onceIn(20) ? '2026-03-08' : '2024-01-01',
  coversTo: onceIn(20) ? '2026-10-25' : '2030-01-01',
  countries: Object.fromEntries(
    drawnZones.flatMap(({ zone }) => (onceIn(40) ? [] : [[zone, onceIn(5) ? of(['US', 'US', 'FR']) : 'CN']])),
  ),
  // Some keep the clock and some do not, and of many zones nobody says: told places contradict them.
  parts: Object.fromEntries(
    drawnZones.flatMap(({ zone }) => (onceIn(2) ? [] : [[zone, someOf(['CN-GD', 'US-MA', 'US-NY', 'US-OH'], 0)]])),
  ),
});

/** Two ledgers, often one and the same, and sometimes known only from an instant on. */
export const drawLedger = (chance: Chance, day: string): GateLedger => {
  const { onceIn } = chance;
  const person = drawEntries(chance, day, 9);
  return {
    person,
    point: onceIn(2) ? person : drawEntries(chance, day, 9),
    ...(onceIn(10) && { personKnownFrom: drawInstant(chance, day) }),
    ...(onceIn(10) && { pointKnownFrom: drawInstant(chance, day) }),
  };
};

/** Mostly one that would do. */
const drawContent = ({ of, onceIn, someOf }: Chance): ContactContent | undefined =>
  onceIn(10)
    ? undefined
    : {
        says: onceIn(3) ? someOf(drawnSayings, 0) : drawnSayings.slice(0, 2),
        firstContact: !onceIn(4),
        languages: of([['zh', 'en'], ['zh', 'en'], ['zh'], ['en'], []]),
      };

/** A contact asked of a law made up at random, at a moment at which much turns. */
export const drawAsk = (chance: Chance, day: string): GateAsk => {
  const { of, onceIn } = chance;
  const at = drawInstant(chance, day, [0, 0, 0, 0, -1, 1]);
  const channel = onceIn(2) ? 'call' : of(drawnChannels);
  return {
    attempt: {
      at,
      channel,
      personId: 'p1',
      pointId: 'm1',
      loanId: 'L1',
      purpose: onceIn(2) ? 'collect' : of(drawnPurposes),
      jurisdiction: of(['CN', 'CN', 'CN', 'CN-GD', 'US', 'US-OH', onceIn(4) ? of(['FR', 'CN-ZZ', 'US-AM']) : 'CN']),
      product: of(['cash-loan', 'mortgage']),
      actor: of(['first-party', 'agency'] as const),
      arrears: onceIn(20) ? 0 : 100,
      ...(onceIn(12) && { inboundReply: true }),
      ...(!onceIn(4) && { senderId: of(drawnAgencies) }),
      ...(!onceIn(8) && { line: { recorded: !onceIn(8), officialAccount: !onceIn(8) } }),
    },
    content: drawContent(chance),
    person: {
      zones: drawZones(chance),
      known: !onceIn(30),
      party: onceIn(2) ? 'borrower' : of(drawnParties),
      holds: drawHolds(chance, at, { person: 'p1' }),
      standing: drawStanding(chance, at),
      ...(!onceIn(8) && { language: of(['zh', 'zh', 'zh-CN', 'en', 'en-GB', 'fr']) }),
    },
    point: onceIn(40)
      ? undefined
      : {
          kind: onceIn(30) ? 'app' : kinds[channel],
          valid: !onceIn(30),
          holds: onceIn(3) ? drawHolds(chance, at, { point: 'm2' }) : [],
          ...(onceIn(2) && { placeType: of(drawnPlaces) }),
        },
    ledger: drawLedger(chance, day),
    loanHolds: onceIn(2) ? drawHolds(chance, at, { loan: 'L1' }) : [],
    law: drawLaw(chance),
  };
};
