import type { CarriedScenario } from './carried-scenario.js';
import type { FeatureScenario } from './feature-text.js';
import { dayOfText, plusDays, plusMonths } from './fineract-day.js';

type Schedule = Pick<CarriedScenario, 'product' | 'strategy' | 'instalments' | 'instalmentsFrom'>;
type Terms = {
  product: string;
  strategy: string;
  principal: number;
  rate: number;
  count: number;
  every: number;
  unit: string;
};

const cent = (amount: number): number => Math.round(amount * 100);

/** What the loan was ordered as. The two short orders are those of Fineract's `LoanRequestFactory`: product LP1, 30 days, 1000 EUR, no interest. */
function termsOf({ steps }: FeatureScenario): Terms | undefined {
  const plain = { product: 'LP1', strategy: 'PENALTIES_FEES_INTEREST_PRINCIPAL_ORDER', rate: 0 };
  const orders = steps.flatMap(({ text, table }): (Terms | undefined)[] => {
    if (text.startsWith('Admin creates a new default Loan with date:'))
      return [{ ...plain, principal: 1000, count: 1, every: 30, unit: 'DAYS' }];
    const short = /with Principal: "(\d+)", a loanTermFrequency: (\d+) months, and numberOfRepayments: (\d+)/.exec(
      text,
    );
    if (short) {
      const [term, count] = [Number(short[2]), Number(short[3])];
      return [{ ...plain, principal: Number(short[1]), count, every: term / count, unit: 'MONTHS' }];
    }
    const row = table[0];
    if (!text.startsWith('Admin creates a fully customized loan') || !row) return [];
    if (row['interest type'] !== 'FLAT') return [undefined];
    const of = (head: string): number => Number(row[head]);
    return [
      {
        product: row['LoanProduct'] ?? '',
        strategy: row['Payment strategy'] ?? '',
        principal: of('with Principal'),
        rate: of('ANNUAL interest rate %'),
        count: of('numberOfRepayments'),
        every: of('repaymentEvery'),
        unit: row['repaymentFrequencyType'] ?? '',
      },
    ];
  });
  return orders.length === 1 ? orders[0] : undefined;
}

/** The instalments before anything happened to them, or the reason why they cannot be read. */
export function scheduleOf(scenario: FeatureScenario): Schedule | string {
  const terms = termsOf(scenario);
  if (!terms) return 'its loan is not ordered as one flat loan';
  const paidOut = scenario.steps.flatMap(({ text }) => {
    const found = /^Admin successfully disburse the loan on "([^"]+)" with "([\d.]+)" EUR/.exec(text);
    return found ? [{ on: dayOfText(found[1] ?? ''), amount: Number(found[2]) }] : [];
  });
  const [first] = paidOut;
  if (paidOut.length !== 1 || first?.amount !== terms.principal) return 'its loan is not paid out in one sum';

  const down = terms.product.includes('DOWNPAYMENT');
  const numbers = Array.from({ length: terms.count + (down ? 1 : 0) }, (_, n) => n + 1);
  const dueOn = (number: number): string => {
    const nth = down ? number - 1 : number;
    return terms.unit === 'MONTHS' ? plusMonths(first.on, nth * terms.every) : plusDays(first.on, nth * terms.every);
  };
  const { product, strategy } = terms;
  const sum = (rows: Record<string, string>[]): number =>
    cent(rows.reduce((total, row) => total + Number(row['Principal due']), 0));
  for (const { text, table } of scenario.steps) {
    if (!text.startsWith('Loan Repayment schedule has') || text.includes('Total row')) continue;
    const rows = numbers.flatMap((number) => table.filter((row) => row['Nr'] === String(number)));
    // A later table may hold a chargeback: then its principal is more than was paid out.
    if (rows.length !== numbers.length || sum(rows) !== cent(terms.principal)) continue;
    const instalments = rows.map((row) => ({
      number: Number(row['Nr']),
      dueOn: dayOfText(row['Date'] ?? ''),
      principal: row['Principal due'] ?? '',
      interest: row['Interest'] ?? '',
    }));
    return { product, strategy, instalments, instalmentsFrom: 'stated' };
  }
  const part = down ? (terms.principal * 0.75) / terms.count : terms.principal / terms.count;
  if (terms.rate !== 0 || !Number.isInteger(part)) return 'its schedule is stated nowhere before a chargeback';
  const instalments = numbers.map((number) => ({
    number,
    dueOn: dueOn(number),
    principal: String(down && number === 1 ? terms.principal * 0.25 : part),
    interest: '0',
  }));
  return { product, strategy, instalments, instalmentsFrom: 'terms' };
}
