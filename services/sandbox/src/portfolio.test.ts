import { expect, test } from 'vitest';
import { daysBetween } from './local-time.js';
import type { Loan } from './loan.js';
import { makePortfolio } from './portfolio.js';

const from = '2025-12-01';
const make = (loans: number, persons: number, seed = 's') => makePortfolio({ seed, loans, persons, from });
const { loans, persons, contacts, twice, liable } = make(240, 200);

/** How many there are of each, by name. */
function tally<T>(of: readonly T[], name: (each: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of of) counts[name(each)] = (counts[name(each)] ?? 0) + 1;
  return counts;
}
const showing = (deed: Loan['script']['shows'][number]): number =>
  loans.filter(({ script }) => script.shows.includes(deed)).length;

test('240 loans are owed by 200 persons: 165 with one, 30 with two, 5 with three', () => {
  const perPerson = Object.values(tally(loans, ({ personId }) => personId)).map(String);

  expect([loans.length, persons.length]).toEqual([240, 200]);
  expect(tally(perPerson, (count) => count)).toEqual({ 1: 165, 2: 30, 3: 5 });
});

test('204 loans are Chinese, 24 American (8 of Massachusetts), 12 British', () => {
  expect(tally(loans, ({ terms }) => terms.jurisdiction)).toEqual({ CN: 204, 'US-OH': 16, 'US-MA': 8, GB: 12 });
  const abroad = persons.filter(({ language, zone }) => language === 'zh' && zone !== 'Asia/Shanghai');
  expect(tally(abroad, ({ zone }) => zone ?? 'nowhere')).toEqual({
    'Asia/Urumqi': 3,
    'America/New_York': 1,
    'Europe/London': 1,
    nowhere: 2,
  });
});

test('the law of the place is told of everybody abroad; four have no telephone but at work, and some say what they want only when reached', () => {
  const loanOf = new Map(loans.map(({ personId, terms }) => [personId, terms.jurisdiction]));
  const told = persons.filter(({ places }) => places !== undefined);

  expect(tally(told, ({ places = [] }) => places.join(' '))).toEqual({ 'US-OH': 18, 'US-MA': 8, GB: 13 });
  expect(
    told.filter(({ personId, places }) => loanOf.get(personId) !== 'CN' && places?.[0] !== loanOf.get(personId)),
  ).toEqual([]);
  const machinesMayCall = persons.filter(({ consents }) => consents?.some(({ channel }) => channel === 'dialler'));
  expect(tally(machinesMayCall, ({ places = [] }) => places.join(' '))).toEqual({ 'US-OH': 16, 'US-MA': 8 });
  expect(persons.filter(({ optOuts }) => optOuts?.[0]?.channel === 'sms')).toHaveLength(2);
  const atWork = persons.filter(({ points }) => points.some(({ placeType }) => placeType === 'work'));
  expect(atWork.map(({ places }) => places)).toEqual(Array.from({ length: 4 }, () => ['GB']));
  expect(atWork.filter(({ inconvenientPlaces }) => inconvenientPlaces?.includes('work'))).toHaveLength(3);
  const tells = loans.flatMap(({ script }) => script.tells ?? []);
  expect(tally(tells, (each) => each)).toEqual({ 'stop-sms': 2, 'not-at-work': 1, 'call-late': 1 });
});

test('two have agreed to be called late, and three have an address in another zone than their own', () => {
  const late = persons.filter(({ agreedTimes }) => agreedTimes !== undefined);
  expect(late.map(({ agreedTimes }) => agreedTimes?.[0]?.from)).toEqual(['22:00', '22:00']);
  // Told when the clock still shows the day before; nobody may agree to more than 31 days from then.
  for (const { agreedTimes = [] } of late)
    for (const { untilDay } of agreedTimes) expect(daysBetween(from, untilDay)).toBeLessThan(31);
  const twice = persons.filter(({ zone, addressZone }) => addressZone !== undefined && addressZone !== zone);
  expect(twice.map(({ zone, addressZone }) => `${zone} ${addressZone}`).toSorted()).toEqual([
    'Asia/Shanghai America/New_York',
    'Asia/Shanghai Europe/London',
    'Asia/Shanghai Europe/London',
  ]);
});

test('172 loans miss for the first time on the 1st, 10th or 20th of four months; 68 are taken on', () => {
  const fresh = loans.filter(({ takenOnOn }) => takenOnOn === undefined);
  const dueOns = fresh.map(({ schedule }) => schedule[0]?.dueOn ?? '');

  expect(tally(dueOns, (day) => day.slice(0, 7))).toEqual({
    '2025-12': 90,
    '2026-01': 50,
    '2026-02': 20,
    '2026-03': 12,
  });
  expect(new Set(dueOns.map((day) => day.slice(8)))).toEqual(new Set(['01', '10', '20']));
  const ages = loans
    .filter(({ takenOnOn }) => takenOnOn !== undefined)
    .map(({ schedule }) => daysBetween(schedule[0]?.dueOn ?? '', from));
  expect(tally(ages, (age) => (age >= 400 ? '400-1100' : String(age)))).toEqual({
    20: 12,
    50: 14,
    80: 14,
    130: 14,
    200: 8,
    '400-1100': 6,
  });
});

test('every product is there as often as it should be, in its sizes', () => {
  expect(tally(loans, ({ terms }) => `${terms.product} ${terms.currency}`)).toEqual({
    'cash-loan CNY': 110,
    'merchant-instalment CNY': 32,
    'training-instalment CNY': 8,
    'card-instalment CNY': 24,
    'large-unsecured CNY': 18,
    'assisted-loan CNY': 12,
    'personal-loan USD': 24,
    'personal-loan GBP': 12,
  });
  for (const { terms, schedule } of loans) {
    expect(schedule.length).toBeGreaterThan(0);
    if (terms.product === 'large-unsecured') expect(schedule[0]?.principal).toBeGreaterThan(150_000);
    if (terms.product === 'card-instalment') expect(terms).toMatchObject({ graceDays: 3, tolerance: 1_000 });
  }
});

test('the primary paths sum to 240, with overlays as often as they should be', () => {
  const paths = tally(loans, ({ script }) => script.path);

  expect(paths).toEqual({
    'self-cure': 60,
    'after-message': 42,
    'after-call': 26,
    'promise-kept': 22,
    'promise-broken': 14,
    'part-payer': 14,
    arranged: 12,
    protected: 4,
    visited: 8,
    placed: 16,
    sued: 10,
    ended: 12,
  });
  expect(showing('event-twice')).toBe(10);
  expect(showing('event-reordered')).toBe(12);
  expect(showing('event-late')).toBe(10);
  expect(showing('poisoned-payment')).toBe(5);
  expect(showing('wrong-sums')).toBe(3);
  expect(showing('paid-at-send')).toBe(10);
  expect(showing('disputed')).toBe(6);
  expect(showing('dispute-cluster')).toBe(8);
  expect(showing('residue')).toBe(8);
});

test('what protects people abroad happens to loans of the place whose law protects them', () => {
  const places = (deed: Loan['script']['shows'][number]): string[] =>
    loans.filter(({ script }) => script.shows.includes(deed)).map(({ terms }) => terms.jurisdiction.slice(0, 2));

  expect(places('bankrupt-in-us')).toEqual(['US']);
  expect(places('service-member')).toEqual(['US']);
  expect(places('wrote-dispute-and-cease')).toEqual(['US', 'US']);
  expect(places('breathing-space')).toEqual(['GB']);
  expect(showing('vulnerable')).toBe(4);
  expect(showing('identity-stolen')).toBe(1);
});

test('twelve borrowers named a contact on paper: ten persons who owe nothing, two whose own loans are still to fall due', () => {
  const named = [...persons, ...contacts].flatMap(({ relations = [], ...who }) =>
    relations.map((each) => ({ ...each, who })),
  );

  expect(contacts).toHaveLength(10);
  expect(new Set(named.map(({ to }) => to)).size).toBe(12);
  expect(tally(named, ({ role, namedBy }) => `${role} ${namedBy}`)).toEqual({ 'emergency-contact borrower': 12 });
  expect(contacts.every(({ points }) => points.map(({ kind }) => kind).join() === 'mobile')).toBe(true);
  const also = named.flatMap(({ who }) => loans.filter(({ personId }) => personId === who.personId));
  expect(also.map(({ schedule }) => (schedule[0]?.dueOn ?? '') >= '2026-03-01')).toEqual([true, true]);
});

test('four have another number by now, seven are looked for in vain, each with one loan', () => {
  const sought = loans.filter(({ script }) => script.search !== undefined);

  expect(tally(sought, ({ script }) => script.search ?? '')).toEqual({ 'finds-number': 4, 'in-vain': 7 });
  expect(sought.map(({ terms }) => terms.jurisdiction).every((place) => place === 'CN')).toBe(true);
  const shares = sought.filter(({ personId }) => loans.filter((loan) => loan.personId === personId).length > 1);
  expect(shares).toEqual([]);
});

test('one of those who die has three loans, one of them placed, the others missed a second time by then and never paid in full', () => {
  const placed = loans.find(({ script }) => script.personNews?.after === 'placement');
  const sisters = loans.filter((loan) => loan.personId === placed?.personId && loan !== placed);

  expect(sisters.map(({ schedule, script }) => [schedule[1]?.dueOn, script.misses])).toEqual([
    ['2026-01-01', [0, 1]],
    ['2026-01-01', [0, 1]],
  ]);
  const secondTime = sisters.flatMap(({ script }) => script.pays.slice(1));
  expect(secondTime.map(({ after, amount }) => [after.on, amount])).toEqual([
    ['payment', 'arrears'],
    ['miss', { percent: 50 }],
  ]);
});

test('two persons share a telephone, and nobody else any point', () => {
  const values = persons.flatMap(({ points }) => points.map(({ value }) => value));

  expect(new Set(values).size).toBe(values.length - 1);
});

test('a small portfolio is the beginning of the big one and has as many persons as were ordered', () => {
  for (const [count, heads] of [
    [1, 1],
    [10, 8],
    [40, 33],
    [60, 50],
    [120, 100],
    [400, 333],
    [10, 2],
  ] as const) {
    const small = make(count, heads);
    expect([small.loans.length, small.persons.length]).toEqual([count, heads]);
    if (count <= 240)
      expect(small.loans.map(({ script }) => script.path)).toEqual(
        loans.slice(0, count).map(({ script }) => script.path),
      );
  }
  expect(new Set(make(40, 33).loans.map(({ script }) => script.path)).size).toBeGreaterThan(6);
});

test('the same seed makes the same portfolio, another seed other sizes', () => {
  expect(make(240, 200)).toEqual({ loans, persons, contacts, twice, liable });
  expect(make(240, 200, 'other').loans).not.toEqual(loans);
});

test('one borrower of two loans is on file twice: the loan that falls due later names the other record', () => {
  const [second] = twice;
  const theirs = loans.filter(({ personId }) => personId === second?.isAlso);
  const named = theirs.map(({ terms, schedule }) => [terms.debtors[0]?.personId, schedule[0]?.dueOn] as const);

  expect(twice).toHaveLength(1);
  expect(new Set(named.map(([name]) => name))).toEqual(new Set([second?.isAlso, second?.personId]));
  const dueOf = (name: string | undefined): string => named.find(([each]) => each === name)?.[1] ?? '';
  expect(dueOf(second?.isAlso) <= dueOf(second?.personId)).toBe(true);
  expect(persons.flatMap(({ points }) => points).map(({ value }) => value)).not.toContain(second?.points[0]?.value);
});

test('four large loans have a co-borrower and four a guarantor, each a person of their own with no loan', () => {
  const roles = loans.flatMap(({ terms }) => terms.debtors.slice(1).map(({ role }) => `${terms.product} ${role}`));
  const ids = new Set(liable.map(({ personId }) => personId));

  expect(tally(roles, (each) => each)).toEqual({ 'large-unsecured co-borrower': 4, 'large-unsecured guarantor': 4 });
  expect(loans.flatMap(({ terms }) => terms.debtors.slice(1).filter(({ personId }) => !ids.has(personId)))).toEqual([]);
  expect(loans.filter(({ personId }) => ids.has(personId))).toEqual([]);
});

test('all 24 card instalments turn to principal first at 91 days past due, and nothing else does', () => {
  const flips = loans.filter(({ terms }) => terms.allocation?.rows.some(({ fromDpd }) => fromDpd === 91));

  expect(tally(flips, ({ terms }) => terms.product)).toEqual({ 'card-instalment': 24 });
});
