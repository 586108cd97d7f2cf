import { lookAt, type Look } from '../look.js';
import { startTestStack, type TestStack } from '../stack.js';
import { providerGate, type ProviderGate } from './provider-gate.js';

export type GatedStack = { stack: TestStack; gate: ProviderGate; look: Look; stop(): Promise<void> };

/** A test stack on a test clock at the beginning of 2026, whose requests to providers pass through a gate. */
export async function startGatedStack(tenant: string): Promise<GatedStack> {
  let gate: ProviderGate | undefined;
  const between = async (sandboxUrl: string): Promise<string> => (gate = await providerGate(sandboxUrl)).url;
  try {
    const stack = await startTestStack({ tenant, now: '2026-01-05T00:00:00.000Z', between });
    if (!gate) throw new Error('the stack came up without its gate');
    const closing = gate;
    const stop = async (): Promise<void> => {
      await stack.stop();
      await closing.close();
    };
    return { stack, gate, look: lookAt(stack), stop };
  } catch (error) {
    await gate?.close();
    throw error;
  }
}
