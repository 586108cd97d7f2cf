import type { PortfolioHistory } from '@recourse/infra/mongo/portfolio-history';
import type { DeedSeen } from '../report/deed-lines.js';
import type { DisturbanceName } from './disturbances.js';

/** What the demonstration must show on our side of the desk, where the world outside sees nothing; `none` is told only. */
export const ourDeedMinimums = {
  'screened-out': 10,
  'task-left-alone': 'none',
  'task-too-late': 'none',
  'task-answered-twice': 'none',
  'worker-killed': 1,
  'two-days-outage': 1,
  'contact-stopped': 1,
} as const satisfies Record<string, number | 'none'>;

type OurDeeds = {
  stages: PortfolioHistory['stages'];
  /** `GET /log/work` of the staff. */
  work: Record<string, number>;
  disturbed: readonly DisturbanceName[];
};

/** The rows that our own records add to the feature table. */
export function ourDeeds({ stages, work, disturbed }: OurDeeds): DeedSeen[] {
  const times: Record<keyof typeof ourDeedMinimums, number> = {
    'screened-out': stages.find(({ stage }) => stage === 'visit')?.passedOver ?? 0,
    'task-left-alone': work['left-alone'] ?? 0,
    'task-too-late': work['came-too-late'] ?? 0,
    'task-answered-twice': work['twice-refused'] ?? 0,
    'worker-killed': count('worker-killed'),
    'two-days-outage': count('two-days-outage'),
    'contact-stopped': count('contact-stopped'),
  };
  function count(name: DisturbanceName): number {
    return disturbed.filter((each) => each === name).length;
  }
  return Object.entries(ourDeedMinimums).map(([deed, minimum]) => ({
    deed,
    times: times[deed as keyof typeof ourDeedMinimums],
    ...(minimum === 'none' ? {} : { minimum }),
  }));
}
