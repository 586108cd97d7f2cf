import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the condition holds; the runner's test timeout is the limit, and the stack then shows which wait it was. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(10);
}
