import type { BeginRules } from '../contact/begin-rules.js';
import { judgeRedeem } from './judge-redeem.js';
import type { PermitStore, RedeemRequest, RedeemResult } from './permit-store.js';

/** Asked just before each dial. `go`: it may begin until `notAfter`, and its outcome must be told. */
export const redeemPermit = (
  { permits, rules }: { permits: Pick<PermitStore, 'redeem'>; rules: BeginRules },
  request: RedeemRequest,
): Promise<RedeemResult> => permits.redeem(request, judgeRedeem(request, rules));
