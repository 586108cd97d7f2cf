import type { LateChargeInput } from '@recourse/domain/money/penalty/late-charge-input';
import type { Components } from '@recourse/domain/money/money';

/** A contract whose acceleration still stands, as one that billed its sum on its day under the first number it stands for, and none of those after it. */
export const asBilled = (input: LateChargeInput): LateChargeInput => {
  const { accelerations = [], ...position } = input.position;
  const bills = accelerations.reduce(
    (instalments, { on, from, due }) => [
      ...instalments.filter(({ number, dueOn }) => number < from || dueOn < on),
      { number: from, dueOn: on, due, state: 'missed' as const },
    ],
    position.instalments,
  );
  return { ...input, position: { ...position, instalments: bills } };
};

/** The same contract, all of whose instalments from the nth on fell due at once on the day of the first of them. */
export const accelerated = (input: LateChargeInput, nth: number): LateChargeInput => {
  const all = input.position.instalments.map((each) => ({ ...each, state: 'missed' as const }));
  const first = all[nth];
  if (!first) return input;
  const due: Components = {};
  for (const each of all.slice(nth))
    for (const component of ['principal', 'interest'] as const)
      due[component] = Math.min(Number.MAX_SAFE_INTEGER, (due[component] ?? 0) + (each.due[component] ?? 0));
  const told = { accelerationId: 'a', on: first.dueOn, from: first.number, due };
  return { ...input, position: { ...input.position, instalments: all, accelerations: [told] } };
};
