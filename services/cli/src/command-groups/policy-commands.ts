import type { Command } from 'commander';
import type { Day } from '@recourse/domain/calendar/day';
import { PolicyError } from '@recourse/infra/policies/policy-error';
import { checkPolicies } from '../commands/check-policies.js';
import type { Lang } from '../words/lang.js';
import { Mistake } from '../words/mistake.js';
import { policyFaultLines } from '../words/policy-words.js';
import { readDay } from './arguments.js';
import { langOption } from './lang-option.js';

export function addPolicyCommands(program: Command): void {
  program
    .command('policies')
    .description('strategies, contact law, templates, time zones')
    .command('check')
    .description('check every file of policies/; starts nothing and needs no stack')
    .option('--on <day>', 'as of that day instead of today', readDay, new Date().toISOString().slice(0, 10))
    .addOption(langOption())
    .action(({ on, lang }: { on: Day; lang: Lang }) => {
      try {
        checkPolicies(on, undefined, lang).forEach((line) => console.log(line));
      } catch (error) {
        throw error instanceof PolicyError ? new Mistake(policyFaultLines(error.faults, lang).join('\n')) : error;
      }
    });
}
