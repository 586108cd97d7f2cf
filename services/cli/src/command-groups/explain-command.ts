import { caseWithLoan } from '@recourse/infra/mongo/case-with-loan';
import { Argument, type Command } from 'commander';
import { explainCase } from '../commands/explain-case.js';
import { explainables, explainMoney, type Asked } from '../commands/explain-money.js';
import { explainPlanOfCase, explainPlanOfFile, planExplainables, type PlanAsked } from '../commands/explain-plan.js';
import { tenantNow } from '../commands/tenant-now.js';
import { Mistake } from '../words/mistake.js';
import { langOption } from './lang-option.js';
import { onStack } from './on-stack.js';

const isOfPlan = (what: string): what is PlanAsked['what'] => planExplainables.some((each) => each === what);

type Options = Omit<Asked, 'what'> & { input?: string; case?: string; asOf?: string };

export function addExplainCommand(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('explain')
    .description(
      'how a figure comes about: of a live case, or from a loan and its events in a JSON file (docs/explain.md), which needs no stack',
    )
    .addArgument(
      new Argument(
        '<what>',
        'dpd: days past due; position: what is owed; interest: what lateness costs; allocation: where money went; plan: what a case does next; limitation: how long it may be sued for',
      ).choices([...explainables, ...planExplainables]),
    )
    .option('--input <file>', 'the loan and its events; - is standard input')
    .option('--case <case>', 'a live case, LOAN/EPISODE, by all that is known of it')
    .option('--as-of <day>', "of a case: another day than the tenant's today")
    .option('--json', 'the answer as JSON', false)
    .addOption(langOption())
    .action(async (what: Asked['what'] | PlanAsked['what'], { input, case: caseId, asOf, ...how }: Options) => {
      if ((input === undefined) === (caseId === undefined))
        throw new Mistake('say either --input FILE or --case LOAN/EPISODE');
      if (input !== undefined && asOf !== undefined)
        throw new Mistake('--as-of goes with --case: a file has its own asOf');
      if (isOfPlan(what)) {
        const asked = { what, ...how };
        if (asOf !== undefined) throw new Mistake('--as-of goes with figures: a plan is of now');
        if (input !== undefined) return explainPlanOfFile(input, asked).forEach((line) => console.log(line));
        return onStack(env, (stores) => explainPlanOfCase(stores, caseId ?? '', asked));
      }
      if (input !== undefined) return explainMoney({ what, input, ...how }).forEach((line) => console.log(line));
      return onStack(env, async (stores) => {
        const { tenant, mongo } = stores;
        const find = (id: string) => caseWithLoan(mongo.collections, tenant, id);
        const asked = { what, case: caseId ?? '', ...how, ...(asOf !== undefined && { asOf }) };
        return explainCase({ tenant, now: await tenantNow(stores), find }, asked);
      });
    });
}
