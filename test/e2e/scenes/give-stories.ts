import { givePortfolio } from '../given.js';
import type { TestStack } from '../stack.js';
import { scenePerson, type LoanStory } from './loan-story.js';

/** Has servicing tell these stories, and the directory their persons, each once; nobody of them answers a call. */
export async function giveStories(stack: TestStack, stories: readonly LoanStory[]): Promise<void> {
  const persons = [...new Set(stories.map(({ person }) => person))];
  await givePortfolio(stack, {
    events: stories.flatMap(({ events }) => events),
    persons: persons.map((person, nth) => scenePerson(person, nth + 1)),
  });
  for (const { loan } of stories) await stack.script({ loan, calls: [], afterwards: 'silent' });
}
