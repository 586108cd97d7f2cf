import type { VerificationSource } from '@recourse/domain/case/loan-verification';

/** What was asked for did not come. `refused-us`: somebody must look at what we ask with. `nonsense`: an answer came; `field` and `reason` say what was expected of it, never what stood there. */
export class PullTrouble extends Error {
  override readonly name = 'PullTrouble';
  constructor(
    readonly from: VerificationSource,
    readonly trouble: 'down' | 'refused-us' | 'nonsense',
    readonly reason: string,
    readonly field?: string,
  ) {
    super(`${from} is in trouble: ${field === undefined ? '' : `${field} `}${reason}`);
  }
}
