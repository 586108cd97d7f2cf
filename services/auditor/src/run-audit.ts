import { setTimeout as pause } from 'node:timers/promises';
import { audit } from './audit.js';
import { breachesIn } from './breaches.js';
import { bothLooks } from './both-looks.js';
import { countsOf } from './counts.js';
import type { Evidence } from './evidence.js';
import { violationsIn, type Report } from './report-lines.js';

/** Enough for what is under way at the first look to be done at the second. */
const betweenLooksMs = 5_000;

/** Audits what `collect` gathers; what it finds it looks at a second time, and keeps what is still so. @throws Trouble */
export async function runAudit(
  collect: () => Promise<Evidence>,
  wait = (): Promise<unknown> => pause(betweenLooksMs),
): Promise<Report> {
  const first = await collect();
  const found = audit(first);
  if (violationsIn(found) === 0) return reportOf(first, found);
  await wait();
  const second = await collect();
  return reportOf(second, bothLooks(found, audit(second)));
}

const reportOf = (evidence: Evidence, findings: Report['findings']): Report => {
  const breaches = breachesIn(evidence);
  return {
    counts: countsOf(evidence, breaches),
    findings,
    breaches: breaches.unlawful,
    outsideAsked: evidence.outside !== undefined,
    kafkaIsCut: evidence.kafkaIsCut,
  };
};
