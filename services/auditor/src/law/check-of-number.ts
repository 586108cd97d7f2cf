import type { CheckName } from '../finding.js';
import type { ContactRule } from './contact-rule.js';

/** Which check holds contacts to which number of a rule, by the rule's kind and the field the number stands in. */
export const checkOfNumber: Readonly<Record<ContactRule['kind'], Readonly<Record<string, CheckName>>>> = {
  'contact-window': { windows: 'contacts-outside-hours' },
  'frequency-cap': { limit: 'caps-exceeded', days: 'caps-exceeded', consentDays: 'caps-exceeded' },
  cooldown: { days: 'rests-broken', consentDays: 'rests-broken' },
  'party-eligibility': { maxContacts: 'parties-not-eligible', maxContactsDays: 'parties-not-eligible' },
  'channel-permission': { basisDays: 'channels-not-permitted', handoverNoticeDays: 'channels-not-permitted' },
  'content-gate': {},
  'hold-on-event': { days: 'contacts-while-held' },
};
