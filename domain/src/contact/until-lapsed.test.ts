import { describe, expect, it } from 'vitest';
import { gateAsk, shanghai } from '../../../test/builders/ask-gate.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Finding } from './gate-ask.js';
import { untilLapsed } from './until-lapsed.js';

const deferred: Finding = { inputs: {}, verdict: 'defer', until: '2026-03-09T00:00:00.000Z' };
const utc: ZoneSlice = { zone: 'Etc/UTC', offsets: [[28_401_120, 0]] };

describe('a deferral', () => {
  it('ends when its rule does, in the last zone the person may be in', () => {
    const { person } = gateAsk({ person: { zones: [utc, shanghai] } });
    expect(untilLapsed('2026-03-05', deferred, person)).toMatchObject({ until: '2026-03-05T00:00:00.000Z' });
  });

  it('of a rule that outlasts it, or has no end, stays as it is', () => {
    const { person } = gateAsk();
    expect(untilLapsed('2026-03-20', deferred, person)).toEqual(deferred);
    expect(untilLapsed(undefined, deferred, person)).toEqual(deferred);
  });

  it('is all that an end shortens: a refusal is told as it is', () => {
    const refused: Finding = { inputs: {}, verdict: 'refuse', reason: 'held' };
    expect(untilLapsed('2026-03-05', refused, gateAsk().person)).toEqual(refused);
  });
});
