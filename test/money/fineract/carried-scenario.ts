/** Figures as Fineract states them, in units of EUR, unchanged: `1040.0`, `187.5`, `0`. */
type Stated = string;
type Day = string;

/** What the feature makes happen. `on`: the value date. Ids are ours: `p1` is the first payment, `c1` the first charge. */
export type CarriedDeed =
  | { do: 'pay'; line: number; id: string; on: Day; amount: Stated; kind: string }
  | { do: 'undo'; line: number; id: string; on: Day }
  | { do: 'charge'; line: number; id: string; component: 'fees' | 'penalty'; raisedOn: Day; dueOn: Day; amount: Stated }
  | { do: 'waive' | 'undo-waive'; line: number; charge: string; on: Day }
  | { do: 'chargeback'; line: number; id: string; payment: string; on: Day; amount: Stated }
  | { do: 'refund'; line: number; id: string; on: Day; amount: Stated };

/** What Fineract says has come of it by the day `on`; rows under the feature's own column heads. */
export type CarriedFigures =
  | { states: 'schedule' | 'total' | 'transactions' | 'charges'; line: number; on: Day; rows: Record<string, string>[] }
  | { states: 'outstanding' | 'overpaid'; line: number; on: Day; amount: Stated };

export type CarriedStep = CarriedDeed | CarriedFigures;

export type CarriedScenario = {
  feature: string;
  line: number;
  scenario: string;
  product: string;
  strategy: string;
  /** Advanced allocation only: where a repayment goes that is ahead of every due date. */
  future: string;
  /** `stated`: read from the scenario's own schedule; `terms`: equal parts of the principal, as the loan was ordered. */
  instalmentsFrom: 'stated' | 'terms';
  instalments: { number: number; dueOn: Day; principal: Stated; interest: Stated }[];
  steps: CarriedStep[];
};

export type CarriedFile = {
  source: string;
  commit: string;
  license: string;
  scenarios: CarriedScenario[];
};

export const isDeed = (step: CarriedStep): step is CarriedDeed => 'do' in step;
