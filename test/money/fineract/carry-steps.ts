import type { CarriedDeed, CarriedStep } from './carried-scenario.js';
import type { FeatureScenario, FeatureStep } from './feature-text.js';
import { dayOfText } from './fineract-day.js';

/** What is so far known of the scenario being carried over. */
type Scene = { today: string; deeds: CarriedDeed[]; step: FeatureStep };
type Payment = Extract<CarriedDeed, { do: 'pay' }>;
type Read = (found: readonly string[], scene: Scene) => CarriedStep[] | undefined;

const paymentsOf = ({ deeds }: Scene): Payment[] => deeds.filter((deed): deed is Payment => deed.do === 'pay');
const nextId = (prefix: string, { deeds }: Scene): string =>
  `${prefix}${deeds.filter((deed) => 'id' in deed && deed.id.startsWith(prefix) && deed.do !== 'undo').length + 1}`;

const pays =
  (kindOf: (found: readonly string[]) => string): Read =>
  (found, scene) => {
    const [on = '', amount = ''] = found.slice(-2);
    const id = nextId('p', scene);
    return [{ do: 'pay', line: scene.step.line, id, on: dayOfText(on), amount, kind: kindOf(found) }];
  };

const undoes = (payment: Payment | undefined, scene: Scene): CarriedStep[] | undefined =>
  payment && [{ do: 'undo', line: scene.step.line, id: payment.id, on: scene.today }];

const nthOn = ([nth = '', on = '']: readonly string[], scene: Scene): Payment | undefined =>
  paymentsOf(scene).filter((payment) => payment.on === dayOfText(on))[Number(nth) - 1];

const charges = (name: string, dueOn: string, amount: string, scene: Scene): CarriedStep[] => [
  {
    do: 'charge',
    line: scene.step.line,
    id: nextId('c', scene),
    component: name === 'LOAN_NSF_FEE' ? 'penalty' : 'fees',
    raisedOn: scene.today,
    dueOn: dayOfText(dueOn),
    amount,
  },
];

const waives =
  (deed: 'waive' | 'undo-waive'): Read =>
  (_found, scene) => {
    const charge = scene.deeds.findLast((each) => each.do === 'charge');
    return charge?.do === 'charge'
      ? [{ do: deed, line: scene.step.line, charge: charge.id, on: scene.today }]
      : undefined;
  };

const takesBack = (payment: Payment | undefined, amount: string, scene: Scene): CarriedStep[] | undefined =>
  payment && [
    {
      do: 'chargeback',
      line: scene.step.line,
      id: nextId('b', scene),
      payment: payment.id,
      on: scene.today,
      amount,
    },
  ];

const rowsOf =
  (states: 'schedule' | 'total' | 'transactions' | 'charges'): Read =>
  (_found, { today, step: { line, table } }) => [{ states, line, on: today, rows: table }];

/** Everything of Fineract's language that has to do with what is owed. The amount of a bounced payment's fee is the default of its `LoanChargeStepDef`. */
const vocabulary: readonly [RegExp, Read][] = [
  [
    /^Customer makes "([A-Z_ ]+)" repayment on "([^"]+)" with ([\d.]+) EUR transaction amount$/,
    pays(() => 'REPAYMENT'),
  ],
  [
    /^(?:Customer|Admin) makes "(REPAYMENT|GOODWILL_CREDIT|MERCHANT_ISSUED_REFUND|PAYOUT_REFUND)" transaction with "[A-Z_]+" payment type on "([^"]+)" with ([\d.]+) EUR transaction amount(?: and (?:system|self)-generated Idempotency key)?$/,
    pays(([kind = '']) => kind),
  ],
  [
    /^Admin makes a charge adjustment for the last "[A-Z_]+" type charge which is due on "[^"]+" with ([\d.]+) EUR/,
    ([amount = ''], scene) => [
      { do: 'pay', line: scene.step.line, id: nextId('p', scene), on: scene.today, amount, kind: 'CHARGE_ADJUSTMENT' },
    ],
  ],
  [
    /^Admin reverts the charge adjustment which was raised on "([^"]+)"/,
    ([on = ''], scene) =>
      undoes(
        paymentsOf(scene).find((payment) => payment.kind === 'CHARGE_ADJUSTMENT' && payment.on === dayOfText(on)),
        scene,
      ),
  ],
  [/^Customer undo "(\d+)"th repayment on "([^"]+)"$/, (found, scene) => undoes(nthOn(found, scene), scene)],
  [
    /^Customer undo "(\d+)"th (?:"[A-Za-z ]+" )?transaction made on "([^"]+)"$/,
    (found, scene) => undoes(nthOn(found, scene), scene),
  ],
  [
    /^Customer makes a repayment undo on "([^"]+)"$/,
    (_found, scene) =>
      undoes(
        paymentsOf(scene).findLast(({ kind }) => kind === 'REPAYMENT'),
        scene,
      ),
  ],
  [
    /^Admin adds "(LOAN_NSF_FEE|LOAN_SNOOZE_FEE)" due date charge with "([^"]+)" due date and ([\d.]+) EUR transaction amount$/,
    ([name = '', dueOn = '', amount = ''], scene) => charges(name, dueOn, amount, scene),
  ],
  [
    /^Admin adds an NSF fee because of payment bounce with "([^"]+)" transaction date$/,
    ([dueOn = ''], scene) => charges('LOAN_NSF_FEE', dueOn, '10', scene),
  ],
  [/^Admin waives (?:due date )?charge$/, waives('waive')],
  [/^Admin makes waive undone for charge$/, waives('undo-waive')],
  [
    /^Admin makes "[A-Z_]+" chargeback with ([\d.]+) EUR transaction amount$/,
    ([amount = ''], scene) =>
      takesBack(
        paymentsOf(scene).findLast(({ kind }) => kind === 'REPAYMENT'),
        amount,
        scene,
      ),
  ],
  [
    /^Admin makes "[A-Z_]+" chargeback with ([\d.]+) EUR transaction amount for Payment nr. ([\d.]+)$/,
    ([amount = '', nth = ''], scene) =>
      takesBack(paymentsOf(scene).filter(({ kind }) => kind === 'REPAYMENT')[Number(nth) - 1], amount, scene),
  ],
  [
    /^Admin makes Credit Balance Refund transaction on "([^"]+)" with ([\d.]+) EUR transaction amount$/,
    ([on = '', amount = ''], scene) => [
      { do: 'refund', line: scene.step.line, id: nextId('r', scene), on: dayOfText(on), amount },
    ],
  ],
  [/^Loan Repayment schedule has \d+ periods, with the following data for periods:$/, rowsOf('schedule')],
  [/^Loan Repayment schedule has the following data in Total row:$/, rowsOf('total')],
  [/^Loan Transactions tab has the following data:$/, rowsOf('transactions')],
  [/^Loan Charges tab has the following data:$/, rowsOf('charges')],
  [
    /^Loan has ([\d.]+) outstanding amount$/,
    ([amount = ''], { today, step }) => [{ states: 'outstanding', line: step.line, on: today, amount }],
  ],
  [
    /^Loan has ([\d.]+) overpaid amount$/,
    ([amount = ''], { today, step }) => [{ states: 'overpaid', line: step.line, on: today, amount }],
  ],
];

/** What moves no money that we look at: persons, approvals, states, events, books, delinquency tags, nightly jobs without interest. */
const silent =
  /^(Admin creates a (client|new default Loan|fully customized loan)|Admin successfully (approves|disburse|creates a new customised Loan)|Admin set "|Loan status|Loan Transactions tab has a "|Loan Transactions tab has a transaction|On Loan Transactions tab|In Loan Transactions|Admin runs (inline )?COB|Loan Charges tab has a given charge|Loan has \d+ "|Admin checks that delinquency|Loan has the following (LOAN|INSTALLMENT) level|Repayment transaction is created|Global config|Loan details|Loan closedon_date|Loan's|Charge is successfully|Loan[A-Z]\w+Event|No new event|Installment level delinquency)/;

/** The steps of a scenario, or the first one that we have no word for. */
export function stepsOf(scenario: FeatureScenario, before: readonly CarriedDeed[]): CarriedStep[] | string {
  const scene: Scene = { today: '', deeds: [...before], step: { line: 0, text: '', table: [] } };
  const steps: CarriedStep[] = [...before];
  for (const step of scenario.steps) {
    scene.step = step;
    const today = /^Admin sets the business date to "([^"]+)"$/.exec(step.text);
    if (today) scene.today = dayOfText(today[1] ?? '');
    if (today || silent.test(step.text)) continue;
    const [read] = vocabulary.flatMap(([pattern, reader]) => {
      const found = pattern.exec(step.text);
      return found ? [reader(found.slice(1), scene)] : [];
    });
    if (!read) return `step "${step.text.replace(/"[^"]*"|[\d.]+/g, '…')}"`;
    steps.push(...read);
    scene.deeds.push(...read.filter((each): each is CarriedDeed => 'do' in each));
  }
  return steps;
}
