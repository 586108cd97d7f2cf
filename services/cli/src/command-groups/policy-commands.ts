import type { Command } from 'commander';
import type { Day } from '@recourse/domain/calendar/day';
import { checkPolicies } from '../commands/check-policies.js';
import { readDay } from './arguments.js';

export function addPolicyCommands(program: Command): void {
  program
    .command('policies')
    .description('strategies, contact law, templates, time zones')
    .command('check')
    .description('check every file of policies/; starts nothing and needs no stack')
    .option('--on <day>', 'as of that day instead of today', readDay, new Date().toISOString().slice(0, 10))
    .action(({ on }: { on: Day }) => checkPolicies(on).forEach((line) => console.log(line)));
}
