import type { ArrangementMade } from '@recourse/infra/mongo/arrangements-made';
import type { CreditShown } from '@recourse/infra/mongo/credit-shown';
import type { DeathHeard } from '@recourse/infra/mongo/deaths-heard';
import type { EndsShown } from '@recourse/infra/mongo/ends-shown';
import type { PortfolioHistory } from '@recourse/infra/mongo/portfolio-history';
import type { Matter } from '@recourse/domain/matters/matter';
import type { DeedSeen } from '../report/deed-lines.js';
import { httpJson } from '../stack/http-json.js';
import { creditDeeds } from './credit-deeds.js';
import type { DisturbanceName } from './disturbances.js';
import { endDeeds } from './end-deeds.js';
import { daysBetween, type DemoOptions } from './demo-options.js';
import type { Protections } from './protections.js';
import { ourDeeds, type MoneyShown } from './our-deeds.js';

/** From so many loans over so many days on, the minimums of the made portfolio are asked: what comes late comes within them. */
const wholeDemo = { loans: 240, days: 180 };

type ReadDeeds = {
  sandboxUrl: string;
  staffUrl: string;
  options: DemoOptions;
  stages: PortfolioHistory['stages'];
  disturbed: readonly DisturbanceName[];
  protections: Protections;
  credit: CreditShown;
  ends: EndsShown;
  arrangements: readonly ArrangementMade[];
  money: MoneyShown;
  matters: readonly Matter[];
  deaths: readonly DeathHeard[];
};

/**
 * What the world outside, the staff and we ourselves have seen happen in the made portfolio; nothing of a caller's own events.
 * A smaller demo has no minimums, and tells only what has happened.
 */
export async function readDeeds({
  sandboxUrl,
  staffUrl,
  options,
  credit,
  ends,
  ...ours
}: ReadDeeds): Promise<DeedSeen[]> {
  if (options.events !== undefined) return [];
  const [outside, work] = await Promise.all([
    httpJson<DeedSeen[]>(`${sandboxUrl}/portfolio/deeds`),
    httpJson<Record<string, number>>(`${staffUrl}/log/work`),
  ]);
  const deeds = [...outside, ...ourDeeds({ ...ours, work }), ...creditDeeds(credit), ...endDeeds(ends)];
  if (options.loans >= wholeDemo.loans && daysBetween(options.from, options.until) >= wholeDemo.days) return deeds;
  return deeds.filter(({ times }) => times > 0).map(({ deed, times }) => ({ deed, times }));
}
