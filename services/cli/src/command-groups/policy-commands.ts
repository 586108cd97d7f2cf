import type { Command } from 'commander';
import { checkPolicies } from '../commands/check-policies.js';

export function addPolicyCommands(program: Command): void {
  program
    .command('policies')
    .description('strategies, contact law, templates, time zones')
    .command('check')
    .description('check every file of policies/; starts nothing and needs no stack')
    .action(() => checkPolicies().forEach((line) => console.log(line)));
}
