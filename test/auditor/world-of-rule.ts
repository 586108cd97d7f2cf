import type { AuditedAct } from '../../services/auditor/src/audited-act.js';
import type { AuditedPerson } from '../../services/auditor/src/audited-person.js';
import type { Evidence } from '../../services/auditor/src/evidence.js';
import type { ContactRule } from '../../services/auditor/src/law/contact-rule.js';
import { cleanEvidence, law } from '../../services/auditor/src/testing/clean-evidence.js';
import { act, call, must } from '../../services/auditor/src/testing/plant.js';

/** One contact of that world, at that instant; `other`: with another person, by another number, about another loan. */
export type Meeting = { at: string; code?: string; channel?: string; other?: 'person' | 'number' | 'loan' };

/** What is known of the persons of that world. */
export type Known = Partial<Pick<AuditedPerson, 'standing' | 'holds'>>;

/** A day on which a rule is in force, and so are the days about it. */
export const dayOf = ({ effectiveFrom }: ContactRule): string =>
  effectiveFrom > '2026-07-14' ? effectiveFrom : '2026-07-14';

const zone = 'America/New_York';
/** That time of that day where the persons of the world are, in summer. */
export const localTime = (day: string, time: string): string => new Date(`${day}T${time}:00.000-04:00`).toISOString();

const kinds: Record<string, string> = { visit: 'arrange-visit', call: 'place-call' };

/** Of what is no debtor's own, the debtor: nobody reaches them any more, so that third parties may be asked. */
const goneSince = '2026-01-05';
const gone: AuditedPerson = {
  personId: 'D',
  zone,
  holds: [],
  points: [{ pointId: 'old', kind: 'mobile', verifiedOn: '2025-06-01', invalidSince: goneSince }],
};

/** For tests: a world in which one rule, as it ships, is all the law: its place, party, product, actor, channel and purpose. */
export const worldOf = (rule: ContactRule, meetings: readonly Meeting[], known: Known = {}): Evidence => {
  const evidence = cleanEvidence();
  const role = must(rule.parties?.[0] ?? 'borrower');
  const isDebtor = ['borrower', 'co-borrower', 'guarantor'].includes(role);
  const [placeType] = ('placeTypes' in rule && rule.placeTypes) || ['mobile'];
  const person = (personId: string): AuditedPerson => ({
    personId,
    zone,
    holds: [],
    points: ['m', 'n'].map((pointId) => ({ pointId, ...(placeType !== undefined && { placeType }) })),
    relations: isDebtor ? [] : [{ to: 'D', role, namedBy: 'borrower' }],
    ...known,
  });
  const loan = (loanId: string): Evidence['loans'][number] => ({
    ...must(evidence.loans[0]),
    loanId,
    jurisdiction: rule.jurisdiction === '*' ? 'CN' : rule.jurisdiction,
    ...(rule.product?.[0] !== undefined && { product: rule.product[0] }),
    debtors: isDebtor ? ['A', 'B'].map((personId) => ({ personId, role })) : [{ personId: 'D', role: 'borrower' }],
  });
  const usual = ['visit', 'call', ...rule.channels].find((each) => rule.channels.includes(each)) ?? '';
  const acts = meetings.map(({ at: begunAt, code, channel = usual, other }, nth): AuditedAct => {
    const { covers, ...like } = act(evidence, call);
    return {
      ...like,
      id: `t/${nth}`,
      kind: kinds[channel] ?? 'send-reminder',
      channel,
      ...(code !== undefined && { code }),
      begunAt,
      begunWallAt: Date.parse(begunAt),
      purpose: must(rule.kind === 'party-eligibility' ? rule.mayBeFor[0] : rule.purposes[0]),
      sender: must(rule.actor[0]),
      personId: other === 'person' ? 'B' : 'A',
      pointId: other === 'number' ? 'n' : 'm',
      ...(!isDebtor && { unreachable: { acts: [], days: [goneSince] } }),
      covers: [{ ...must(covers[0]), loanId: other === 'loan' ? 'LB' : 'LA' }],
    };
  });
  const received = acts.map(({ id, channel, begunAt: at, pointId = '' }) => ({
    id,
    channel,
    at,
    to: `number ${pointId}`,
  }));
  return {
    ...evidence,
    acts,
    loans: [loan('LA'), loan('LB')],
    persons: [person('A'), person('B'), ...(isDebtor ? [] : [gone])],
    outside: { published: [], received },
    law: { ...law, rules: [rule] },
  };
};
