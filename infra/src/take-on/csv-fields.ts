import { z } from 'zod';
import { minor } from '../events/event-fields.js';

/** The fields of take-on files: text in, checked values out. An empty field is an absent one. */

const number = (most: RegExp, message: string) =>
  z
    .string()
    .regex(most, message)
    .transform((text) => Number(text));

export const money = number(/^\d{1,16}$/, 'must be a whole number of minor units (fen, cents)').pipe(minor);
export const whole = number(/^\d{1,6}$/, 'must be a whole number');
export const yesOrNo = z.enum(['yes', 'no'], 'must be yes or no').transform((text) => text === 'yes');

/** Absent when empty. */
export const optional = <T extends z.ZodType<unknown, string>>(field: T) =>
  z.union([z.literal('').transform(() => undefined), field], {
    error: (issue) => {
      const [, told] = (issue as { errors?: { message: string }[][] }).errors ?? [];
      return told?.[0]?.message ?? 'cannot be read';
    },
  });

/** Zero when empty. */
export const moneyOrNone = optional(money);

/** Several, with spaces between. */
export const listOf = <T extends z.ZodType<unknown, string>>(each: T) =>
  z
    .string()
    .transform((text) => text.split(/\s+/).filter((part) => part !== ''))
    .pipe(z.array(each));
