import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { afterAll, expect, it } from 'vitest';
import { readPlanInput } from './read-plan-input.js';

const scratch = mkdtempSync(join(tmpdir(), 'recourse-plan-input-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const file = join(scratch, 'input.json');
const example = readFileSync(join(repoRoot, 'examples/explain/old-claim.json'), 'utf8');
const reading = (content: string | Buffer) => {
  writeFileSync(file, content);
  return () => readPlanInput(file);
};

it('the example is read', () => expect(reading(example)().kase.status).toBe('open'));

it.each([
  ['a zone nobody keeps', /"zone": "[^"]+"/g, '"zone": "Mars/X"', 'people[0].zone: is no zone'],
  [
    'a zone named like what every object has',
    /"zone": "[^"]+"/g,
    '"zone": "constructor"',
    'people[0].zone: is no zone',
  ],
  ['a place there is not', /"jurisdiction": "[^"]+"/g, '"jurisdiction": "XX"', 'terms.jurisdiction: is no country'],
  ['a day nobody reckons with', /^(\{[^]*?"at": ")[^"]+"/, '$19999-12-31T23:59:59.999Z"', 'at: must be from 1900'],
])('%s is refused by its field', (_what, of, instead, told) => {
  const wrong = example.replace(of, instead);
  expect(wrong).not.toBe(example);
  expect(reading(wrong)).toThrow(told);
});

it('a dispute is refused, since a file tells no hold', () => {
  const told: { events: unknown[]; at: string } = JSON.parse(example);
  const dispute = { type: 'dispute-raised', at: told.at, data: {} };
  expect(reading(JSON.stringify({ ...told, events: [...told.events, dispute] }))).toThrow(
    `events[${told.events.length}].type: places a hold`,
  );
});

it('a file in another encoding is refused, and not read with signs of doubt in it', () => {
  expect(reading(Buffer.from(example.replace('v', '\u00e9'), 'latin1'))).toThrow('is no text in UTF-8');
});
