import { isContact, isOurs, isSetAside, takesBack } from '../act-kinds.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { creditorThen } from '../law/creditor-then.js';
import { newsOfLoans } from '../news-of-loans.js';

/**
 * Whoever is told what is owed is told to whom, a partner too: after a notified change of creditor the words name one, and the act and the text that arrived
 * name the creditor there was by all that had been taken when it began. Before the first message whose words name a creditor there was no such rule.
 */
export const creditorsMisnamed = (evidence: Evidence): Finding => {
  const { acts, outside, practice } = evidence;
  const { lender, names } = practice.creditors;
  const told = newsOfLoans(evidence);
  /** A partner is told the id itself. */
  const idsOf = (name: string): string[] =>
    [...names].flatMap(([id, known]) => (id === name || known.includes(name) ? [id] : []));
  const arrived = new Map(outside?.received.map(({ id, creditors = [] }) => [id, creditors]));
  const saysOf = (template: string | undefined): string[] => practice.words.get(template ?? '')?.says ?? [];
  const messages = acts.filter(
    (act) =>
      isOurs(act) && !isSetAside(act) && (isContact(act) ? saysOf(act.template).includes('amount') : !takesBack(act)),
  );
  const since = messages
    .flatMap(({ template, begunAt }) => (saysOf(template).includes('creditor') ? [begunAt] : []))
    .toSorted()[0];

  const violations = messages.flatMap((act) => {
    const { id, template, begunAt, covers } = act;
    if (since === undefined || begunAt < since) return [];
    const known = covers.flatMap(({ loanId, order, creditor }) => {
      const events = told.get(loanId);
      const news = events?.flatMap((event) => (event.order < order ? event.news : []));
      return news ? [{ loanId, creditor, owed: creditorThen(news) }] : [];
    });
    const byRecord = known.flatMap(({ loanId, creditor, owed }) => {
      const words = `${id} of loan ${loanId}`;
      if (owed === 'unclear') return [`${words}: nobody can say whose the claim is`];
      const is = owed === 'as-lent' ? undefined : owed.is;
      if (is !== undefined && isContact(act) && !saysOf(template).includes('creditor'))
        return [`${words} does not name the creditor ${is}`];
      return creditor === is ? [] : [`${words} names ${creditor ?? 'who lent'} as creditor, it is ${is ?? 'who lent'}`];
    });
    // Of a loan nobody can reckon anew the text may name whom it likes.
    if (known.length < covers.length) return byRecord;
    const owedTo = new Set(known.map(({ owed }) => (typeof owed === 'string' ? lender : owed.is)));
    const byText = (arrived.get(id) ?? []).flatMap((name) => {
      const who = idsOf(name);
      return who.length === 0 || who.some((each) => owedTo.has(each))
        ? []
        : [`${id} reached somebody with ${who.join(' ')} as creditor, it is ${[...owedTo].join(' ')}`];
    });
    return [...byRecord, ...byText];
  });
  return finding('creditors-misnamed', violations);
};
