import { describe, expect, test } from 'vitest';
import { judgeReport } from '@recourse/activities/contact/conclude-attempt';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import { openEntry } from '@recourse/activities/contact/open-entry';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { aBeginRead } from '../builders/begin-read.js';
import { smsOf } from '../builders/begin-sms.js';
import { aCase, aLoan, aPerson, beginRules, ten } from '../builders/contact-records.js';

const begun = (person: Partial<PersonRecord> = {}, others: LoanRecord[] = []) => {
  const siblings = others.map((loan) => ({ loan, kase: aCase(loan.loanId) }));
  const read = aBeginRead({ person: aPerson(['L1', 'L2'], person), siblings });
  const verdict = judgeBegin(smsOf('L1'), beginRules)(read);
  if (!verdict.go) throw new Error(JSON.stringify(verdict));
  return verdict;
};
const entryOf = (...given: Parameters<typeof begun>): LedgerEntry | undefined => begun(...given).entry;

describe('what the ledger keeps of a contact that begins', () => {
  test('names every loan it speaks of, what the person is to them, and that it is ours', () => {
    expect(entryOf({}, [aLoan('L2')])).toMatchObject({
      loans: ['L1', 'L2'],
      party: 'borrower',
      sender: 'own',
      open: true,
    });
    expect(entryOf()).not.toHaveProperty('consented');
    expect(entryOf()).not.toHaveProperty('placeType');
  });

  test('leaves the party open when it differs by loan, so that it counts as either', () => {
    const { terms } = aLoan('L2');
    if (!terms) throw new Error('no terms');
    const guaranteed = aLoan('L2', {
      terms: {
        ...terms,
        debtors: [
          { personId: 'p9', role: 'borrower' },
          { personId: 'p1', role: 'co-borrower' },
        ],
      },
    });
    expect(entryOf({}, [guaranteed])).toMatchObject({ loans: ['L1', 'L2'] });
    expect(entryOf({}, [guaranteed])).not.toHaveProperty('party');
  });

  test('says where the point is when somebody told us', () => {
    const points = aPerson([]).points.map((point) => ({ ...point, placeType: 'work' as const }));
    expect(entryOf({ points })).toMatchObject({ placeType: 'work' });
  });
});

test('a call under the person’s own consent for every loan it speaks of is told from the others by what the gate answered', () => {
  const person = aPerson(['L1']);
  const [ofPerson] = person.points;
  if (!ofPerson) throw new Error('no point');
  const contact = { channel: 'call' as const, purpose: 'collect' as const, personId: 'p1', pointId: 'm1' };
  const opened = (...inputs: Record<string, boolean>[]) =>
    openEntry({
      actId: 'a',
      at: ten,
      contact,
      person,
      ofPerson,
      loans: [aLoan('L1')],
      traces: inputs.map((each) => [{ inputs: each }]),
      sender: 'own',
    });
  expect(opened({ consented: true })).toMatchObject({ consented: true });
  expect(opened({ consented: false })).not.toHaveProperty('consented');
  expect(opened({ consented: true }, { consented: false })).not.toHaveProperty('consented');
});

describe('what the ledger keeps of how a contact ended', () => {
  const cameTo = (code: OutcomeCode) => {
    const conclusion = judgeReport({ code, at: ten, law: beginRules.law }, { act: begun().act, now: ten });
    if (conclusion.known) throw new Error('known');
    return conclusion.effects.entry;
  };

  test('a voicemail is one; a number that was busy or off had none', () => {
    expect(cameTo('voicemail')).toMatchObject({ voicemail: true, connected: true, conversation: false });
    for (const code of ['busy', 'powered-off', 'invalid-number'] as const)
      expect(cameTo(code)).toMatchObject({ voicemail: false, connected: false });
  });

  test('of a number that rang it is not known whether a message could have been left', () => {
    expect(cameTo('no-answer')).not.toHaveProperty('voicemail');
  });
});
