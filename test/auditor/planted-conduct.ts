import type { CheckName } from '@recourse/service-auditor/finding';
import { both, documentChanged } from './document-changed.js';
import { citedRule, whilePlaced, type Planted } from './planted-contacts.js';
import type { StoredWorld } from './stored-world.js';
import { actRecord, sendsAt, sms, tenant } from './world-records.js';
import { wordsOf } from './words-of.js';

type OfConduct = Extract<
  CheckName,
  'collected-by-two' | 'parties-not-eligible' | 'contacts-after-opt-out' | 'channels-not-permitted' | 'words-not-lawful'
>;

/** That nobody could reach the borrower. */
const proved = { unreachable: { because: 'numbers-invalid', acts: [], points: [], days: ['2026-01-12'] } };
const person = `${tenant}/P1`;

/** Whom we contact, by what, in which words, and whose they are: one violation of each. */
export const plantedConduct = (world: StoredWorld): Record<OfConduct, () => Planted> => {
  const act = (change: object, words = ''): Planted => documentChanged(world, 'acts', sms, { $set: change }, words);
  const loggedAs = (channel: string): Planted => {
    const [received] = world.received;
    const log = async (as: string): Promise<void> => void (received && (received.channel = as));
    return { plant: () => log(channel), undo: () => log('sms'), words: '' };
  };
  return {
    'collected-by-two': () => whilePlaced(world),
    'parties-not-eligible': () =>
      both(
        both(
          documentChanged(
            world,
            'loans',
            `${tenant}/L1`,
            { $set: { 'terms.debtors': [{ personId: 'P2', role: 'borrower' }] } },
            '',
          ),
          documentChanged(
            world,
            'persons',
            person,
            { $set: { relations: [{ to: 'P2', role: 'emergency-contact', namedBy: 'servicing' }] } },
            '',
          ),
        ),
        act(
          { act: { ...actRecord.act, purpose: 'locate' }, template: wordsOf('locate-contact'), about: proved },
          `${sms} to emergency-contact without provenance-named-by-borrower: ${citedRule('house', 'OWN-PARTY-2')}`,
        ),
      ),
    'contacts-after-opt-out': () =>
      documentChanged(
        world,
        'persons',
        person,
        { $set: { standing: { optOuts: [{ channel: 'sms', at: '2026-01-13T00:00:00.000Z' }] } } },
        `${sms} by sms began at ${sendsAt}, after P1 had opted out of sms at 2026-01-13T00:00:00.000Z`,
      ),
    'channels-not-permitted': () =>
      both(
        both(
          loggedAs('voice-bot'),
          documentChanged(world, 'persons', person, { $set: { standing: { places: ['US'] } } }, ''),
        ),
        act(
          { act: { ...actRecord.act, channel: 'voice-bot' }, template: wordsOf('call-script') },
          `${sms} by voice-bot had no ground that counts: ${citedRule('us-federal', 'US-TCPA-1')}`,
        ),
      ),
    'words-not-lawful': () =>
      act({ language: 'fr' }, `${sms} is said in zh to who speaks fr: ${citedRule('house', 'OWN-CONTENT-1')}`),
  };
};
