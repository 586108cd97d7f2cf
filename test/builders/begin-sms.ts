import { planIdOf } from '@recourse/domain/case/case-id';
import type { BeginRequest, BeginResult } from '@recourse/activities/contact/contact-store';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import type { ContactMongo } from './contact-mongo.js';
import { beginRules, tenant } from './contact-records.js';

/** What a worker asks for to begin the reminder of `aCase(loanId)`. */
export const smsOf = (loanId: string): BeginRequest => {
  const caseId = `${tenant}/${loanId}/1`;
  return { caseId, planId: planIdOf(caseId, 1, 'sms-1', 1), actor: 'worker' };
};

export const beginSms = ({ contacts }: Pick<ContactMongo, 'contacts'>, loanId: string): Promise<BeginResult> =>
  contacts.begin(smsOf(loanId), judgeBegin(smsOf(loanId), beginRules));
