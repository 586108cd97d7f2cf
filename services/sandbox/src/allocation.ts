type Component = 'costs' | 'fees' | 'interest' | 'compound' | 'penalty' | 'damages' | 'principal';

/** How a contract lays out money, as the contract with Recourse writes it (docs/explain.md). */
export type Allocation = {
  rows: {
    fromDpd: number;
    order: { when: ('past-due' | 'due')[]; components: Component[]; by: 'instalment'; first: 'oldest' }[];
  }[];
  takenBack: 'principal';
};

const oldestFirst = (...components: Component[]): Allocation['rows'][number]['order'] => [
  { when: ['past-due', 'due'], components, by: 'instalment', first: 'oldest' },
];

/** Cards: up to 90 days past due charges and interest first, from 91 on principal (CN-ALLOC-2 and -3, which a contract may not change). */
export const cardAllocation: Allocation = {
  rows: [
    { fromDpd: 0, order: oldestFirst('costs', 'fees', 'interest', 'compound', 'penalty', 'damages', 'principal') },
    { fromDpd: 91, order: oldestFirst('principal', 'interest', 'compound', 'penalty', 'damages', 'costs', 'fees') },
  ],
  takenBack: 'principal',
};
