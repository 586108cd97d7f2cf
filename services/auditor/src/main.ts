import { collectEvidence } from './collect-evidence.js';
import { progressOn } from './progress.js';
import { readSettings } from './read-settings.js';
import { reportJson, reportLines, violationsIn } from './report-lines.js';
import { runAudit } from './run-audit.js';
import { Trouble } from './trouble.js';

/** `recourse audit run`: exit 0 when all that must be 0 is 0, 1 when something is not, 2 when it could not be found out. */
const { progress, end } = progressOn(process.stderr);
try {
  const { settings, json, lang } = readSettings(process.env, process.argv.slice(2));
  let looks = 0;
  const report = await runAudit(() => {
    const look = ++looks;
    return collectEvidence(settings, (line) => progress(look === 1 ? line : `${line} (looking again)`));
  });
  end();
  const lines = json ? [JSON.stringify(reportJson(report), undefined, 2)] : reportLines(report, lang);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = violationsIn(report.findings) === 0 ? 0 : 1;
} catch (error) {
  end();
  const told = error instanceof Trouble ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`The audit could not be made.\n${told}\n`);
  process.exitCode = 2;
}
