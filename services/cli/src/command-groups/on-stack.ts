import { findStack, type FoundStack } from '../stack/find-stack.js';
import { withStores, type OpenStores } from '../stack/open-stores.js';

/** Runs a command on the stack that is found and prints what it says, a line or several. */
export async function onStack(
  env: NodeJS.ProcessEnv,
  work: (stores: OpenStores, stack: FoundStack) => Promise<string | readonly string[]>,
): Promise<void> {
  const stack = findStack(env);
  const said = await withStores(stack.env, (stores) => work(stores, stack));
  for (const line of typeof said === 'string' ? [said] : said) console.log(line);
}
