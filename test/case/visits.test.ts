import { expect, test } from 'vitest';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { aWorld, missed, tell } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';

/** How often a crew goes to a borrower who answers no telephone, when this comes of each visit. */
const visits = (code: OutcomeCode): number => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  const done = playUntil(world, '2026-03-02T00:00:00.000Z', (kind) => {
    if (kind === 'arrange-visit') return code;
    return kind === 'place-call' ? 'no-answer' : 'delivered';
  });
  return done.filter(({ act }) => act === 'arrange-visit').length;
};

test('where nobody opens a crew goes once more', () => {
  expect(visits('no-answer')).toBe(2);
});

test.each<[string, OutcomeCode]>([
  ['let nobody in', 'refuses'],
  ['quarrelled and complained', 'complains'],
  ['was found without capacity', 'incapacity'],
  ['was found in need', 'hardship'],
  ['spoke of self-harm', 'self-harm-risk'],
  ['lives elsewhere', 'wrong-number'],
])('no crew goes again to who %s', (_, code) => {
  expect(visits(code)).toBe(1);
});
