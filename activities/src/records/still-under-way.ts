import type { RedeemRead } from '../permits/permit-store.js';
import type { ActRecord } from './act-record.js';

/**
 * Those of these calls of which nobody has told the outcome. One given up as unknown is among them, though its act is concluded: its provider
 * may have the request and ring still.
 */
export const stillUnderWay = (
  calls: readonly Pick<ActRecord, '_id' | 'status' | 'begunAt' | 'notAfter' | 'outcome'>[],
): RedeemRead['openCalls'] =>
  calls.flatMap(({ _id, status, begunAt, notAfter, outcome }) =>
    status === 'concluded' && outcome?.result !== 'unknown' ? [] : [{ actId: _id, begunAt, notAfter }],
  );
