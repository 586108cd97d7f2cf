import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../../test/builders/law-rule.js';
import { handoverGate, type AgencyStanding, type HandoverAsk, type HandoverUnmet } from './handover-gate.js';

const rule = (fields: Record<string, unknown> = {}) =>
  lawRule('handover-gate', {
    listed: true,
    publiclyListed: true,
    licensed: true,
    evaluatedWithinDays: 365,
    inspectedWithinDays: 365,
    staffTrainedWithinDays: 365,
    noSubAssignment: true,
    noViolenceRecord: true,
    contractFixes: ['purpose', 'term'],
    fieldsAllowed: ['name', 'phone', 'arrears'],
    personTold: ['agency-name'],
    returnOrDeleteAtEnd: true,
    neverIf: ['paid', 'disputed'],
    ...fields,
  });
const good: AgencyStanding = {
  listed: true,
  publiclyListed: true,
  licensedUntil: '2026-12-31',
  evaluatedOn: '2025-06-01',
  inspectedOn: '2025-06-01',
  staffTrainedOn: '2025-06-01',
  noSubAssignment: true,
  violenceRecord: 'none',
  contractFixes: ['purpose', 'term', 'method'],
  contractUntil: '2026-12-31',
  returnsOrDeletes: true,
};
const asked = (agency: Partial<AgencyStanding> = {}, how: Partial<HandoverAsk> = {}): HandoverAsk => ({
  on: '2026-06-01',
  agency: { ...good, ...agency },
  from: 'lender',
  caseStates: [],
  fields: ['name', 'arrears'],
  personTold: ['agency-name'],
  ...how,
});

describe('a handover', () => {
  it('is allowed to an agency in order, to the last day of every term', () => {
    expect(handoverGate(rule(), asked())).toMatchObject({ verdict: 'allow', fields: ['name', 'arrears'] });
    expect(handoverGate(rule(), asked({}, { on: '2026-06-02' }))).toMatchObject({
      unmet: [{ because: 'not-evaluated' }, { because: 'not-inspected' }, { because: 'staff-not-trained' }],
    });
  });

  it.each<[string, HandoverAsk, HandoverUnmet]>([
    ['is not on the list (CBA guideline 2026)', asked({ listed: false }), { because: 'not-listed' }],
    ['is not on the published list', asked({ publiclyListed: false }), { because: 'not-publicly-listed' }],
    [
      'has no licence any more (Debt Collection Act 2022)',
      asked({ licensedUntil: '2026-05-31' }),
      { because: 'not-licensed' },
    ],
    [
      'is to be evaluated only later (GB/T 45251-2025 s.5.4)',
      asked({ evaluatedOn: '2026-06-02' }),
      { because: 'not-evaluated' },
    ],
    ['was not inspected this year', asked({ inspectedOn: '2025-05-31' }), { because: 'not-inspected' }],
    [
      'has people not trained this year (s.5.2)',
      asked({ staffTrainedOn: '2025-05-31' }),
      { because: 'staff-not-trained' },
    ],
    ['may pass cases on (PIPL art. 21)', asked({ noSubAssignment: false }), { because: 'sub-assignment' }],
    ['would get it from another agency', asked({}, { from: 'agency' }), { because: 'sub-assignment' }],
    ['was violent', asked({ violenceRecord: 'found' }), { because: 'violence-record' }],
    ['has a contract that is over', asked({ contractUntil: '2026-05-31' }), { because: 'contract-over' }],
    [
      'has a contract silent on its term',
      asked({ contractFixes: ['purpose'] }),
      { because: 'contract-silent', which: 'term' },
    ],
    ['keeps the data', asked({ returnsOrDeletes: false }), { because: 'no-return-or-deletion' }],
    [
      'would get more than it needs (PIPL art. 6)',
      asked({}, { fields: ['name', 'diary'] }),
      { because: 'field-not-allowed', which: 'diary' },
    ],
    [
      'is one the person was not told of (PIPL art. 23)',
      asked({}, { personTold: [] }),
      { because: 'person-not-told', which: 'agency-name' },
    ],
    [
      'would get a paid case (12 CFR 1006.30(b))',
      asked({}, { caseStates: ['paid'] }),
      { because: 'case-state', which: 'paid' },
    ],
  ])('is refused to one that %s', (_, ask, unmet) => {
    expect(handoverGate(rule(), ask)).toMatchObject({ verdict: 'refuse', unmet: [unmet] });
  });

  it('is refused to one of which nothing is known, naming everything at once', () => {
    const found = handoverGate(rule(), asked({}, { agency: {} }));
    expect(found.verdict === 'refuse' && found.unmet.map(({ because }) => because)).toEqual([
      'not-listed',
      'not-publicly-listed',
      'not-licensed',
      'not-evaluated',
      'not-inspected',
      'staff-not-trained',
      'sub-assignment',
      'violence-record',
      'contract-over',
      'no-return-or-deletion',
      'contract-silent',
      'contract-silent',
    ]);
  });

  it('gives only the fields allowed, whatever the verdict', () => {
    expect(handoverGate(rule(), asked({}, { fields: ['diary', 'name'] })).fields).toEqual(['name']);
    expect(handoverGate(rule({ fieldsAllowed: undefined }), asked({}, { fields: ['diary'] })).fields).toEqual([
      'diary',
    ]);
  });

  it('is never allowed by knowing less of the agency', () => {
    const names = Object.keys(good) as (keyof AgencyStanding)[];
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1 }), (forgotten) => {
        const less = Object.fromEntries(
          Object.entries(good).filter(([name]) => !forgotten.some((each) => each === name)),
        );
        expect(handoverGate(rule(), asked({}, { agency: less })).verdict).toBe('refuse');
      }),
    );
  });
});
