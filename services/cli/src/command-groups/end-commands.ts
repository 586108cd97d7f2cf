import {
  interruptionGrounds,
  interruptionProofs,
  type InterruptionGround,
  type InterruptionProof,
} from '@recourse/domain/limitation/interruption';
import { writeOffReasons, type WriteOffReason } from '@recourse/domain/write-off/write-off';
import { Option, type Command } from 'commander';
import { commandWriteOff, recordLimitation, writeOffNamed } from '../commands/command-end.js';
import { readDay, readId } from './arguments.js';
import { onStack } from './on-stack.js';
import { saidBy, saidBySomebody, type Said } from './said-of-loan.js';

/** `write-off …` and `limitation …`: what people do about claims whose road ends (docs/end-of-the-road.md). */
export function addEndCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const writeOff = program.command('write-off').description('claims that are written off by two persons');
  saidBySomebody(writeOff.command('propose <loan>').description('propose to write the claim off'))
    .addOption(new Option('--because <reason>', 'why').choices(writeOffReasons).default('ladder-ended'))
    .action((loan: string, { because, ...said }: Said & { because: WriteOffReason }) =>
      onStack(env, (stores) => commandWriteOff(stores, loan, { command: 'propose-write-off', because }, saidBy(said))),
    );
  for (const [name, command, description] of [
    ['approve', 'approve-write-off', 'approve what somebody else proposed'],
    ['decline', 'decline-write-off', 'say no to what somebody else proposed'],
  ] as const)
    saidBySomebody(writeOff.command(`${name} <loan>`).description(description)).action((loan: string, said: Said) =>
      onStack(env, async (stores) => {
        const writeOffId = await writeOffNamed(stores, loan);
        return commandWriteOff(stores, loan, { command, writeOffId }, saidBy(said));
      }),
    );

  const limitation = program
    .command('limitation')
    .description('what lets the limitation of a claim begin anew or stand still');
  saidBySomebody(
    limitation.command('record <loan>').description('record a demand that was proved, a suit and the like'),
  )
    .addOption(new Option('--ground <ground>', 'what').choices(interruptionGrounds).makeOptionMandatory())
    .requiredOption('--on <day>', 'the day it arrived, or was done', readDay)
    .addOption(new Option('--proof <proof...>', 'what proves it').choices(interruptionProofs))
    .requiredOption('--document <id>', 'where the proof is kept', readId)
    .action(
      (
        loan: string,
        {
          ground,
          on,
          proof = [],
          document,
          ...said
        }: Said & {
          ground: InterruptionGround;
          on: string;
          proof?: InterruptionProof[];
          document: string;
        },
      ) =>
        onStack(env, (stores) =>
          recordLimitation(stores, loan, { command: 'record-interruption', ground, on, proof, document }, saidBy(said)),
        ),
    );
  saidBySomebody(limitation.command('suspend <loan>').description('record what stands in the way of claiming'))
    .requiredOption('--event <event>', 'as the rule of the place calls it, such as force-majeure', readId)
    .requiredOption('--from <day>', 'its first day', readDay)
    .option('--until <day>', 'the first day it does no more', readDay)
    .requiredOption('--document <id>', 'where the proof is kept', readId)
    .action(
      (
        loan: string,
        {
          event,
          from,
          until,
          document,
          ...said
        }: Said & {
          event: string;
          from: string;
          until?: string;
          document: string;
        },
      ) =>
        onStack(env, (stores) =>
          recordLimitation(
            stores,
            loan,
            { command: 'record-suspension', event, from, document, ...(until !== undefined && { until }) },
            saidBy(said),
          ),
        ),
    );
}
