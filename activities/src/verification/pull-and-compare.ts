import { compareWithServicing } from '@recourse/domain/case/compare-with-servicing';
import type { LoanInServicing } from '@recourse/domain/case/loan-in-servicing';
import type { LoanVerification } from '@recourse/domain/case/loan-verification';
import { inOneName } from '@recourse/domain/contact/in-one-name';
import type { LoanRecord } from '../records/loan-record.js';
import { PullTrouble } from './pull-trouble.js';
import type { VerificationPorts } from './verification-ports.js';

/** Waits in ms between tries: trouble that lasts longer is told to the case, which waits longer. */
const pausesMs = [250, 1_000] as const;
/** How long what servicing has published may take to reach us. */
const onTheWayMs = 1_500;

type Pull = VerificationPorts & { pause(ms: number): Promise<unknown> };
type Pulled = { verification: LoanVerification; ring: string[] };

/** Takes persons in, holds the loan against servicing, and says what came of it. `ring`: other cases that learned of a person. */
export async function pullAndCompare(ports: Pull, tenant: string, loanId: string): Promise<Pulled> {
  try {
    const ring = await patiently(ports, () => pullPersons(ports, tenant, loanId));
    const first = await patiently(ports, () => compare(ports, tenant, loanId));
    if (first.result !== 'mismatched' && first.result !== 'not-overdue') return { verification: first, ring };
    // Events may be on their way: what servicing has told already is with us a moment later.
    await ports.pause(onTheWayMs);
    return { verification: await compare(ports, tenant, loanId), ring };
  } catch (error) {
    if (!(error instanceof PullTrouble)) throw error;
    const { from, trouble, field, reason } = error;
    return {
      verification: { result: 'trouble', from, trouble, reason, ...(field !== undefined && { field }) },
      ring: [],
    };
  }
}

async function patiently<T>({ pause }: Pull, pull: () => Promise<T>): Promise<T> {
  for (const ms of pausesMs) {
    try {
      return await pull();
    } catch (error) {
      if (!(error instanceof PullTrouble)) throw error;
      await pause(ms);
    }
  }
  return pull();
}

async function ourLoan(
  { store }: Pull,
  tenant: string,
  loanId: string,
): Promise<LoanRecord & Required<Pick<LoanRecord, 'terms'>>> {
  const loan = await store.loan(tenant, loanId);
  const terms = loan?.terms;
  if (!terms) throw new Error(`${tenant}/${loanId}: a case of a loan that is not here`);
  return { ...loan, terms };
}

/** Those who owe by what servicing has told. Somebody the directory does not know stays unknown: the case finds that itself. */
async function pullPersons(ports: Pull, tenant: string, loanId: string): Promise<string[]> {
  const { directory, persons } = ports;
  if (!directory) return [];
  const { terms } = await ourLoan(ports, tenant, loanId);
  const rows = await Promise.all(terms.debtors.map(({ personId }) => directory.person(tenant, personId)));
  const ring: string[] = [];
  for (const row of rows) if (row !== 'unknown-person') ring.push(...(await persons.load(tenant, row)).ring);
  return ring;
}

async function compare(ports: Pull, tenant: string, loanId: string): Promise<LoanVerification> {
  const { servicing } = ports;
  const told = servicing && (await servicing.loan(tenant, loanId));
  const theirs = told === undefined || told === 'unknown-loan' ? told : await inOurNames(ports, tenant, told);
  const { terms, position, positionVersion: version } = await ourLoan(ports, tenant, loanId);
  if (theirs === undefined) return { result: 'verified', positionVersion: version };
  return compareWithServicing(theirs === 'unknown-loan' ? undefined : theirs, {
    loanId,
    terms,
    position: { ...position, version },
  });
}

/** Servicing may go on naming a record that is another's now. */
async function inOurNames({ store }: Pull, tenant: string, theirs: LoanInServicing): Promise<LoanInServicing> {
  const debtors = theirs.debtors.map(({ personId }) => personId);
  return inOneName(theirs, await store.merges(tenant, debtors));
}
