import type { PersonMerge } from './person-merge.js';

type Plain = Record<string, unknown>;
type Debtor = { personId: string; role: string };

/** Who owes first stands first: of two roles of one person the first counts. */
const firstOwes: readonly string[] = ['borrower', 'co-borrower', 'guarantor'];

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** One who was named twice owes once, in the place named first and by the role that owes most. */
const onceEach = (debtors: readonly Debtor[]): Debtor[] => {
  const owes = new Map<string, Debtor>();
  for (const debtor of debtors) {
    const known = owes.get(debtor.personId);
    const counts = known && firstOwes.indexOf(known.role) <= firstOwes.indexOf(debtor.role) ? known : debtor;
    owes.set(debtor.personId, counts);
  }
  return [...owes.values()];
};

/** Fields that are the id of a person wherever they stand. `to` is one of a relation only, `person` one of a hold's scope only. */
const isPersonField = (field: string, value: Plain): boolean =>
  field === 'personId' ||
  field === 'reached' ||
  (field === 'to' && 'namedBy' in value) ||
  (field === 'person' && Object.keys(value).length === 1);

const renamed = (value: unknown, merges: ReadonlyMap<string, PersonMerge>): unknown => {
  if (Array.isArray(value)) return value.map((each) => renamed(each, merges));
  if (!isPlain(value)) return value;
  const own = merges.get(String(value['personId']));
  const entries = Object.entries(value).map(([field, told]): [string, unknown] => {
    if (typeof told === 'string') {
      if (field === 'pointId') return [field, own?.points[told] ?? told];
      return [field, isPersonField(field, value) ? (merges.get(told)?.into ?? told) : told];
    }
    const now = renamed(told, merges);
    return [field, field === 'debtors' && Array.isArray(now) ? onceEach(now as Debtor[]) : now];
  });
  return Object.fromEntries(entries);
};

/**
 * The same value with every person and point under the name they go by now: the one way in which what was said of a merged record, in
 * whatever shape, is read as said of the person. Pure; a value that names none of them comes back equal. What is no plain data stays.
 */
export const inOneName = <T>(value: T, merges: readonly PersonMerge[]): T =>
  merges.length === 0 ? value : (renamed(value, new Map(merges.map((merge) => [merge.from, merge]))) as T);
