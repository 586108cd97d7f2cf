import { renderMessage } from '@recourse/activities/contact/render-message';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import type { BeginRules } from '@recourse/activities/contact/begin-rules';
import type { BeginVerdict } from '@recourse/activities/contact/contact-store';
import type { CreditorChange } from '@recourse/domain/money/creditor-change';
import { describe, expect, test } from 'vitest';
import { aCase, aLoan, aPerson, aReminder, beginRules } from '../builders/contact-records.js';
import { aBeginRead } from '../builders/begin-read.js';
import { smsOf } from '../builders/begin-sms.js';

const assigned: CreditorChange = { changeId: 'c-1', to: 'guarantee-1', on: '2026-02-21', notifiedOn: '2026-02-25' };
const { position } = aLoan('L1');
const begin = (creditors: CreditorChange[], rules: BeginRules = beginRules): BeginVerdict => {
  const loan = aLoan('L1', { position: { ...position, creditors } });
  return judgeBegin(smsOf('L1'), rules)(aBeginRead({ kase: aCase('L1', aReminder), loan, person: aPerson(['L1']) }));
};
const textOf = (verdict: BeginVerdict, language: string): string => {
  if (!verdict.go) throw new Error(`withheld: ${JSON.stringify(verdict.withheld)}`);
  return renderMessage(beginRules.templates, 'reminder-first', language, verdict.act.covers).text;
};

test('a message names who lent until the debtor is notified of another creditor, and from then on that one', () => {
  const { notifiedOn: _, ...untold } = assigned;
  expect(textOf(begin([untold]), 'zh')).toContain('债权人“示例消费金融有限公司”');
  expect(textOf(begin([untold]), 'en')).toContain('creditor “Example Consumer Finance Ltd”');
  const after = begin([assigned]);
  expect(textOf(after, 'zh')).toContain('债权人“示例融资担保有限公司”');
  expect(textOf(after, 'en')).toContain('creditor “Example Guarantee Ltd”');
  expect(after).toMatchObject({
    act: {
      covers: [{ creditor: 'guarantee-1' }],
      gate: {
        answers: expect.arrayContaining([expect.objectContaining({ rule: 'creditor-named', verdict: 'allow' })]),
      },
    },
  });
});

test('a message about a claim of somebody whose name is not on file does not go out', () => {
  expect(begin([{ ...assigned, to: 'p-17' }])).toMatchObject({
    go: false,
    withheld: { result: 'refused', reason: 'content-not-lawful', rules: ['creditor-named'] },
  });
});

test('words that do not name the creditor do not go out after a change of creditor, and may before', () => {
  const { templates } = beginRules;
  const plain = templates.byName.get('reminder-first');
  if (!plain) throw new Error('no template reminder-first');
  const silent = { ...plain, says: plain.says.filter((each) => each !== 'creditor') };
  const rules = { ...beginRules, templates: { ...templates, byName: new Map([['reminder-first', silent]]) } };
  expect(begin([assigned], rules)).toMatchObject({ go: false, withheld: { rules: ['creditor-named'] } });
  expect(begin([], rules).go).toBe(true);
});

describe('a message about two loans of one person', () => {
  const own = { loan: aLoan('L1'), kase: aCase('L1') };
  const both = (to: string): BeginVerdict => {
    const loan = aLoan('L2', { position: { ...position, creditors: [{ ...assigned, to }] } });
    const siblings = [{ loan, kase: aCase('L2') }];
    return judgeBegin(smsOf('L1'), beginRules)(aBeginRead({ ...own, person: aPerson(['L1', 'L2']), siblings }));
  };

  test('names the creditor of each', () => {
    expect(textOf(both('guarantee-1'), 'en')).toMatch(
      /loan L1, creditor “Example Consumer Finance Ltd”.*loan L2, creditor “Example Guarantee Ltd”/,
    );
  });

  test('leaves out the one whose creditor nobody can name, and tells its case why', () => {
    const verdict = both('p-17');
    expect(textOf(verdict, 'en')).not.toContain('L2');
    expect(verdict).toMatchObject({
      notes: [
        {
          caseId: aCase('L2').caseId,
          item: { notJoined: { because: 'content-not-lawful', rules: ['creditor-named'] } },
        },
      ],
    });
  });
});
