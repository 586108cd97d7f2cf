import { expect, test } from 'vitest';
import { partnerKeys } from './partner-keys.js';

const [one, two] = ['a1'.repeat(32), 'B2'.repeat(32)];

test('keys are known by partner and hash, several of one partner too', () => {
  expect(partnerKeys.parse(`agency/agency-1:${one}, agency/agency-1:${two},dialler/d.2:${'0'.repeat(64)}`)).toEqual([
    { holder: { kind: 'agency', id: 'agency-1' }, sha256: one },
    { holder: { kind: 'agency', id: 'agency-1' }, sha256: two.toLowerCase() },
    { holder: { kind: 'dialler', id: 'd.2' }, sha256: '0'.repeat(64) },
  ]);
});

const form = 'must be agency/ID:SHA256 or dialler/ID:SHA256 (64 hex digits), several separated by commas';
test.each([
  ['a key itself', 'agency/agency-1:hunter2', form],
  ['another kind', `law-firm/firm-1:${one}`, form],
  ['no id', `agency/:${one}`, form],
  ['an id that is none', `agency/agency 1:${one}`, form],
  ['a comma too many', `agency/agency-1:${one},`, form],
  ['one key for two', `agency/agency-1:${one},agency/agency-2:${one}`, 'gives one key to two'],
  ['one id for two', `agency/x:${one},dialler/x:${two}`, 'names one id both as agency and as dialler'],
])('%s is refused, and not repeated', (_what, text, reason) => {
  const { error } = partnerKeys.safeParse(text);

  expect(error?.issues.map(({ message }) => message)).toEqual([reason]);
});
