import { Argument, type Command } from 'commander';
import { explainables, explainMoney, type ExplainMoney } from '../commands/explain-money.js';
import { langOption } from './lang-option.js';

export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .description(
      'how a figure comes about, from a loan and its events in a JSON file (docs/explain.md); needs no stack',
    )
    .addArgument(
      new Argument(
        '<what>',
        'dpd: days past due; position: what is owed; interest: what lateness costs; allocation: where money went',
      ).choices(explainables),
    )
    .requiredOption('--input <file>', 'the loan and its events; - is standard input')
    .option('--json', 'the answer as JSON', false)
    .addOption(langOption())
    .action((what: ExplainMoney['what'], options: Omit<ExplainMoney, 'what'>) =>
      explainMoney({ what, ...options }).forEach((line) => console.log(line)),
    );
}
