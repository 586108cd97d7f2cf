import { creditDisputeReasons, type CreditDisputeReason } from '@recourse/domain/credit-reporting/credit-dispute';
import { isMonth, type Month } from '@recourse/domain/credit-reporting/month';
import type { Doorbell } from '@recourse/activities/doorbell';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { answerCreditDispute, creditDisputes, openCreditDispute } from '../commands/credit-dispute.js';
import { creditReceipt } from '../commands/credit-receipt.js';
import { creditSnapshot } from '../commands/credit-snapshot.js';
import { actorNamed } from '../commands/tell-case.js';
import { ringAll } from '../operator/ring-all.js';
import type { OpenStores } from '../stack/open-stores.js';
import {
  disputeDoneWords,
  disputeHeads,
  disputeLine,
  lateDisputesWords,
  furnishingWords,
  receiptLineWords,
  snapshotLines,
} from '../words/credit-report-words.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { textTable } from '../words/text-table.js';
import { langOption } from './lang-option.js';
import { onStack } from './on-stack.js';
import { saidOfLoan, type Said } from './said-of-loan.js';

const readMonth = (text: string): Month => {
  if (!isMonth(text)) throw new InvalidArgumentError('must be a month, YYYY-MM');
  return text;
};
const readMonths = (text: string, before: Month[] = []): Month[] => [...before, readMonth(text)];

/** Rings once at the end, with one connection; the sweeper rings what is missed. */
const ringing = async <T>(stores: OpenStores, work: (doorbell: Doorbell) => Promise<T>): Promise<T> => {
  const rung = new Set<string>();
  const done = await work({ ring: async (caseId) => void rung.add(caseId) });
  await ringAll(stores, [...rung]);
  return done;
};

/** `credit snapshot|receipt|dispute`: what goes to the credit bureau and what comes of it (docs/credit-furnishing.md). */
export function addCreditCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const group = program.command('credit').description('what the credit bureau is told of late loans');
  group
    .command('snapshot')
    .description('the file of a month that is over; the same file when it is made again')
    .requiredOption('--month <month>', 'which month', readMonth)
    .requiredOption('--out <file>', 'a file that is not there yet')
    .addOption(langOption())
    .action(({ month, out, lang }: { month: Month; out: string; lang: Lang }) =>
      onStack(env, async (stores) => {
        const onLoan = (loans: number): void => {
          if (loans % 1_000 === 0) console.log(furnishingWords[lang](loans));
        };
        const made = await ringing(stores, (doorbell) => creditSnapshot(stores, doorbell, { month, out }, onLoan));
        return snapshotLines(out, made, lang);
      }),
    );
  group
    .command('receipt')
    .description('what the bureau said of the rows of a file; what it rejected goes with the next')
    .requiredOption('--input <file>', 'JSON Lines; - is standard input')
    .addOption(langOption())
    .action(({ input, lang }: { input: string; lang: Lang }) =>
      onStack(env, async (stores) =>
        receiptLineWords[lang](await ringing(stores, (doorbell) => creditReceipt(stores, doorbell, input))),
      ),
    );

  const disputes = group.command('dispute').description('disputes of what the bureau was told');
  const onLoan = (name: string, description: string): Command => saidOfLoan(disputes, name, description);
  onLoan('open', 'take one in: marked at once, to be answered within the days of the law')
    .addOption(new Option('--because <reason>', 'what is disputed').choices(creditDisputeReasons).makeOptionMandatory())
    .action((loanId: string, options: Said & { because: CreditDisputeReason }) =>
      onStack(env, async (stores) => {
        const asked = { loanId, raised: options.because, by: actorNamed(options.as) };
        const dispute = await ringing(stores, (doorbell) => openCreditDispute(stores, doorbell, asked));
        return disputeDoneWords[options.lang](dispute);
      }),
    );
  onLoan('answer', 'answer the open one')
    .addOption(
      new Option('--outcome <outcome>', 'who is right').choices(['upheld', 'not-upheld']).makeOptionMandatory(),
    )
    .option('--wrong <month>', 'a month that was wrong; again for more', readMonths)
    .action((loanId: string, options: Said & { outcome: 'upheld' | 'not-upheld'; wrong?: Month[] }) =>
      onStack(env, async (stores) => {
        const { outcome, wrong = [] } = options;
        const asked = { loanId, upheld: outcome === 'upheld', wrong, by: actorNamed(options.as) };
        const dispute = await ringing(stores, (doorbell) => answerCreditDispute(stores, doorbell, asked));
        return disputeDoneWords[options.lang](dispute);
      }),
    );
  disputes
    .command('list')
    .description('all of them, by the day the answer is due')
    .option(
      '--late',
      'only those whose day is over unanswered, of closed cases too; ends with 1 when there is one',
      false,
    )
    .addOption(langOption())
    .action(async ({ lang, late }: { lang: Lang; late: boolean }) => {
      let overdue = 0;
      await onStack(env, async (stores) => {
        const found = await creditDisputes(stores);
        overdue = found.filter(({ isLate }) => isLate).length;
        return textTable(
          disputeHeads[lang],
          found
            .filter(({ isLate }) => isLate || !late)
            .map(({ dispute, isLate }) => disputeLine(dispute, isLate, lang)),
        );
      });
      if (late && overdue > 0) throw new Mistake(lateDisputesWords[lang](overdue));
    });
}
