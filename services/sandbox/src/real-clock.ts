import type { Sandbox } from './sandbox.js';

const lookEveryMs = 500;

/** Plays the agenda as time goes by. Returns how to stop. */
export function followRealClock(sandbox: Sandbox, trouble: (error: unknown) => void): () => void {
  const look = () => void sandbox.play(new Date().toISOString()).catch(trouble);
  const timer = setInterval(look, lookEveryMs);
  return () => clearInterval(timer);
}
