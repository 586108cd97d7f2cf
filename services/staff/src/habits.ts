import { createHash } from 'node:crypto';

/** How a member of staff treats one task; experience values. */
export type Habit = 'in-time' | 'never' | 'too-late' | 'twice';

const shares: readonly (readonly [share: number, habit: Habit])[] = [
  [0.03, 'never'],
  [0.01, 'too-late'],
  [0.01, 'twice'],
];

/** A number in [0, 1) from nothing but its arguments. */
export function chance(seed: string, subject: string): number {
  return createHash('sha256').update(`${seed}\u0000${subject}`).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** Whose habits the staff has: those people have, or none, so that what a test sees does not hang on the name of a task. */
export type Habits = 'human' | 'punctual';

export function habitWith(seed: string, taskId: string): Habit {
  let left = chance(seed, `${taskId}/habit`);
  for (const [share, habit] of shares) {
    left -= share;
    if (left < 0) return habit;
  }
  return 'in-time';
}
