import { caseBook } from '@recourse/infra/mongo/case-book';
import type { Command } from 'commander';
import { checkGate, type CheckGate } from '../commands/check-gate.js';
import { explainGate, type ExplainGate } from '../commands/explain-gate.js';
import { langOption } from './lang-option.js';
import { onStack } from './on-stack.js';

export function addGateCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const gate = program.command('gate').description('the contact gate: may this contact begin, and why');
  gate
    .command('check')
    .description('ask the gate a question from a JSON file (docs/gate-check.md); needs no stack')
    .requiredOption('--input <file>', 'the question; - is standard input')
    .option('--json', 'the answer as JSON', false)
    .addOption(langOption())
    .action((options: CheckGate) => checkGate(options).forEach((line) => console.log(line)));
  gate
    .command('explain <attempt>')
    .description('what the gate was asked about an attempt, and what every rule said, from the journal')
    .option('--json', 'as JSON', false)
    .addOption(langOption())
    .action((attempt: string, options: ExplainGate) =>
      onStack(env, ({ mongo, tenant }) => explainGate({ tenant, ...caseBook(mongo.collections) }, attempt, options)),
    );
}
