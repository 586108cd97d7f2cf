import { expect, test } from 'vitest';
import { countsOf } from './counts.js';
import type { Finding } from './finding.js';
import { reportJson, reportLines, type Report } from './report-lines.js';
import { cleanEvidence } from './testing/clean-evidence.js';

const report = (findings: Finding[]): Report => ({
  counts: countsOf(cleanEvidence()),
  findings,
  breaches: [],
  outsideAsked: true,
  kafkaIsCut: false,
});
const eleven = Array.from({ length: 11 }, (_, index) => `case ${index}`);

test('what must be 0 and is not is told with its first ten violations', () => {
  const lines = reportLines(report([{ check: 'sequence-gaps', violations: eleven }]), 'en');

  expect(lines).toContain('    ! case 9');
  expect(lines).toContain('    ! ... and 1 more');
  expect(lines).not.toContain('    ! case 10');
  expect(lines.find((line) => line.startsWith('sequence-gaps'))).toMatch(/ 11  0$/);
  expect(lines.at(-1)).toBe('11 violations.');
});

test('the counts come before the checks, and a clean report says so', () => {
  const lines = reportLines(report([{ check: 'sequence-gaps', violations: [] }]), 'en');

  expect(lines[0]).toMatch(/^Events on Kafka, published by servicing +8$/);
  expect(lines.at(-1)).toBe('All that must be 0 is 0.');
});

test('without the outside logs the report says plainly that they were not compared', () => {
  const unasked = { ...report([{ check: 'unsent-attempts', violations: [], unchecked: true }]), outsideAsked: false };

  const lines = reportLines(unasked, 'en');

  expect(lines.find((line) => line.startsWith('unsent-attempts'))).toContain('not checked');
  expect(lines.find((line) => line.startsWith('RECOURSE_SANDBOX_URL'))).toMatch(/is not set/);
});

test('a backlog is told as one', () => {
  const counts = { ...countsOf(cleanEvidence()), notReadYet: 12 };

  const lines = reportLines({ ...report([{ check: 'lost-events', violations: [] }]), counts }, 'en');

  expect(lines).toContain('Not read yet: ingest is 12 behind. They are not counted as lost.');
  expect(lines.at(-1)).toBe('All that must be 0 is 0.');
});

test('the laws that known breaches of agencies broke are told, and are no violations of ours', () => {
  const clean = report([{ check: 'caps-exceeded', violations: [] }]);

  const lines = reportLines({ ...clean, breaches: ['act-1: at night'] }, 'en');

  expect(lines).toContain('    ! act-1: at night');
  expect(lines.at(-1)).toBe('All that must be 0 is 0.');
  expect(reportLines(clean, 'en').join()).not.toContain('breaches of agencies that');
});

test('a Chinese report keeps its columns', () => {
  const lines = reportLines(
    report([
      { check: 'sequence-gaps', violations: [] },
      { check: 'unsent-attempts', violations: [], unchecked: true },
    ]),
    'zh',
  );

  expect(lines.at(-1)).toBe('应为 0 的全部为 0。');
  expect(lines[0]).toMatch(/^贷后系统在 Kafka 上发布的事件 +8$/);
});

test('as JSON all violations are counted and the first ten told', () => {
  expect(reportJson(report([{ check: 'sequence-gaps', violations: eleven }]))).toEqual({
    findings: [{ check: 'sequence-gaps', count: 11, samples: eleven.slice(0, 10) }],
    breaches: { count: 0, samples: [] },
    counts: countsOf(cleanEvidence()),
  });
});
