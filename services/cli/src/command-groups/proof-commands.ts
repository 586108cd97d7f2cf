import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadTemplates } from '@recourse/infra/policies/load-templates';
import { Option, type Command } from 'commander';
import { printProof } from '../commands/print-proof.js';
import type { Lang } from '../words/lang.js';
import { onStack } from './on-stack.js';

/** `proof print`: by what right we collect, for a debtor who asks (docs/matters.md). */
export function addProofCommands(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('proof')
    .description('proof that we may collect, for a debtor who asks')
    .command('print <loan>')
    .description('who collects, for whom, since when, and what is owed as of today, as PDF')
    .requiredOption('--out <file>', 'a file that is not there yet')
    .addOption(new Option('--lang <lang>', 'in which language').choices(['zh', 'en', 'both']).default('both'))
    .action((loan: string, { lang, out }: { out: string; lang: Lang | 'both' }) =>
      onStack(env, (stores) =>
        printProof(stores, loadTemplates(join(repoRoot, 'policies')), loan, {
          out,
          langs: lang === 'both' ? ['zh', 'en'] : [lang],
        }),
      ),
    );
}
