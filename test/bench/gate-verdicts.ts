import { minutesLater } from '@recourse/domain/calendar/local-time';
import { contactGate } from '@recourse/domain/contact/contact-gate';
import { entry, gateAsk } from '../builders/ask-gate.js';

const ledgerDays = 90;
const contactsPerDay = 3;
const forMs = 3_000;

/** Verdicts a second, one core: a call in China under all packs, with three contacts on each of the last 90 days on person and number. */
export function gateVerdictsPerSecond(): number {
  const now = '2026-03-02T02:00:00.000Z';
  const ledger = Array.from({ length: ledgerDays * contactsPerDay }, (_, nth) => {
    const daysAgo = ledgerDays - Math.floor(nth / contactsPerDay);
    return entry(minutesLater(now, -daysAgo * 1_440 + (nth % contactsPerDay) * 120), {
      connected: nth % 2 === 0,
      conversation: nth % 4 === 0,
      loans: ['L1'],
    });
  });
  const ask = gateAsk({ attempt: { channel: 'call' }, ledger: { person: ledger, point: ledger } });
  const verdicts = (ms: number): number => {
    const from = performance.now();
    let made = 0;
    while (performance.now() - from < ms) for (let nth = 0; nth < 100; nth += 1, made += 1) contactGate(ask);
    return (made / (performance.now() - from)) * 1_000;
  };
  verdicts(500);
  return verdicts(forMs);
}
