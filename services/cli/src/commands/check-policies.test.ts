import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPolicies } from './check-policies.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'recourse-policies-'));
  cpSync(join(repoRoot, 'policies'), dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const spoil = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(dir, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(dir, file), text.replace(from, to));
};

test('the shipped policies are said to be in order, with what new cases take and the hash of each pack', () => {
  const said = checkPolicies('2026-10-01');
  expect(said.filter((line) => !line.startsWith('rule pack'))).toEqual([
    'policies are in order',
    'strategy consumer-cn: new cases take version 7, 6 older',
    'calendar CN: from 2025-01-01 up to 2027-01-01',
    'calendar GB: from 2025-01-01 up to 2028-01-01',
    'calendar US: from 2025-01-01 up to 2028-01-01',
    'time zones: from 2024-01-01 up to 2030-01-01',
  ]);
  expect(said).toContainEqual(expect.stringMatching(/^rule pack cn@1#[0-9a-f]{12} for CN: \d+ rules$/));
});

test.each([
  ['2026-11-01', []],
  ['2026-11-02', ['warning: calendar CN ends in 60 days; past its end whatever rests on it is refused']],
  ['2027-01-01', ['warning: calendar CN has ended; past its end whatever rests on it is refused']],
])('a holiday calendar that ends soon is warned of: on %s', (today, warnings) => {
  expect(checkPolicies(today).filter((line) => line.startsWith('warning'))).toEqual(warnings);
});

test.each([
  ['2029-11-01', []],
  ['2029-11-02', ['warning: the zone table ends in 60 days; past its end nobody is contacted']],
  ['2030-01-01', ['warning: the zone table has ended; past its end nobody is contacted']],
])('a zone table that ends soon is warned of: on %s', (today, warnings) => {
  expect(checkPolicies(today).filter((line) => line.startsWith('warning: the zone'))).toEqual(warnings);
});

test('every fault of every file is named at once', () => {
  spoil('strategies/consumer-cn-2.yaml', 'template: reminder-first', 'template: reminder-frist');
  spoil('rule-packs/house.yaml', 'limit: 5', 'limit: five');
  spoil('contacts.yaml', 'mergeWindowMinutes: 60', 'mergeWindowMinutes: an hour');
  spoil('templates/call-script.yaml', '{{ sender }}', '{{ sendr }}');

  expect(() => checkPolicies('2026-10-01', dir)).toThrow(
    /^4 faults in the policies:\n {2}rule-packs\/house\.yaml: rules\[2\]\.limit: .*\n {2}contacts\.yaml: mergeWindowMinutes: .*\n {2}templates\/call-script\.yaml: text\.zh: .*\n {2}strategies\/consumer-cn-2\.yaml: stages\[0\]\.steps\[0\]\.template: unknown-template: .*reminder-frist/,
  );
});

test('a rule that ended is a fault from its last day on, and before where its row of the survey does not say so', () => {
  const ends = 'effectiveFrom: 2026-09-01, effectiveTo: 2026-10-01';
  spoil('rule-packs/us-nyc.yaml', 'effectiveFrom: 2026-09-01', ends);
  expect(() => checkPolicies('2026-09-30', dir)).toThrow(
    'law-survey: US-NYC-1 of pack us-nyc has effectiveTo "2026-10-01" for none of row US-NYC-1 of the survey',
  );
  spoil('law-survey/us.yaml', 'rule: US-NYC-1, least: { effectiveFrom: 2026-09-01', `rule: US-NYC-1, least: { ${ends}`);
  expect(checkPolicies('2026-09-30', dir)[0]).toBe('policies are in order');
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(
    /^1 fault in the policies:\n {2}rule pack us-nyc: rules\[0\]\.effectiveTo: US-NYC-1 ended on 2026-10-01: /,
  );
});

test('the survey is held to the packs, by every service that loads them: a law that is lost is missed', () => {
  spoil('law-survey/uk.yaml', 'id: UK-CPL-1', 'id: UK-CPL-9');
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(
    /^2 faults in the policies:\n {2}law-survey: UK-CPL-9 is kept by UK-CPL-9, which is in no pack\n {2}law-survey: UK-CPL-1 of pack uk is in no row of the survey$/,
  );
});

test('a pack by a name that is not read is a fault, and so is the law it leaves out', () => {
  renameSync(join(dir, 'rule-packs/house.yaml'), join(dir, 'rule-packs/house.YAML'));
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(
    /rule-packs\/house\.YAML: .*is not read: what belongs here ends in \.yaml or \.yml/,
  );
});

test('law of a state without that of its country is a fault of its file', () => {
  rmSync(join(dir, 'rule-packs/us-reg-f.yaml'));
  rmSync(join(dir, 'rule-packs/us-federal.yaml'));
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(
    /^2 faults in the policies:\n {2}rule-packs\/us-ma\.yaml: jurisdiction: US-MA is on top of US, of which there is no pack\n {2}rule-packs\/us-nyc\.yaml: jurisdiction: US-NY-NYC is on top of US, of which there is no pack$/,
  );
});

test.each(['reminder-first', 'sender'])('words approved on a day still to come are a fault: %s', (name) => {
  const file = join(dir, `templates/${name}.yaml`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/on: \d{4}-\d\d-\d\d/, 'on: 2099-01-01'));
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(
    `templates/${name}.yaml: approved.on: 2099-01-01 is still to come`,
  );
});

test.each(['include', 'render', 'layout'])('a template that would read another file is refused by name: %s', (tag) => {
  const secret = join(dir, 'secret.txt');
  writeFileSync(secret, 'the words of another file');
  spoil('templates/call-script.yaml', '{{ sender }}', `{{ sender }}{% ${tag} '${secret}' %}`);
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(
    new RegExp(`templates/call-script\\.yaml: text\\.zh: tag "${tag}" not found`),
  );
});

test('a word twice in a list is a fault; a rule that begins in 2099 and one that ends within the month are warned of', () => {
  spoil('rule-packs/us-nyc.yaml', 'channels: [sms, email, app, im]', 'channels: [sms, email, sms, im]');
  expect(() => checkPolicies('2026-10-01', dir)).toThrow('rules[1].channels[2]: sms stands there twice');
  spoil('rule-packs/us-nyc.yaml', 'channels: [sms, email, sms, im]', 'channels: [sms, email, app, im]');
  spoil(
    'rule-packs/house.yaml',
    '\nrules:\n',
    '\nrules:\n  - { id: OWN-IM-1, kind: contact-window, actor: [agency], citation: own rule, confidence: own, force: standard, effectiveFrom: 2099-01-01, channels: [im], windows: [{ from: "09:00", to: "18:00" }] }\n',
  );
  expect(checkPolicies('2026-10-01', dir)).toContain(
    'warning: rule pack house: rules[0].effectiveFrom: OWN-IM-1 begins more than a year from now: until then it forbids nothing',
  );
});

test.each([
  ['US', 'GB'],
  ['US', 'US-OH'],
])('a pack of one place put under another is a fault, to every service that loads it: %s as %s', (from, to) => {
  spoil('rule-packs/us-reg-f.yaml', `jurisdiction: ${from}`, `jurisdiction: ${to}`);
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(
    `law-survey: US-DISC-1 of pack us-reg-f holds in ${to} and not in US: row US-DISC-1 of the survey has it`,
  );
});

test('a rule narrowed by a slip of the pen is a fault: product, actor and channels', () => {
  spoil(
    'rule-packs/cn.yaml',
    'id: CN-TIME-1, kind: contact-window,',
    'id: CN-TIME-1, kind: contact-window, product: [mortgag],',
  );
  spoil(
    'rule-packs/us-reg-f.yaml',
    'id: US-FREQ-1, kind: frequency-cap, actor: [agency, buyer]',
    'id: US-FREQ-1, kind: frequency-cap, actor: [buyer]',
  );
  spoil('rule-packs/us-nyc.yaml', 'channels: [sms, email, app, im], mustSay', 'channels: [sms], mustSay');
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(
    /law-survey: CN-TIME-1 of pack cn leaves out product every product: (.*\n)+.*US-FREQ-1 of pack us-reg-f leaves out actor agency: (.*\n)+.*US-NYC-1-OPT-OUT of pack us-nyc leaves out channels email, app, im: /,
  );
});

test.each([
  ['its hours', 'from: "08:00", to: "22:00"', 'from: "08:00", to: "23:00"', 'CN-TIME-1 of pack cn has windows'],
  ['its words', '["公安", "检察院", ', '["检察院", ', 'CN-ID-1-AUTHORITY of pack cn has forbidden ["检察院",'],
  ['its number', 'limit: 6, days: 1', 'limit: 999, days: 1', 'CN-FREQ-3 of pack cn has limit 999 for 6'],
  ['its time', 'effectiveFrom: 2025-02-28', 'effectiveFrom: 2099-01-01', 'CN-TIME-1 of pack cn has effectiveFrom'],
])('a rule of law that says less than the text is a fault: %s', (_, from, to, fault) => {
  spoil('rule-packs/cn.yaml', from, to);
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(fault);
});

test.each([
  ['us', 'rule-packs/us-federal.yaml: rules[5].dayCalendar: there is no calendar US in calendars/'],
  ['cn', 'law-survey/cn.yaml: CN-HOL-1: there is no policies/calendars/cn.yaml'],
])('a holiday calendar that a rule or a row of the survey rests on and that is gone is a fault: %s', (name, fault) => {
  rmSync(join(dir, `calendars/${name}.yaml`));
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(fault);
});

test.each([
  [
    'its number',
    'limit: 5',
    'limit: 50',
    'OWN-FREQ-1 of pack house has limit 50 for 5 of row OWN-FREQ-1 of the survey',
  ],
  ['its hours', 'to: "21:00"', 'to: "23:30"', 'OWN-TIME-1 of pack house has windows'],
  ['its time', 'effectiveFrom: 2024-01-01', 'effectiveFrom: 2027-10-01', 'OWN-TIME-1 of pack house has effectiveFrom'],
])('a rule of the lender’s own made looser is a fault, until its row is loosened too: %s', (_, from, to, fault) => {
  spoil('rule-packs/house.yaml', from, to);
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(`law-survey: ${fault}`);
  spoil('law-survey/house.yaml', from, to);
  expect(checkPolicies('2026-10-01', dir)[0]).toBe('policies are in order');
});

test.each([
  ['of no holidays', 'us', /holidays:[\s\S]*makeUp/, 'holidays: []\nmakeUp', 'holidays: must not be empty'],
  [
    'that says it knows years it does not',
    'cn',
    'coversTo: 2027-01-01',
    'coversTo: 2099-01-01',
    'coversTo: covers 2027 and 2028 and has no holiday',
  ],
])('a calendar %s is a fault', (_, name, from, to, fault) => {
  const file = join(dir, `calendars/${name}.yaml`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(`calendars/${name}.yaml: ${fault}`);
});

test('a rule of the lender’s own that is emptied is a fault of its pack, before the survey is asked', () => {
  spoil('rule-packs/house.yaml', 'sameLanguage: true', 'sameLanguage: false');
  expect(() => checkPolicies('2026-10-01', dir)).toThrow(
    /rule-packs\/house\.yaml: rules\[\d+\]\.forbidden: OWN-CONTENT-1 asks for nothing to be said and forbids no word: it forbids nothing/,
  );
});

test('the same is said in Chinese, warnings too', () => {
  const said = checkPolicies('2026-11-02', undefined, 'zh');
  expect(said[0]).toBe('政策文件无误');
  expect(said).toContain('警告：日历 CN 将在 60 天后到期；到期后凡依据它的一律拒绝');
  expect(said.filter((line) => !/[\u4e00-\u9fff]/.test(line))).toEqual([]);
});
