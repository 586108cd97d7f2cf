/** For tests: what a case may state of disputes and complaints. */
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { MatterFact } from '@recourse/domain/matters/matter-fact';

const at = '2026-01-05T02:00:00.000Z';
const base = { v: 1 as const, at, cause: 'clock' };
const taskId = 'demo/L1/1/1/answer-complaint/1';

export const matterFactExamples: { [Type in MatterFact['type']]: Extract<CaseFact, { type: Type }> } = {
  'matter-raised': {
    ...base,
    type: 'matter-raised',
    matter: {
      id: '/servicing/x/e1',
      kind: 'complaint',
      channel: 'regulator',
      ground: 'too-often',
      raisedOn: '2026-01-05',
      dueOn: '2026-01-20',
      rule: 'CN-CPL-1',
      citation: 'a law',
      placementId: 'demo/L1/1/1/agency/1',
      taskId,
      state: 'open',
    },
  },
  'matter-extension-asked': {
    ...base,
    type: 'matter-extension-asked',
    matterId: '/servicing/x/e1',
    extension: { ground: 'very-complex', on: '2026-01-19', toldOn: '2026-01-19', by: 'operator/a' },
  },
  'matter-extension-declined': {
    ...base,
    type: 'matter-extension-declined',
    matterId: '/servicing/x/e1',
    because: 'can-be-answered',
    by: 'operator/b',
  },
  'matter-extended': {
    ...base,
    type: 'matter-extended',
    matterId: '/servicing/x/e1',
    extension: { ground: 'complex', on: '2026-01-19', toldOn: '2026-01-19', by: 'operator/a' },
    dueOn: '2026-02-04',
    taskId,
  },
  'matter-overdue': { ...base, type: 'matter-overdue', matterId: '/servicing/x/e1', dueOn: '2026-02-04', taskId },
  'matter-answered': {
    ...base,
    type: 'matter-answered',
    matterId: '/servicing/x/e1',
    outcome: 'partly-upheld',
    on: '2026-02-05',
    by: 'operator/a',
    inTime: false,
    correctingTaskId: 'demo/L1/1/1/put-right/2',
  },
  'matter-released': {
    ...base,
    type: 'matter-released',
    matterId: '/servicing/x/e1',
    because: 'corrected',
    by: 'desk',
  },
  'matter-refused': {
    ...base,
    type: 'matter-refused',
    command: 'extend-matter',
    matterId: '/servicing/x/e1',
    because: 'unknown-ground',
  },
};
