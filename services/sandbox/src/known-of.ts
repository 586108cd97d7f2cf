import { addDays, type Day, instantOf } from './local-time.js';
import type { KnownOf } from './loan-script.js';
import type { PersonTraits } from './person.js';
import type { Product } from './products.js';

/** Nobody may agree to be called at night later than 31 days after the bank was told. */
const agreedForDays = 30;

/** What the bank knows of such a borrower since `on`; what was agreed holds from `agreedFrom` on. */
export function knownOf(known: KnownOf, on: Day, agreedFrom: Day): PersonTraits {
  switch (known) {
    case 'sms-opt-out':
      return { wishes: { optOuts: [{ channel: 'sms', at: morningOf(on) }] } };
    case 'telephone-at-work':
      return { mobileAtWork: true };
    case 'not-at-work':
      return { mobileAtWork: true, wishes: { inconvenientPlaces: ['work'] } };
    case 'call-late':
      return {
        wishes: {
          agreedTimes: [
            {
              from: '22:00',
              to: '23:00',
              channels: ['call'],
              fromDay: agreedFrom,
              untilDay: addDays(agreedFrom, agreedForDays),
            },
          ],
        },
      };
    case 'also-in-london':
      return { addressZone: 'Europe/London' };
    case 'also-in-new-york':
      return { addressZone: 'America/New_York', places: ['US-OH'] };
  }
}

/** Abroad the law of the place binds too. Who borrowed in the United States has agreed to be called by machines. */
export function livesIn({ country, jurisdiction }: Product, on: Day): PersonTraits {
  if (country === 'CN') return {};
  if (country === 'GB') return { places: [jurisdiction] };
  const consent = { to: 'medium', basis: 'consent', at: morningOf(on) } as const;
  const consents = [
    { ...consent, channel: 'dialler' as const },
    { ...consent, channel: 'voice-bot' as const },
  ];
  return { places: [jurisdiction], wishes: { consents } };
}

const morningOf = (day: Day): string => instantOf(day, '09:00', 'Asia/Shanghai');
