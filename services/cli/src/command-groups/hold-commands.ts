import { massReasons, type MassReason } from '@recourse/domain/holds/mass-hold';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { endHold } from '../commands/end-hold.js';
import { holdLoans } from '../commands/hold-loans.js';
import { textOfFile } from '../files/text-of-file.js';
import type { Lang } from '../words/lang.js';
import { readDay, readId, readWhole } from './arguments.js';
import { langOption } from './lang-option.js';
import { onStack } from './on-stack.js';

const readPlace = (text: string): string => {
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}$/.test(text))
    throw new InvalidArgumentError('must be a place such as CN or CN-GD');
  return text;
};

/** `hold many|end`: many loans held by one word, as in a flood, counted first; one hold ended (docs/matters.md). */
export function addHoldCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const group = program.command('hold').description('holds placed and ended by people');
  group
    .command('many')
    .description('hold the open cases of many loans; counts only, unless --expecting says how many were counted')
    .addOption(new Option('--reason <reason>', 'why').choices(massReasons).default('disaster'))
    .option('--loans <file>', 'loan ids, one a line; - is standard input')
    .option('--place <place>', 'loans of that place, and of debtors who are there', readPlace)
    .option('--until <day>', 'over as that day begins where each loan is; otherwise when somebody ends it', readDay)
    .option('--expecting <n>', 'as many as were counted', readWhole(1, 1_000_000))
    .addOption(langOption())
    .action(
      (options: {
        reason: MassReason;
        loans?: string;
        place?: string;
        until?: string;
        expecting?: number;
        lang: Lang;
      }) =>
        onStack(env, (stores) => {
          const { loans, ...how } = options;
          const lines = loans === undefined ? [] : textOfFile(loans).split(/\r?\n/);
          const named = lines.map((line) => line.trim()).filter((line) => line !== '');
          return holdLoans(stores, { ...how, named: named.map(readId) });
        }),
    );
  group
    .command('end <loan>')
    .description('end one hold of the open case of a loan')
    .requiredOption('--id <hold>', 'which')
    .addOption(langOption())
    .action((loan: string, { id, lang }: { id: string; lang: Lang }) =>
      onStack(env, (stores) => endHold(stores, loan, id, lang)),
    );
}
