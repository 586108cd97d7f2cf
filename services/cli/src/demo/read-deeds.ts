import { httpJson } from '../stack/http-json.js';
import { daysBetween, type DemoOptions } from './demo-options.js';
import type { DeedSeen } from '../report/deed-lines.js';

/** From so many loans over so many days on, the minimums of the made portfolio are asked: what comes late comes within them. */
const wholeDemo = { loans: 60, days: 180 };

/** What the sandbox has seen happen in the portfolio it made; nothing of a caller's own events. A smaller demo has no minimums. */
export async function readDeeds(sandboxUrl: string, options: DemoOptions): Promise<DeedSeen[]> {
  if (options.events !== undefined) return [];
  const deeds = await httpJson<{ deed: string; times: number; minimum: number }[]>(`${sandboxUrl}/portfolio/deeds`);
  const whole = options.loans >= wholeDemo.loans && daysBetween(options.from, options.until) >= wholeDemo.days;
  return deeds.map(({ deed, times, minimum }) => ({ deed, times, ...(whole ? { minimum } : {}) }));
}
