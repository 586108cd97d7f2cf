import { createHash } from 'node:crypto';

/**
 * A number in [0, 1) that depends on nothing but its arguments: never on what else happened or in which order.
 * `nth` counts the throws of one subject.
 */
export function chance(seed: string, subject: string, nth: number | string): number {
  const digest = createHash('sha256').update(`${seed}\u0000${subject}\u0000${nth}`).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}
