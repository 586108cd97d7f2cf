import {
  declineReasons,
  withdrawReasons,
  type ArrangementCommand,
  type DeclineReason,
  type WithdrawReason,
} from '@recourse/domain/arrangements/arrangement-command';
import type { ArrangementAsked } from '@recourse/domain/arrangements/arrangement';
import { arrangementKinds, authorities, type Authority } from '@recourse/domain/arrangements/arrangement-kind';
import { Option, type Command } from 'commander';
import { commandArrangement } from '../commands/command-arrangement.js';
import { arrangementPreview, type PreviewArrangement } from '../commands/preview-arrangement.js';
import { printAgreement } from '../commands/print-agreement.js';
import { arrangementNamed, showArrangements } from '../commands/show-arrangements.js';
import type { Lang } from '../words/lang.js';
import type { OpenStores } from '../stack/open-stores.js';
import { readDay, readId, readWhole } from './arguments.js';
import { langOption } from './lang-option.js';
import { onStack } from './on-stack.js';
import { saidBy, saidOfLoan, type Said } from './said-of-loan.js';

type SaidOfOne = Said & { id?: string };
const amount = readWhole(1, Number.MAX_SAFE_INTEGER);

const authority = (): Option =>
  new Option('--authority <role>', 'by which authority').choices(authorities).makeOptionMandatory();

/** `arrangement propose|approve|…`: what people do about plans, deferrals and settlements (docs/arrangements.md). */
export function addArrangementCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const group = program
    .command('arrangement')
    .description('repayment plans, deferrals, plans in hardship, settlements');
  const onCase = (name: string, description: string): Command => saidOfLoan(group, name, description);
  const onOne = (name: string, description: string): Command =>
    onCase(name, description).option('--id <arrangement>', 'which; the last one otherwise');
  const tell = (
    loan: string,
    { id, ...options }: SaidOfOne,
    said: (arrangementId: string, hash: string) => ArrangementCommand,
  ) =>
    onStack(env, async (stores: OpenStores) => {
      const { arrangement } = await arrangementNamed(stores, loan, id);
      return commandArrangement(stores, loan, said(arrangement.id, arrangement.hash), saidBy(options));
    });

  group
    .command('preview')
    .description('what would be agreed, or why not, from a JSON file; needs no stack')
    .requiredOption('--input <file>', 'the loan and what is asked; - is standard input')
    .option('--json', 'the answer as JSON', false)
    .addOption(langOption())
    .action((options: PreviewArrangement) => arrangementPreview(options).forEach((line) => console.log(line)));

  onCase('propose', 'propose one; above a limit a second person approves it')
    .addOption(new Option('--kind <kind>', 'what').choices(arrangementKinds).makeOptionMandatory())
    .addOption(new Option('--over <what>', 'of what').choices(['arrears', 'all']).default('arrears'))
    .requiredOption('--first-on <day>', 'the first due day; the others follow monthly', readDay)
    .option('--instalments <n>', 'how many', readWhole(1, 1_200))
    .option('--amount <minor units>', 'or how much each', amount)
    .option('--first-payment <minor units>', 'when the first is not like the others', amount)
    .option('--discount <minor units>', 'what is given up', amount)
    .addOption(authority())
    .action((loan: string, options: ArrangementAsked & Said & { authority: Authority }) => {
      const { lang: _lang, as: _as, authority: by, ...asked } = options;
      const command = { command: 'propose-arrangement', asked, authority: by } as const;
      return onStack(env, (stores) => commandArrangement(stores, loan, command, saidBy(options)));
    });
  onOne('approve', 'approve one that somebody else proposed')
    .addOption(authority())
    .action((loan: string, options: SaidOfOne & { authority: Authority }) =>
      tell(loan, options, (arrangementId) => ({
        command: 'approve-arrangement',
        arrangementId,
        authority: options.authority,
      })),
    );
  onOne('decline', 'do not approve one that somebody else proposed')
    .addOption(new Option('--because <reason>', 'why').choices(declineReasons).makeOptionMandatory())
    .action((loan: string, options: SaidOfOne & { because: DeclineReason }) =>
      tell(loan, options, (arrangementId) => ({
        command: 'decline-arrangement',
        arrangementId,
        because: options.because,
      })),
    );
  onOne('accept', 'a debtor has signed it')
    .requiredOption('--person <person>', 'who signed', readId)
    .requiredOption('--on <day>', 'on which day', readDay)
    .requiredOption('--hash <sha256>', 'of what was signed, as it stands on the paper')
    .action((loan: string, options: SaidOfOne & { person: string; on: string; hash: string }) =>
      tell(loan, options, (arrangementId) => ({
        command: 'accept-arrangement',
        arrangementId,
        personId: options.person,
        on: options.on,
        hash: options.hash,
      })),
    );
  onOne('withdraw', 'take one back that is not over; what was agreed is no more, and collection goes on')
    .addOption(new Option('--because <reason>', 'why').choices(withdrawReasons).makeOptionMandatory())
    .action((loan: string, options: SaidOfOne & { because: WithdrawReason }) =>
      tell(loan, options, (arrangementId) => ({
        command: 'withdraw-arrangement',
        arrangementId,
        because: options.because,
      })),
    );
  group
    .command('show <loan>')
    .description('those of the newest case: where they stand, their schedules, what has come')
    .addOption(langOption())
    .action((loan: string, { lang }: { lang: Lang }) => onStack(env, (stores) => showArrangements(stores, loan, lang)));
  group
    .command('print <loan>')
    .description('the agreement to be signed, as PDF')
    .option('--id <arrangement>', 'which; the last one otherwise')
    .requiredOption('--out <file>', 'a file that is not there yet')
    .addOption(new Option('--lang <lang>', 'in which language').choices(['zh', 'en', 'both']).default('both'))
    .action((loan: string, { lang, ...options }: { id?: string; out: string; lang: Lang | 'both' }) =>
      onStack(env, (stores) =>
        printAgreement(stores, loan, { ...options, langs: lang === 'both' ? ['zh', 'en'] : [lang] }),
      ),
    );
}
