import { Command } from 'commander';
import { addArrangementCommands } from './command-groups/arrangement-commands.js';
import { addCaseCommands } from './command-groups/case-commands.js';
import { addClockCommands } from './command-groups/clock-commands.js';
import { addCreditCommands } from './command-groups/credit-commands.js';
import { addEndCommands } from './command-groups/end-commands.js';
import { addEventCommands } from './command-groups/event-commands.js';
import { addExplainCommand } from './command-groups/explain-command.js';
import { addGateCommands } from './command-groups/gate-commands.js';
import { addHoldCommands } from './command-groups/hold-commands.js';
import { addMatterCommands } from './command-groups/matter-commands.js';
import { addOperatorCommands } from './command-groups/operator-commands.js';
import { addPermitCommands } from './command-groups/permit-commands.js';
import { addPolicyCommands } from './command-groups/policy-commands.js';
import { addProofCommands } from './command-groups/proof-commands.js';
import { addRuleCommands } from './command-groups/rule-commands.js';
import { addSimulateCommands } from './command-groups/simulate-commands.js';
import { addStackCommands } from './command-groups/stack-commands.js';
import { addTakeOnCommand } from './command-groups/take-on-command.js';
import { addTaskCommands } from './command-groups/task-commands.js';

/** The command line `recourse`. Commands speak to the stack that runs, or to the one the environment names. */
export function commandLine(env: NodeJS.ProcessEnv): Command {
  const program = new Command('recourse').description('Collection of overdue consumer loans').showHelpAfterError();
  addStackCommands(program, env);
  addCaseCommands(program, env);
  addArrangementCommands(program, env);
  addMatterCommands(program, env);
  addProofCommands(program, env);
  addHoldCommands(program, env);
  addEndCommands(program, env);
  addClockCommands(program, env);
  addEventCommands(program, env);
  addTaskCommands(program, env);
  addPermitCommands(program, env);
  addOperatorCommands(program, env);
  addPolicyCommands(program);
  addRuleCommands(program);
  addGateCommands(program, env);
  addExplainCommand(program, env);
  addSimulateCommands(program);
  addTakeOnCommand(program, env);
  addCreditCommands(program, env);
  return program;
}
