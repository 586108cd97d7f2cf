import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { givePortfolio } from '../given.js';
import { loanStory, scenePerson } from '../scenes/loan-story.js';
import type { TestStack } from '../stack.js';

type Story = ReturnType<typeof loanStory>;

const persons = new WeakMap<TestStack, number>();

/**
 * Loans of a person each who have missed the instalment of `dueOn` (told the day after), are always reached and pay nothing unless told to.
 * Under `consumer-cn` they are written to at `firstSms` and `secondSms`. `more` tells the rest of each story.
 */
export async function giveOverdue(
  stack: TestStack,
  loans: readonly string[],
  dueOn: string,
  more: (story: Story) => Story = (story) => story,
): Promise<void> {
  const stories = loans.map((loan) => more(loanStory(stack.tenant, loan, `p-${loan}`).missed(1, dueOn)));
  const before = persons.get(stack) ?? 0;
  persons.set(stack, before + stories.length);
  await givePortfolio(stack, {
    events: stories.flatMap(({ events }) => events),
    persons: stories.map(({ person }, nth) => scenePerson(person, before + nth)),
  });
  for (const loan of loans) await stack.script({ loan, alwaysReached: true, afterwards: 'silent' });
}

/** 10:00 in Shanghai on the day after three days of grace. */
export const firstSms = (dueOn: string): string => `${addDays(dueOn, 4)}T02:00:00.000Z`;
export const secondSms = (dueOn: string): string => `${addDays(dueOn, 5)}T02:00:00.000Z`;
/** Receipts come with the next half hour. */
export const receiptOf = (sentAt: string): string => new Date(Date.parse(sentAt) + 1_800_000).toISOString();
