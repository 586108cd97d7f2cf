import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openHours } from '@recourse/domain/law/open-hours';
import { hashStrategy } from '@recourse/domain/strategy/hash-strategy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPolicies } from './load-policies.js';
import { PolicyError } from './policy-error.js';

const shipped = fileURLToPath(new URL('../../../policies', import.meta.url));
const strategyFile = 'strategies/consumer-cn.yaml';
const lawFile = 'rule-packs/house.yaml';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'recourse-policies-'));
  cpSync(shipped, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const edit = (file: string, from: string | RegExp, to: string, as = file): void => {
  const text = readFileSync(join(dir, file), 'utf8');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(join(dir, as), edited);
};
const faults = (): string[] => {
  try {
    loadPolicies(dir);
  } catch (error) {
    if (error instanceof PolicyError)
      return error.faults.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`);
    throw error;
  }
  return [];
};

describe('the shipped policies', () => {
  it('pass their own checks', () => {
    const { latestByName, strategiesByHash, law, zones } = loadPolicies(shipped);
    const consumer = latestByName.get('consumer-cn');
    expect(consumer?.strategy.stages.map(({ stage }) => stage)).toEqual([
      'reminder',
      'call',
      'visit',
      'outsourcing',
      'legal',
    ]);
    expect(consumer && strategiesByHash.get(consumer.hash)).toBe(consumer?.strategy);
    expect(consumer && hashStrategy(consumer.strategy)).toBe(consumer?.hash);
    expect(law.packs.map(({ pack }) => pack)).toEqual(expect.arrayContaining(['cn', 'house', 'uk', 'us-reg-f']));
    expect(openHours(law)('call')).toMatchObject({
      from: '08:00',
      to: '21:00',
      by: expect.stringContaining('CN-TIME-1 of cn') as string,
    });
    expect(zones['Asia/Shanghai']).toEqual({ zone: 'Asia/Shanghai', offsets: [[28_401_120, 480]] });
  });

  it('send nobody to agency or court before the notice had its days', () => {
    const stages = loadPolicies(shipped).latestByName.get('consumer-cn')?.strategy.stages ?? [];
    const step = (name: string) => stages.flatMap(({ steps }) => steps).find((each) => each.step === name);
    expect(step('place-1')?.when).toContainEqual({ fact: 'notice-given', notice: 'outsourcing', daysSince: 7 });
    expect(step('refer-1')?.when).toContainEqual({ fact: 'notice-given', notice: 'legal', daysSince: 15 });
  });

  it('say nothing else when only comments change', () => {
    const before = loadPolicies(dir).latestByName.get('consumer-cn')?.hash;
    edit(strategyFile, '# The ladder', '# A ladder');
    expect(loadPolicies(dir).latestByName.get('consumer-cn')?.hash).toBe(before);
  });

  it('offer every version by hash and the highest by name', () => {
    edit(strategyFile, 'version: 1', 'version: 10', 'strategies/a-later-one.yaml');
    edit(strategyFile, 'version: 1', 'version: 9', 'strategies/z-between.yaml');
    const { strategiesByHash, latestByName } = loadPolicies(dir);
    expect([...strategiesByHash.values()].map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 9, 10,
    ]);
    expect(latestByName.get('consumer-cn')?.strategy.version).toBe(10);
  });
});

describe('policies are refused', () => {
  it('with file, field and reason of every fault in every file at once', () => {
    edit(strategyFile, 'at: "10:00"', 'at: "06:00"');
    edit(strategyFile, 'else: email-1', 'else: email-9');
    edit('contacts.yaml', 'mergeWindowMinutes: 60', 'mergeWindowMinutes: an hour');
    writeFileSync(join(dir, 'strategies/broken.yaml'), 'strategy: [a\nversion: 1');
    const found = faults();
    expect(found.map((fault) => fault.split(': ').slice(0, 3).join(': '))).toEqual(
      expect.arrayContaining([
        `contacts.yaml: mergeWindowMinutes: must be a number`,
        `${strategyFile}: stages[0].steps[0].at: outside-hours`,
        `${strategyFile}: stages[0].steps[0].else: unknown-step`,
        `${strategyFile}: stages[0].steps[1].ladderDay: unreachable-step`,
      ]),
    );
    expect(found.some((fault) => fault.startsWith('strategies/broken.yaml: line '))).toBe(true);
  });

  it('in one message a person can read', () => {
    edit(strategyFile, 'tries: 2', 'tires: 2');
    expect(() => loadPolicies(dir)).toThrow(
      /^\d faults in the policies:\n {2}strategies\/consumer-cn\.yaml: stages\[0\]\.steps\[0\]\.tries: .*\n {2}strategies\/consumer-cn\.yaml: stages\[0\]\.steps\[0\]\.tires: is not a known field/,
    );
  });

  it('when a step names a template that does not exist, or one that does not say what such a message must', () => {
    edit(strategyFile, 'template: reminder-first', 'template: reminder-frist');
    edit(strategyFile, 'template: lawyers-letter', 'template: call-script');
    edit(strategyFile, 'channel: sms, template: reminder-second', 'channel: voice-bot, template: reminder-second');
    expect(faults().map((fault) => fault.replace(/; there are .*/, ''))).toEqual([
      `${strategyFile}: stages[0].steps[0].template: unknown-template: policies/templates has no reminder-frist.yaml`,
      `${strategyFile}: stages[0].steps[2].template: unfit-template: reminder-second tells what is owed, and anyone may answer a voice bot`,
      `${strategyFile}: stages[4].steps[0].template: unfit-template: call-script does not tell what is owed ({{ total }}), as a written message must`,
    ]);
  });

  it('when the words of a template are others than those approved, or what they say is forbidden', () => {
    edit('templates/reminder-first.yaml', '如已还款请忽略', '否则列入黑名单');
    edit('templates/sender.yaml', 'Pay under', 'Your employer will be told. Pay under');
    expect(faults().map((fault) => fault.replace(/ are [0-9a-f]{64}$/, ''))).toEqual([
      'templates/reminder-first.yaml: text.zh: forbidden-words: 黑名单 (blacklist)',
      'templates/reminder-first.yaml: text.zh: forbidden-words: 黑名单 (CN-OUT-9)',
      'templates/reminder-first.yaml: approved.hash: changed-since-approval: the makers of Recourse approved other words on 2025-11-30; these',
      'templates/sender.yaml: howToPay.en: forbidden-words: your employer (threat)',
      'templates/sender.yaml: approved.hash: changed-since-approval: the makers of Recourse approved other words on 2025-11-30; these',
    ]);
  });

  it('when a step sends a template by a channel, or for a purpose, for which it is not approved', () => {
    edit(strategyFile, 'channel: sms, template: reminder-first', 'channel: letter, template: reminder-first');
    edit('templates/reminder-second.yaml', 'purposes: [collect]', 'purposes: [service]');
    const unfit = faults().filter((fault) => fault.includes('unfit-template'));
    expect([...new Set(unfit.map((fault) => fault.replace(/.*unfit-template: /, '')))].toSorted()).toEqual([
      'reminder-first is not approved for letter',
      'reminder-second is not approved for collect',
    ]);
  });

  it('when a notice is given in words that are not approved as it', () => {
    edit(strategyFile, /notice: legal\b/g, 'notice: bad-information');
    const unfit = faults().filter((fault) => fault.includes('as the notice'));
    expect([...new Set(unfit.map((fault) => fault.replace(/.*unfit-template: /, '')))].toSorted()).toEqual([
      'lawyers-letter is not approved as the notice bad-information, but as legal',
    ]);
  });

  it('when a contact person would be told what is owed', () => {
    const asks = 'to: emergency-contact, purpose: locate, when: [{ fact: debtor-unreachable }],';
    edit(strategyFile, 'channel: sms, template: reminder-first,', `channel: sms, template: reminder-first, ${asks}`);
    expect(faults()).toEqual([
      `${strategyFile}: stages[0].steps[0].template: unfit-template: reminder-first tells what is owed, and an emergency-contact must not learn of it`,
    ]);
  });

  it('when what takes the place of a template in a first contact cannot', () => {
    const later = (asFirst: string) => `firstContact: false\nasFirst: ${asFirst}\nsays:`;
    edit('templates/reminder-first.yaml', 'says:', later('none-such'));
    edit('templates/reminder-second.yaml', 'says:', later('reminder-first'));
    edit('templates/reminder-unreached.yaml', 'says:', later('locate-contact'));
    edit('templates/lawyers-letter.yaml', 'says:', 'asFirst: reminder-first\nsays:');
    expect(faults().filter((fault) => fault.includes('asFirst'))).toEqual([
      'templates/lawyers-letter.yaml: asFirst: this template may itself be the first a person gets',
      'templates/reminder-first.yaml: asFirst: policies/templates has no none-such.yaml',
      'templates/reminder-second.yaml: asFirst: reminder-first may not be the first a person gets either',
      'templates/reminder-unreached.yaml: asFirst: locate-contact is not approved for all senders, channels, purposes and parties of this one',
    ]);
  });

  it('when settings say of a line, a script or a language what nobody understands', () => {
    edit('contacts.yaml', 'call: { recorded: true,', 'call: { recorded: often,');
    edit('contacts.yaml', 'languages: [zh, en]', 'languages: [Chinese]');
    edit('partners.yaml', 'says: [sender-identity,', 'says: [good-morning,');
    expect(faults().filter((fault) => !fault.includes('unknown-partner'))).toEqual([
      'contacts.yaml: lines.call.recorded: must be true or false',
      'contacts.yaml: spoken.languages[0]: must be a language of two letters, such as zh',
      expect.stringMatching(/^partners\.yaml: partners\[0\]\.spoken\.says\[0\]: /),
    ]);
  });

  it('with the faults of templates beside those of strategies, and no strategy blamed for a template that cannot be read', () => {
    edit('templates/reminder-first.yaml', /version: \d+/, 'version: one');
    edit(strategyFile, 'at: "10:00"', 'at: "06:00"');
    expect(faults().map((fault) => fault.split(': ').slice(0, 2).join(': '))).toEqual([
      'templates/reminder-first.yaml: version',
      `${strategyFile}: stages[0].steps[0].at`,
    ]);
  });

  it('when two files are the same version of one strategy', () => {
    edit(strategyFile, 'spacingDays: 1', 'spacingDays: 2', 'strategies/twin.yaml');
    expect(faults()).toEqual([`strategies/twin.yaml: version: consumer-cn version 1 is also in ${strategyFile}`]);
  });

  it('when steps are planned outside the law of the same folder', () => {
    edit(lawFile, 'to: "21:00"', 'to: "14:00"');
    expect(faults().length).toBeGreaterThan(0);
    for (const fault of faults())
      expect(fault).toMatch(
        /\.at: outside-hours: 14:00 is not in 08:00-14:00 \(CN-TIME-1 of cn.*\)(; so it is of \d+ more steps?)?$/,
      );
  });

  it('when no hour is left to plan in: once a strategy, with the rules that leave none and how many steps it is', () => {
    edit(lawFile, 'from: "08:00", to: "21:00"', 'from: "22:00", to: "23:00"');
    const found = faults().filter((fault) => !fault.startsWith('law-survey: '));
    expect(new Set(found.map((fault) => fault.split(': ')[0])).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(0);
    for (const fault of found)
      expect(fault).toMatch(/outside-hours: no hour is left by OWN-TIME-1 of house.*; so it is of \d+ more steps$/);
  });

  it('but not when a window of another channel leaves the hours of a step alone', () => {
    const im =
      '  - { id: OWN-IM, kind: contact-window, actor: [first-party], citation: own, confidence: own, force: standard, effectiveFrom: 2026-01-01, channels: [im], windows: [{ from: "22:00", to: "23:00" }] }\n';
    edit('rule-packs/house.yaml', '\nrules:\n', `\nrules:\n${im}`);
    expect(faults().filter((fault) => fault.includes('outside-hours'))).toEqual([]);
  });

  it('when a file is missing, or there is no strategy at all', () => {
    rmSync(join(dir, 'contacts.yaml'));
    rmSync(join(dir, 'strategies'), { recursive: true });
    mkdirSync(join(dir, 'strategies'));
    const found = faults();
    expect(found[0]).toMatch(/^contacts\.yaml: : cannot be read: ENOENT/);
    expect(found[1]).toBe('strategies: : holds no strategy (*.yaml)');
  });

  it('when the zone table is torn', () => {
    writeFileSync(
      join(dir, 'zones/zones.json'),
      '{"window":{"from":"2024-01-01","until":"2029-12-31"},"tzdata":"x","zones":{"UTC":[[5,0],[4,0]]}}',
    );
    expect(faults()).toEqual(['zones/zones.json: zones.UTC: must ascend']);
    writeFileSync(join(dir, 'zones/zones.json'), '{');
    expect(faults()[0]).toMatch(/^zones\/zones\.json: : .*JSON/);
  });
});
