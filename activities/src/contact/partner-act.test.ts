import type { Act } from '@recourse/domain/case/act';
import { expect, it } from 'vitest';
import { partnerActOf, takingBackKinds } from './partner-act.js';

const acts: Act[] = [
  { kind: 'place-with-agency', agencyId: 'a' },
  { kind: 'recall-from-agency', agencyId: 'a', placementId: 'p' },
  { kind: 'refer-to-legal', firmId: 'f' },
  { kind: 'withdraw-from-legal', firmId: 'f', placementId: 'r' },
];

it('what takes a placement back is exactly what nothing may stop', () => {
  const takesBack = acts.filter((act) => partnerActOf(act)?.takesBack !== undefined);
  expect(takesBack.map(({ kind }) => kind)).toEqual(takingBackKinds);
});
