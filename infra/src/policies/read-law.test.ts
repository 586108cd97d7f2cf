import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repoRoot } from '../local/repo-root.js';
import { readLaw } from './read-law.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'recourse-law-'));
  for (const folder of ['rule-packs', 'calendars'])
    cpSync(join(repoRoot, 'policies', folder), join(dir, folder), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('the law of a policies folder', () => {
  it('names every pack by name, version and hash', () => {
    const { law, faults } = readLaw(dir);
    expect(faults).toEqual([]);
    expect(law.packs.map(({ name }) => name.replace(/#[0-9a-f]{12}$/, '#'))).toEqual(
      ['cn', 'house', 'uk', 'us-federal', 'us-ma', 'us-nyc', 'us-reg-f'].map((pack) => `${pack}@1#`),
    );
  });

  it('has each calendar once, and tells the file that brings it again', () => {
    cpSync(join(dir, 'calendars/cn.yaml'), join(dir, 'calendars/cn-again.yaml'));
    expect(readLaw(dir).faults).toEqual([
      { file: 'calendars/cn.yaml', path: 'calendar', reason: 'CN is the name of another calendar' },
    ]);
  });

  it('tells in which file a pack says what another says', () => {
    cpSync(join(dir, 'rule-packs/us-nyc.yaml'), join(dir, 'rule-packs/us-nyc-2.yaml'));
    expect(readLaw(dir).faults).toEqual([
      { file: 'rule-packs/us-nyc.yaml', path: 'pack', reason: 'us-nyc is the name of another pack' },
    ]);
  });

  it('needs the calendar by which a country’s business days are counted', () => {
    rmSync(join(dir, 'calendars/us.yaml'));
    expect(readLaw(dir).faults.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      'rule-packs/us-federal.yaml: there is no calendar US in calendars/',
      'rule-packs/us-reg-f.yaml: there is no calendar US in calendars/',
    ]);
  });

  it('has no pack of what is no place', () => {
    const file = join(dir, 'rule-packs/us-ma.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('jurisdiction: US-MA', 'jurisdiction: US-AM'));
    const places = new Set(['CN', 'GB', 'US', 'US-MA', 'US-NY-NYC']);
    expect(readLaw(dir, places).faults).toEqual([
      {
        file: 'rule-packs/us-ma.yaml',
        path: 'jurisdiction',
        reason: 'US-AM is neither a country nor a part of one in places.yaml',
      },
    ]);
  });
});
