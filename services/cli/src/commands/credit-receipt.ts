import { readStrictJson } from '@recourse/infra/json/read-strict-json';
import type { SentCreditRow } from '@recourse/activities/records/credit-record';
import { receiptLine, type ReceiptLine } from '@recourse/infra/credit/credit-file-schema';
import { mongoCreditStore } from '@recourse/infra/mongo/credit-store';
import type { Doorbell } from '@recourse/activities/doorbell';
import { schemaFaults } from '@recourse/domain/policy/schema-faults';
import { readLines } from '../files/read-lines.js';
import type { OpenStores } from '../stack/open-stores.js';
import { Mistake } from '../words/mistake.js';
import { isToldOtherwise } from './is-told-otherwise.js';

export type Receipt = { taken: number; rejected: number; known: number };

type Numbered<T> = { number: number; line: T };
const mostFaults = 20;

const readAll = (file: string): Numbered<ReceiptLine>[] => {
  const faults: string[] = [];
  const lines = readLines(file).flatMap(({ number, text }): Numbered<ReceiptLine>[] => {
    const json = readStrictJson(text);
    const read = 'value' in json ? receiptLine.safeParse(json.value) : undefined;
    if (read?.success) return [{ number, line: read.data }];
    const why = read ? schemaFaults(read.error)[0] : undefined;
    faults.push(`line ${number}: ${why ? `${why.path} ${why.reason}` : 'is not JSON that can be used'}`);
    return [];
  });
  if (faults.length > 0) throw new Mistake(`${file} is not read:\n${faults.slice(0, mostFaults).join('\n')}`);
  return lines;
};

/**
 * Takes what the bureau said of the rows of a snapshot. Everything is checked first: one bad line and nothing is noted. Read again, nothing is new.
 * @throws Mistake
 */
export async function creditReceipt(stores: OpenStores, doorbell: Doorbell, file: string): Promise<Receipt> {
  const { tenant } = stores;
  const [first, ...others] = readAll(file);
  if (first?.line.record !== 'header') throw new Mistake(`${file} does not begin with its header`);
  const { month, sha256, tenant: told } = first.line;
  const credit = mongoCreditStore(stores.mongo);
  const snapshot = (await credit.snapshots(tenant)).find((each) => each.month === month);
  if (told !== tenant || snapshot?.sha256 === undefined)
    throw new Mistake(`${file} answers no file of tenant ${tenant} [unknown-snapshot]`);
  if (snapshot.sha256 !== sha256)
    throw new Mistake(`${file} answers another file of ${month}: its hash is not ours [other-file]`);
  const rows = new Map<string, { loanId: string; before: SentCreditRow['receipt'] }>();
  for await (const record of credit.months(tenant, month))
    for (const { row, receipt } of record.rows) rows.set(row, { loanId: record.loanId, before: receipt });
  const seen = new Set<string>();
  const answered = others.map(({ number, line }) => {
    if (line.record === 'header') throw new Mistake(`${file}: line ${number}: a second header`);
    const row = rows.get(line.row);
    if (row === undefined) throw new Mistake(`${file}: line ${number}: the file has no such row [unknown-row]`);
    if (seen.has(line.row)) throw new Mistake(`${file}: line ${number}: said before [said-twice]`);
    seen.add(line.row);
    const { loanId, before } = row;
    if (before && isToldOtherwise(before, line))
      throw new Mistake(`${file}: line ${number}: ${line.row} was told otherwise before [known-otherwise]`);
    return { line, loanId };
  });
  const receipt: Receipt = { taken: 0, rejected: 0, known: 0 };
  for (const { line, loanId } of answered) {
    const said = line.taken ? ({ taken: true } as const) : ({ taken: false, code: line.code } as const);
    const answer = await credit.receive(tenant, { name: line.row, loanId, month }, said);
    if (typeof answer === 'string') throw new Mistake(`${file}: ${line.row} was told otherwise before [${answer}]`);
    if (answer.ring !== undefined) await doorbell.ring(answer.ring).catch(() => undefined);
    if (!answer.noted) receipt.known += 1;
    else if (said.taken) receipt.taken += 1;
    else receipt.rejected += 1;
  }
  return receipt;
}
