import {
  complaintGrounds,
  disputeGrounds,
  extensionDeclines,
  matterChannels,
  matterKinds,
  matterOutcomes,
  releaseReasons,
  type ExtensionDecline,
  type MatterChannel,
  type MatterGround,
  type MatterKind,
  type MatterOutcome,
  type ReleaseReason,
} from '@recourse/domain/matters/matter';
import type { MatterCommand } from '@recourse/domain/matters/matter-command';
import { Option, type Command } from 'commander';
import { commandMatter } from '../commands/command-matter.js';
import { listMatters, matterNamed, showMatters } from '../commands/show-matters.js';
import type { Lang } from '../words/lang.js';
import { readDay } from './arguments.js';
import { langOption } from './lang-option.js';
import { onStack } from './on-stack.js';
import { saidBy, saidOfLoan, type Said } from './said-of-loan.js';

type SaidOfOne = Said & { id?: string };
const grounds = [...new Set([...disputeGrounds, ...complaintGrounds])];
const choice = (flags: string, description: string, choices: readonly string[]): Option =>
  new Option(flags, description).choices(choices).makeOptionMandatory();

/** `matter raise|extend|approve-extension|decline-extension|answer|release|show|list`: what our staff does about disputes and complaints (docs/matters.md). */
export function addMatterCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const group = program.command('matter').description('disputes and complaints: raised, extended, answered, over');
  const onCase = (name: string, description: string): Command => saidOfLoan(group, name, description);
  const onOne = (name: string, description: string): Command =>
    onCase(name, description).option('--id <matter>', 'which; the last that is not over otherwise');
  const tell = (loan: string, { id, ...options }: SaidOfOne, said: (matterId: string) => MatterCommand) =>
    onStack(env, async (stores) => {
      const matter = await matterNamed(stores, loan, id);
      return commandMatter(stores, loan, said(matter.id), saidBy(options));
    });

  onCase('raise', 'somebody disputes the debt or complains; what the law stops, stops')
    .addOption(choice('--kind <kind>', 'what', matterKinds))
    .addOption(choice('--channel <channel>', 'through whom it came', matterChannels))
    .addOption(choice('--ground <ground>', 'what it is about', grounds))
    .requiredOption('--raised-on <day>', 'the day it reached us: the days for the answer count from it', readDay)
    .option('--against-agency', 'it is about the agency that has the loan', false)
    .action(
      (
        loan: string,
        options: Said & {
          kind: MatterKind;
          channel: MatterChannel;
          ground: MatterGround;
          raisedOn: string;
          againstAgency: boolean;
        },
      ) => {
        const { againstAgency, kind, channel, ground, raisedOn } = options;
        const about = againstAgency && { againstAgency: true as const };
        const command = { command: 'raise-matter' as const, kind, channel, ground, raisedOn, ...about };
        return onStack(env, (stores) => commandMatter(stores, loan, command, saidBy(options)));
      },
    );
  onOne('extend', 'the law gives more days, and the person was told')
    .requiredOption('--ground <ground>', 'one that the rule of law names')
    .requiredOption('--told-on <day>', 'when the person was told that it takes longer, and why', readDay)
    .action((loan: string, options: SaidOfOne & { ground: string; toldOn: string }) =>
      tell(loan, options, (matterId) => ({
        command: 'extend-matter',
        matterId,
        ground: options.ground,
        toldOn: options.toldOn,
      })),
    );
  onOne('approve-extension', 'leave for more days, where the law asks for it: by another user than who asked').action(
    (loan: string, options: Said) => tell(loan, options, (matterId) => ({ command: 'approve-extension', matterId })),
  );
  onOne('decline-extension', 'no leave for more days that were asked for: by another user than who asked')
    .addOption(choice('--because <reason>', 'why', extensionDeclines))
    .action((loan: string, options: SaidOfOne & { because: ExtensionDecline }) =>
      tell(loan, options, (matterId) => ({ command: 'decline-extension', matterId, because: options.because })),
    );
  onOne('answer', 'it was answered')
    .addOption(choice('--outcome <outcome>', 'who was right', matterOutcomes))
    .requiredOption('--on <day>', 'the day the answer was given', readDay)
    .option('--corrects', 'the loan is wrong: it stays held until servicing has put it right', false)
    .action((loan: string, options: SaidOfOne & { outcome: MatterOutcome; on: string; corrects: boolean }) =>
      tell(loan, options, (matterId) => ({
        command: 'answer-matter',
        matterId,
        outcome: options.outcome,
        on: options.on,
        ...(options.corrects && { corrects: true as const }),
      })),
    );
  onOne('release', 'it is over without an answer, or the loan has been put right')
    .addOption(choice('--because <reason>', 'why', releaseReasons))
    .action((loan: string, options: SaidOfOne & { because: ReleaseReason }) =>
      tell(loan, options, (matterId) => ({ command: 'release-matter', matterId, because: options.because })),
    );
  group
    .command('show <loan>')
    .description('every one of the loan')
    .addOption(langOption())
    .action((loan: string, { lang }: { lang: Lang }) => onStack(env, (stores) => showMatters(stores, loan, lang)));
  group
    .command('list')
    .description('those that are not over, by their day')
    .option('--late', 'only those whose day is over', false)
    .addOption(langOption())
    .action(({ late, lang }: { late: boolean; lang: Lang }) =>
      onStack(env, (stores) => listMatters(stores, late, lang)),
    );
}
