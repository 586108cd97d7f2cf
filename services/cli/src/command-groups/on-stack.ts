import { tenantNow } from '../commands/tenant-now.js';
import { findStack, type FoundStack } from '../stack/find-stack.js';
import { withStores, type OpenStores } from '../stack/open-stores.js';

/**
 * Runs a command on the stack that is found and prints what it says, a line or several.
 * @throws Mistake when there is no such tenant, unless the command is for `anyTenant`
 */
export async function onStack(
  env: NodeJS.ProcessEnv,
  work: (stores: OpenStores, stack: FoundStack) => Promise<string | readonly string[]>,
  { anyTenant = false }: { anyTenant?: boolean } = {},
): Promise<void> {
  const stack = findStack(env);
  const said = await withStores(stack.env, async (stores) => {
    if (!anyTenant) await tenantNow(stores);
    return work(stores, stack);
  });
  for (const line of typeof said === 'string' ? [said] : said) console.log(line);
}
