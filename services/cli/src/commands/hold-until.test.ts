import { expect, it } from 'vitest';
import { holdUntil } from './hold-until.js';

const zones = {
  'America/New_York': { zone: 'America/New_York', offsets: [[0, -300]] as [number, number][] },
  'Asia/Shanghai': { zone: 'Asia/Shanghai', offsets: [[0, 480]] as [number, number][] },
};
const [york, shanghai, nowhere] = ['America/New_York', 'Asia/Shanghai', 'Mars/Base'].map((zone, nth) => ({
  loanId: `L${nth}`,
  terms: { zone },
}));
const found = [york, shanghai, nowhere].flatMap((loan) => loan ?? []);

it('is over as the day begins where each loan is, and everywhere where that is not known', () => {
  const until = holdUntil(found, '2026-01-20', zones, '2026-01-10T00:00:00.000Z');
  expect(until).toEqual({
    ends: new Map([
      ['L0', '2026-01-20T05:00:00.000Z'],
      ['L1', '2026-01-19T16:00:00.000Z'],
      ['L2', '2026-01-20T12:00:00.000Z'],
    ]),
    begun: [],
  });
});

it('takes tomorrow by the day of each loan, not by that of Greenwich: of those whose day has begun none is held', () => {
  // The evening of the tenth in New York, the morning of the eleventh in Shanghai.
  const at = '2026-01-11T01:00:00.000Z';
  expect(holdUntil(found, '2026-01-11', zones, at).begun).toEqual(['L1']);
  expect(holdUntil(found, '2026-01-10', zones, at).begun).toEqual(['L0', 'L1', 'L2']);
});
