import { contractOrder, sumOf } from '@recourse/domain/money/components';
import { z } from 'zod';
import { components, count, currency, day, id, minor, oneOf } from './event-fields.js';
import { instalment, object, sums, terms } from './loan-shapes-schema.js';

const notice = z
  .object(
    {
      kind: z.string('must be text').regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be small letters, digits and hyphens'),
      sentOn: day,
      provedOn: day.exactOptional().describe('The day on which its arrival is proved.'),
    },
    object,
  )
  .refine(({ sentOn, provedOn = sentOn }) => provedOn >= sentOn, {
    error: 'must not be before it was sent',
    path: ['provedOn'],
  });

const due = components
  .refine((all) => Number.isSafeInteger(sumOf(all)), { error: 'the sum of its components is too large', ...sums })
  .refine((all) => sumOf(all) > 0, { error: 'the sum of its components must be above zero', ...sums });

export const acceleration = z.object(
  {
    accelerationId: id,
    on: day.describe('The day on which all falls due.'),
    from: count(1).describe(
      'The number of the first instalment that is owed no more by itself: `due` stands for it and all after it.',
    ),
    due: due.describe('What falls due by it, beside what was due before.'),
    notice: notice
      .exactOptional()
      .describe(
        'The notice given before. Where the law asks for one, nothing rests on an acceleration without its proof.',
      ),
  },
  object,
);

const isSafe = ({ due: all }: { due: Parameters<typeof sumOf>[0] }): boolean => Number.isSafeInteger(sumOf(all));

export const restructuring = z
  .object(
    {
      restructuringId: id,
      on: day.describe('The last day of the old schedule; money of this day still pays it.'),
      replaces: z
        .object({ from: count(1), to: count(1) }, object)
        .refine(({ from, to }) => from <= to, { error: 'must not be below from', path: ['to'] })
        .describe('The numbers of the instalments that the new ones replace.'),
      takenOver: components
        .refine((all) => Number.isSafeInteger(sumOf(all)), { error: 'the sum of its components is too large', ...sums })
        .describe(
          'What of the old schedule was open and due as that day ended, by component; the new instalments bill it.',
        ),
      overdue: oneOf(['billed-anew', 'capitalised']).describe(
        'What was overdue is in the new instalments as it was, or as principal.',
      ),
      instalments: z
        .array(instalment, 'must be a list')
        .min(1, 'must name an instalment')
        .max(600, 'must be at most 600')
        .refine((all) => new Set(all.map(({ number }) => number)).size === all.length, 'names something twice')
        .describe('The new schedule. Its numbers go on above all that are replaced.'),
    },
    object,
  )
  .refine(({ instalments, replaces }) => instalments.every(({ number }) => number > replaces.to), {
    error: 'must have numbers above all that are replaced',
    path: ['instalments'],
  })
  .refine(({ instalments, on }) => instalments.every(({ dueOn }) => dueOn > on), {
    error: 'must fall due after the last day of the old schedule',
    path: ['instalments'],
  })
  .refine(
    ({ instalments }) =>
      !instalments.every(isSafe) || Number.isSafeInteger(instalments.reduce((sum, each) => sum + sumOf(each.due), 0)),
    {
      error: 'comes to more than a safe integer of minor units',
      path: ['instalments'],
      ...sums,
    },
  )
  .refine(
    ({ instalments, takenOver, overdue }) => {
      const billed = (each: (typeof contractOrder)[number]): number =>
        instalments.reduce((sum, one) => sum + (one.due[each] ?? 0), 0);
      return overdue === 'capitalised'
        ? billed('principal') >= sumOf(takenOver)
        : contractOrder.every((each) => billed(each) >= (takenOver[each] ?? 0));
    },
    { error: 'must bill what is taken over', path: ['instalments'], ...sums },
  );

export const creditorChange = z
  .object(
    {
      changeId: id,
      to: id.describe('Who is creditor now: an id.'),
      on: day.describe('The claim is theirs from this day.'),
      notifiedOn: day
        .exactOptional()
        .describe(
          'The day on which the notice to the debtor is proved to have arrived. Absent: told once more when it is; until then nobody is contacted.',
        ),
    },
    object,
  )
  .refine(({ on, notifiedOn = on }) => notifiedOn >= on, {
    error: 'must not be before the claim was assigned',
    path: ['notifiedOn'],
  });

const totals = { arrearsTotal: minor, outstandingTotal: minor };
const totalsAgree = ({ arrearsTotal, outstandingTotal }: { arrearsTotal: number; outstandingTotal: number }): boolean =>
  outstandingTotal >= arrearsTotal;
const totalsDisagree = { error: 'must be at least arrearsTotal', path: ['outstandingTotal'], ...sums };

/** What happens to the contract itself. Each is told under its own id; totals are servicing's own as the day of the event ends. */
export const scheduleEvents = {
  'loan-restructured': restructuring
    .safeExtend({
      currency,
      terms: terms.exactOptional().describe('The terms from then on; absent: as they were.'),
      ...totals,
    })
    .refine(totalsAgree, totalsDisagree)
    .refine(({ currency: kept, terms: told }) => told === undefined || told.currency === kept, {
      error: 'must be the currency of the loan',
      path: ['terms', 'currency'],
    })
    .describe(
      'A new schedule stands in place of the old one. Its instalments are told missed or met when their days come.',
    ),
  'loan-accelerated': acceleration
    .extend({ currency, ...totals })
    .refine(({ arrearsTotal, due: all }) => arrearsTotal >= sumOf(all), {
      error: 'must be at least what falls due',
      path: ['arrearsTotal'],
      ...sums,
    })
    .refine(totalsAgree, totalsDisagree)
    .describe('All that was not yet due falls due at once.'),
  'acceleration-undone': z
    .object(
      { accelerationId: id, currency, undoneOn: day, because: oneOf(['agreed', 'paid', 'told-in-error']) },
      object,
    )
    .describe(
      'An acceleration holds no more: the instalments it stood for are owed as before. Before its acceleration it waits for it.',
    ),
  'creditor-changed': creditorChange.describe(
    'The claim was assigned. Nobody is contacted until the notice to the debtor is proved; payments count whoever got them.',
  ),
} as const;
