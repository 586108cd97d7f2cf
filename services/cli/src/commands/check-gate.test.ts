import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { gateAnswer } from '@recourse/infra/policies/gate-shapes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkGate } from './check-gate.js';

const example = (name: string): string => join(repoRoot, 'examples/gate', name);
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'recourse-gate-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const asked = (change: (question: Record<string, Record<string, unknown>>) => void): string => {
  const question = JSON.parse(readFileSync(example('at-night.json'), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >;
  change(question);
  const file = join(dir, 'question.json');
  writeFileSync(file, JSON.stringify(question));
  return file;
};
const check = (input: string, json = false, lang: 'en' | 'zh' = 'en'): string[] => checkGate({ input, json, lang });

describe('gate check', () => {
  it('puts the seventh dial of a day to one number off to the next opening, and says which law', () => {
    const answer = JSON.parse(check(example('seventh-dial.json'), true).join('\n')) as Record<string, unknown>;
    expect(answer).toMatchObject({ v: 1, verdict: 'defer', until: '2026-03-03T00:00:00.000Z' });
    // Told of the point and of the person: both count it.
    expect(answer['rules']).toEqual(['CN-FREQ-3', 'OWN-FREQ-1', 'OWN-FREQ-2']);
    expect(JSON.stringify(answer['trace'])).toContain('中国银行业协会');
  });

  it.each(['seventh-dial.json', 'at-night.json'])('answers %s in the shape that is written down', (name) => {
    const answer: unknown = JSON.parse(check(example(name), true).join('\n'));
    expect(gateAnswer.parse(answer)).toEqual(answer);
    const allowed = asked(({ attempt }) => (attempt!['at'] = '2026-03-02T20:59:00+08:00'));
    expect(gateAnswer.parse(JSON.parse(check(allowed, true).join('\n')))).toMatchObject({ verdict: 'allow' });
    const refused = asked(({ person }) => (person!['zones'] = []));
    expect(gateAnswer.parse(JSON.parse(check(refused, true).join('\n')))).toMatchObject({ reason: 'unknown-zone' });
  });

  it('takes no field that is said twice: the last would stand, and a hold be gone without a word', () => {
    const file = asked(() => undefined);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"attempt":', '"v":1,"attempt":'));
    expect(() => check(file)).toThrow('is said twice');
  });

  it('takes no agreement to be called at night for longer than a month, as no conversation does', () => {
    const agreed = { from: '22:00', to: '23:00', fromDay: '2026-01-01' };
    const until = (untilDay: string) =>
      asked(({ person }) => (person!['standing'] = { agreedTimes: [{ ...agreed, untilDay }] }));
    expect(() => check(until('2026-02-02'))).toThrow(/agreedTimes\[0\]\.untilDay: must be at most 31 days/);
    expect(() => check(until('2026-02-01'))).not.toThrow();
  });

  it('takes no agreement of later than a month from when the contact is asked, nor of more than 4 hours', () => {
    const agreed = { from: '22:00', to: '23:00', fromDay: '2026-01-01', untilDay: '2026-01-31' };
    const told = (change: Partial<typeof agreed>) =>
      asked(({ attempt, person }) => {
        attempt!['at'] = '2026-01-01T02:00:00Z';
        person!['standing'] = { agreedTimes: [agreed, { ...agreed, ...change }] };
      });
    expect(() => check(told({ fromDay: '2026-02-01', untilDay: '2026-02-01' }))).not.toThrow();
    expect(() => check(told({ fromDay: '2026-02-01', untilDay: '2026-02-02' }))).toThrow(
      /agreedTimes\[1\]\.untilDay: must be at most 31 days after it is told/,
    );
    expect(() => check(told({ from: '00:00', to: '24:00' }))).toThrow(
      /agreedTimes\[1\]\.to: must be at most 4 hours after from/,
    );
  });

  it('takes no time that ends before it begins, as persons load takes none', () => {
    const odd = asked(
      ({ person }) => (person!['standing'] = { inconvenientTimes: [{ days: ['wed'], from: '18:00', to: '09:00' }] }),
    );
    expect(() => check(odd)).toThrow(/inconvenientTimes\[0\]\.to: must be after from/);
  });

  it.each([
    ['until', '2026-03-01T00:00:00Z', 'must be after from'],
    ['endedAt', '2026-02-28T23:59:59Z', 'must not be before from'],
  ])('takes no hold whose %s is before it begins: it would hold nothing', (field, at, reason) => {
    const hold = {
      id: 'h',
      reason: 'death',
      scope: { person: 'ANNE' },
      stops: ['contact'],
      from: '2026-03-01T00:00:00Z',
    };
    const odd = asked((question) => Object.assign(question['person']!, { holds: [{ ...hold, [field]: at }] }));
    expect(() => check(odd)).toThrow(`person.holds[0].${field}: ${reason}`);
  });

  it.each([
    ['1899-12-31T23:59:59+08:00', 'must not be before 1900'],
    ['2100-01-01T00:00:00+08:00', 'must be before 2100'],
  ])('takes no time of another century: %s', (at, reason) => {
    const odd = asked(({ person }) => (person!['standing'] = { optOuts: [{ at }] }));
    expect(() => check(odd)).toThrow(`optOuts[0].at: ${reason}`);
    expect(() => check(asked(({ attempt }) => (attempt!['at'] = at)))).toThrow(`attempt.at: ${reason}`);
  });

  it('says the same in words, in both languages', () => {
    expect(check(example('at-night.json'))[0]).toMatch(/^defer → 2026-03-03T00:00:00\.000Z \[.*CN-TIME-1/);
    expect(check(example('at-night.json'), false, 'zh')[0]).toMatch(/^推迟 → /);
    const noZone = asked(({ person }) => (person!['zones'] = []));
    expect(check(noZone)[0]).toMatch(/^refuse: .*time zone is not known \[zone-known/);
  });

  it('allows the same text a minute before the window closes', () => {
    const inHours = asked(({ attempt }) => (attempt!['at'] = '2026-03-02T20:59:00+08:00'));
    expect(check(inHours)[0]).toBe('allow');
  });

  it('asks of a visit what begin asks of it', () => {
    const visit = asked(({ attempt, point }) => {
      Object.assign(attempt!, { channel: 'visit', at: '2026-03-02T10:00:00+08:00' });
      Object.assign(point!, { kind: 'address', placeType: 'work' });
    });
    expect(check(visit)[0]).toMatch(/^refuse: the law forbids a visit made so \[CN-VISIT-2/);
  });

  it('knows no hold for a reason there is not', () => {
    const odd = asked((question) => {
      const hold = {
        id: 'h',
        reason: 'mood',
        scope: { person: 'ANNE' },
        stops: ['contact'],
        from: '2026-03-01T00:00:00Z',
      };
      Object.assign(question['person']!, { holds: [hold] });
    });
    expect(() => check(odd)).toThrow('person.holds[0].reason: must be a reason to hold');
  });

  it('names every field that is wrong, and answers nothing', () => {
    const wrong = asked(({ attempt, person }) => {
      attempt!['channel'] = 'pigeon';
      attempt!['at'] = 'tonight';
      person!['zones'] = ['Asia/Nowhere'];
      person!['mood'] = 'bad';
    });
    expect(() => check(wrong)).toThrow(
      /attempt\.channel: must be a channel[\s\S]*attempt\.at: must be a time with its offset[\s\S]*person\.zones\[0\]: is not a time zone[\s\S]*person\.mood: is not a known field/,
    );
    const noFile = join(dir, 'none.json');
    expect(() => check(noFile)).toThrow('no such file');
    writeFileSync(noFile, '{');
    expect(() => check(noFile)).toThrow('is not JSON');
  });
});
