import type { BeginRules } from '../contact/begin-rules.js';
import { judgeGrant } from './judge-grant.js';
import type { GrantResult, PermitRequest, PermitStore } from './permit-store.js';

/** Leave for as many of the dials asked for as the law and the caps allow now; of none the reason is told. */
export const grantPermit = (
  { permits, rules }: { permits: Pick<PermitStore, 'grant'>; rules: BeginRules },
  request: PermitRequest,
): Promise<GrantResult> => permits.grant(request, judgeGrant(request, rules));
