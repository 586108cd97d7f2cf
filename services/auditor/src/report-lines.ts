import type { Counts } from './counts.js';
import type { Finding } from './finding.js';
import { padded, shownWidth } from './shown-width.js';
import { words, type Lang, type Words } from './words.js';

/** `breaches`: the laws broken by what agencies did of their own accord and told us; never violations of ours. */
export type Report = {
  counts: Counts;
  findings: Finding[];
  breaches: string[];
  outsideAsked: boolean;
  kafkaIsCut: boolean;
};

const samplesShown = 10;

export const violationsIn = (findings: Finding[]): number =>
  findings.reduce((sum, { violations }) => sum + violations.length, 0);

/** What `--json` prints: all are counted, the first ten are told. */
export const reportJson = ({ counts, findings, breaches }: Report): object => ({
  findings: findings.map(({ check, violations, unchecked }) => ({
    check,
    count: violations.length,
    samples: violations.slice(0, samplesShown),
    ...(unchecked && { unchecked }),
  })),
  breaches: { count: breaches.length, samples: breaches.slice(0, samplesShown) },
  counts,
});

/** The report as a table: what there is, then what must be 0 with samples of what is not, then the verdict. */
export const reportLines = ({ counts, findings, breaches, outsideAsked, kafkaIsCut }: Report, lang: Lang): string[] => {
  const said = words[lang];
  const found = violationsIn(findings);
  return [
    ...countLines(counts, said),
    '',
    ...findingLines(findings, said),
    '',
    ...(breaches.length > 0 ? [said.breaches, ...samples(breaches, said), ''] : []),
    ...(outsideAsked ? [] : [said.noOutside]),
    ...(counts.attemptsBeforeOutsideLog > 0 ? [said.outsideForgot(counts.attemptsBeforeOutsideLog)] : []),
    ...(counts.attemptsOfNoLog > 0 ? [said.keptByNobody(counts.attemptsOfNoLog)] : []),
    ...(counts.outcomesBeforeHistories > 0 ? [said.historyForgot(counts.outcomesBeforeHistories)] : []),
    ...(counts.contactsInUnreadWords > 0 ? [said.wordsUnread(counts.contactsInUnreadWords)] : []),
    ...(counts.loansNotReckoned > 0 ? [said.notReckoned(counts.loansNotReckoned)] : []),
    ...(counts.notReadYet > 0 ? [said.behind(counts.notReadYet)] : []),
    ...(kafkaIsCut ? [said.cut] : []),
    found === 0 ? said.good : said.bad(found),
  ];
};

const countLines = (counts: Counts, said: Words): string[] => {
  const rows = Object.entries(said.counts).map(
    ([name, label]) => [label, String(counts[name as keyof Counts])] as const,
  );
  const width = Math.max(...rows.map(([label]) => shownWidth(label)));
  const digits = Math.max(...rows.map(([, count]) => count.length));
  return rows.map(([label, count]) => `${padded(label, width)}  ${count.padStart(digits)}`);
};

const findingLines = (findings: Finding[], said: Words): string[] => {
  const names = Math.max(shownWidth(said.check), ...findings.map(({ check }) => check.length));
  const meanings = Math.max(shownWidth(said.meaning), ...findings.map(({ check }) => shownWidth(said.checks[check])));
  const counts = Math.max(shownWidth(said.found), ...findings.map((finding) => shownWidth(countOf(finding, said))));
  const row = (check: string, meaning: string, found: string, must: string): string =>
    `${padded(check, names)}  ${padded(meaning, meanings)}  ${' '.repeat(counts - shownWidth(found))}${found}  ${must}`;
  const head = row(said.check, said.meaning, said.found, said.must);
  return [
    head,
    '-'.repeat(shownWidth(head)),
    ...findings.flatMap((finding) => [
      row(finding.check, said.checks[finding.check], countOf(finding, said), '0'),
      ...samples(finding.violations, said),
    ]),
  ];
};

const countOf = ({ violations, unchecked }: Finding, said: Words): string =>
  unchecked ? said.unchecked : String(violations.length);

const samples = (violations: string[], said: Words): string[] => {
  const left = violations.length - samplesShown;
  return [...violations.slice(0, samplesShown), ...(left > 0 ? [said.more(left)] : [])].map((line) => `    ! ${line}`);
};
