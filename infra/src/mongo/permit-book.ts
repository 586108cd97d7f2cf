import { tenantKey } from '@recourse/domain/case/case-id';
import { dialActId } from '@recourse/activities/permits/dial-act-id';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import type { Collections } from './collections.js';

/** Permits, for people to read. */
export function permitBook({ permits, acts }: Pick<Collections, 'permits' | 'acts'>) {
  return {
    /** The newest first. `left`: how many there are, the listed ones among them. */
    async list(
      tenant: string,
      loan: string | undefined,
      limit: number,
    ): Promise<{ permits: PermitRecord[]; left: number }> {
      const wanted = { tenant, ...(loan !== undefined && { 'covers.loanId': loan }) };
      const found = await permits.find(wanted).sort({ from: -1, _id: 1 }).limit(limit).toArray();
      return { permits: found, left: found.length < limit ? found.length : await permits.countDocuments(wanted) };
    },
    /** With the acts its dials became, by number of the dial. */
    async one(
      tenant: string,
      permitId: string,
    ): Promise<{ permit: PermitRecord; made: Map<number, ActRecord> } | undefined> {
      const permit = await permits.findOne({ _id: tenantKey(tenant, permitId) });
      if (!permit) return undefined;
      const ids = new Map(permit.dials.map(({ n }) => [dialActId(permit, n), n]));
      const found = await acts.find({ _id: { $in: [...ids.keys()] } }).toArray();
      return { permit, made: new Map(found.map((act) => [ids.get(act._id) ?? 0, act])) };
    },
  };
}
