import { Option, type Command } from 'commander';
import { listRules, type ListRules } from '../commands/list-rules.js';
import { rulesCoverage, type RulesCoverage } from '../commands/rules-coverage.js';
import { showRule, type ShowRule } from '../commands/show-rule.js';
import { ruleKinds } from '../words/rule-words.js';
import { langOption } from './lang-option.js';

const print = (lines: readonly string[]): void => lines.forEach((line) => console.log(line));

export function addRuleCommands(program: Command): void {
  const rules = program.command('rules').description('the law as the rule packs have it; needs no stack');
  rules
    .command('list')
    .description('every rule, with pack, kind, force and how well its text was read')
    .option('--jurisdiction <place>', 'only what holds there: CN, US-MA, GB')
    .addOption(new Option('--kind <kind>', 'only of this kind').choices(ruleKinds))
    .option('--json', 'as JSON', false)
    .addOption(langOption())
    .action((options: ListRules) => print(listRules(options)));
  rules
    .command('show <id>')
    .description('one rule: citation, parameters, and what of the survey of law it keeps')
    .option('--json', 'as JSON', false)
    .addOption(langOption())
    .action((id: string, options: ShowRule) => print(showRule(id, options)));
  rules
    .command('coverage')
    .description('how much of the survey of law is kept, and by what')
    .option('--json', 'as JSON', false)
    .addOption(langOption())
    .action((options: RulesCoverage) => print(rulesCoverage(options)));
}
