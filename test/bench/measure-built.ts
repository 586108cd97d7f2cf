import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { calibration } from './calibration.js';
import { decideTurns } from './decide-turns.js';
import { gateVerdictsPerSecond } from './gate-verdicts.js';
import { simulationRun, type SimulationRun } from './simulation-run.js';

/** The rows that need no servers. `calibrationNs`: see `calibration`, before and after the turns. */
export type BuiltRows = {
  verdicts: number;
  decided: ReturnType<typeof decideTurns>;
  calibrationNs: [before: number, after: number];
  loans: number;
  simulated: SimulationRun;
};

const { values } = parseArgs({ options: { loans: { type: 'string' }, out: { type: 'string' } } });
const loans = Number(values.loans ?? 10_000);
const before = calibration();
const decided = decideTurns();
const after = calibration();
const verdicts = gateVerdictsPerSecond();
const simulated = await simulationRun(loans, 12);
const rows: BuiltRows = { verdicts, decided, calibrationNs: [before, after], loans, simulated };
if (values.out === undefined) console.log(JSON.stringify(rows, undefined, 2));
else writeFileSync(values.out, JSON.stringify(rows));
