import { receiptAt, sms, tenant } from './world-records.js';

/** What the provider told of the one message. */
export const receipt = {
  key: `${tenant}|${sms}`,
  value: JSON.stringify({ attempt: sms, status: 'delivered', at: receiptAt }),
  headers: {
    ce_id: 'r1',
    ce_source: '/sandbox/sms',
    ce_type: 'com.recourse.contact.message-receipt.v1',
    ce_tenant: tenant,
    ce_attempt: sms,
  },
};
