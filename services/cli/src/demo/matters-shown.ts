import type { Matter } from '@recourse/domain/matters/matter';

type Shown = Record<
  'matter-answered' | 'matter-late' | 'complaint-by-regulator' | 'complaint-on-agency' | 'answer-extended',
  number
>;

/** What the disputes and complaints of the demonstration have shown. */
export const mattersShown = (matters: readonly Matter[]): Shown => {
  const count = (which: (matter: Matter) => boolean): number => matters.filter(which).length;
  return {
    'matter-answered': count(({ outcome, missedTaskId }) => outcome !== undefined && missedTaskId === undefined),
    'matter-late': count(({ missedTaskId }) => missedTaskId !== undefined),
    'complaint-by-regulator': count(({ channel }) => channel === 'regulator'),
    'complaint-on-agency': count(({ placementId, outcome }) => placementId !== undefined && outcome === 'upheld'),
    'answer-extended': count(({ extensions = [] }) => extensions.length > 0),
  };
};
