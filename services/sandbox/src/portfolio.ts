import { chance } from './chance.js';
import { addDays, type Day } from './local-time.js';
import type { Loan } from './loan.js';
import { makePerson, type CountryCode, type Person, zoneOf } from './person.js';
import { chanceRecipe, pairRecipe, type Recipe, recipes } from './recipes.js';
import { repaymentSchedule } from './repayment-schedule.js';

export type PortfolioOrder = { seed: string; loans: number; persons: number; from: Day };
export type Portfolio = { loans: Loan[]; persons: Person[] };

/** One loan to be made: the `nth` of its recipe. */
type Seat = { recipe: Recipe; nth: number };

const dueDaysOfMonth = ['01', '05', '10', '15', '20', '25'];
const abroad: Record<string, CountryCode> = { 'self-cure/1': 'US', 'after-first-message/1': 'GB' };
/** Lives six hours from Greenwich, owes where it is eight. */
const farWest = 'promise-kept/0';

/** Round after round, one loan of every recipe that has one left: so a small portfolio too holds some of everything. */
function seats(count: number): Seat[] {
  const inRecipes = Math.max(...recipes.map(({ firstDays }) => firstDays.length));
  const all = Array.from({ length: inRecipes }, (_, nth) =>
    recipes.filter(({ firstDays }) => nth < firstDays.length).map((recipe) => ({ recipe, nth })),
  ).flat();
  const pair = [0, 1].map((nth) => ({ recipe: pairRecipe, nth }));
  const planned = count >= 2 ? [...pair, ...all] : all;
  // Beyond the plan: chance and repetition by turns.
  const more = Array.from({ length: Math.max(0, count - planned.length) }, (_, i) =>
    i % 2 === 0 || count - planned.length <= chanceRecipe.firstDays.length
      ? { recipe: chanceRecipe, nth: i }
      : (all[(i >> 1) % all.length] as Seat),
  );
  return [...planned, ...more].slice(0, count);
}

/** Second loans go to borrowers who need no telling twice, so that one person's two scripts do not cross. */
const mayShare = new Set([
  'self-cure',
  'after-first-message',
  'duplicate',
  'paid-off',
  'late',
  'back-dated',
  'relapse',
  'reversed',
  'second-episode',
]);

/** Makes the loans and persons of a portfolio: the same for the same order, whatever else there is. */
export function makePortfolio({ seed, loans: count, persons: heads, from }: PortfolioOrder): Portfolio {
  const persons: Person[] = [];
  const verifiedOn = addDays(from, -10);
  const addPerson = (country: CountryCode, zone?: string): Person => {
    const person = makePerson(persons.length + 1, country, verifiedOn, zone);
    persons.push(person);
    return person;
  };

  /** Have no further loans: what they say or do must not stop another loan's script. */
  const alone = new Set<string>();
  let shares = Math.max(0, count - heads);
  const loans = seats(count).map(({ recipe, nth }, index) => {
    const { path } = recipe.script;
    const country = abroad[`${path}/${nth}`] ?? 'CN';
    let person: Person | undefined;
    if (path === 'pair' && nth === 1) {
      person = persons.at(-1);
      shares -= 1;
    } else if (country === 'CN' && mayShare.has(path) && shares > 0) {
      const hosts = persons.filter(({ zone, personId }) => zone === zoneOf('CN') && !alone.has(personId));
      person = hosts[(index * 7) % hosts.length];
      if (person !== undefined) shares -= 1;
    }
    person ??= addPerson(country, `${path}/${nth}` === farWest ? 'Asia/Urumqi' : undefined);
    if (path === 'pair' || path === 'by-chance') alone.add(person.personId);
    return makeLoan({ seed, from, person, country, recipe, nth, number: index + 1 });
  });
  return { loans, persons };
}

type MakeLoan = {
  seed: string;
  from: Day;
  person: Person;
  country: CountryCode;
  recipe: Recipe;
  nth: number;
  number: number;
};

const firstDueDay = (earliest: Day): Day => {
  let day = earliest;
  while (!dueDaysOfMonth.includes(day.slice(8))) day = addDays(day, 1);
  return day;
};

function makeLoan({ seed, from, person, country, recipe, nth, number }: MakeLoan): Loan {
  const loanId = `L${String(number).padStart(4, '0')}`;
  const { script, firstDays, product } = recipe;
  const day = firstDays[nth % firstDays.length] ?? 0;
  const firstDueOn = firstDueDay(addDays(from, script.path === 'pair' ? (firstDays[0] ?? 0) : day));
  const shop = product === 'merchant-instalment';
  const months = 12;
  const first = months + 1 - (script.instalmentsLeft ?? 9 + Math.floor(chance(seed, loanId, 'age') * 3));
  // 15 000 to 50 000 of the currency (goods: 14 000 to 20 000): one instalment is worth a visit (strategy: 1 000).
  const size = 150 + Math.floor(chance(seed, loanId, 'size') * 350);
  const term = shop
    ? { principal: (140 + (size % 60)) * 10_000, yearlyRateBp: 0, months }
    : { principal: size * 10_000, yearlyRateBp: 1560, months };
  return {
    loanId,
    personId: person.personId,
    terms: {
      version: 1,
      product: country === 'CN' ? product : 'personal-loan',
      currency: { CN: 'CNY', US: 'USD', GB: 'GBP' }[country],
      zone: zoneOf(country),
      jurisdiction: country,
      graceDays: shop ? 1 : 3,
      tolerance: product === 'card-instalment' ? 1_000 : 0,
      debtors: [{ personId: person.personId, role: 'borrower' }],
    },
    schedule: repaymentSchedule(term, firstDueOn, first),
    account: { missed: [], payments: [] },
    script,
    closed: false,
    eventsMade: 0,
  };
}
