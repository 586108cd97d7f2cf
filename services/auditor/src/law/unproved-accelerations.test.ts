import { expect, it } from 'vitest';
import type { News } from '../news.js';
import { readLaw } from './read-law.js';
import { withUnproved } from './unproved-accelerations.js';

const told = (notice?: { kind: string; sentOn: string; provedOn?: string }): News[] => [
  { news: 'acceleration', id: 'a', on: '2026-01-20', from: 2, due: {}, ...(notice && { notice }) },
];
const proved = (provedOn: string, kind = 'default') => told({ kind, sentOn: '2026-01-01', provedOn });

it.each<[string, News[], string, boolean]>([
  ['with fourteen whole days after its proof', proved('2026-01-05'), 'GB', false],
  ['a day too early', proved('2026-01-06'), 'GB', true],
  ['with another notice', proved('2026-01-02', 'acceleration'), 'GB', true],
  ['with a notice that was sent only', told({ kind: 'default', sentOn: '2026-01-01' }), 'GB', true],
  ['without a notice', told(), 'GB', true],
  ['in a part of the country', told(), 'GB-SCT', true],
  ['where the law wants none', told(), 'CN', false],
])('rests on an acceleration %s as the shipped packs say', async (_, news, jurisdiction, isAgainst) => {
  const { accelerations } = await readLaw();

  const [judged] = withUnproved(news, { jurisdiction, product: 'personal-loan' }, accelerations ?? []);

  expect(judged).toEqual(isAgainst ? { ...news[0], against: true } : news[0]);
});
