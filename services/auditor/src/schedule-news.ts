type Told = Record<string, unknown>;
export type SumsByComponent = Record<string, number>;

/** What events say of the schedule itself. `against`: the law wants a notice of it that is not proved, so nothing rests on it. */
export type ScheduleNews =
  | {
      news: 'schedule';
      id: string;
      on: string;
      from: number;
      to: number;
      takenOver: SumsByComponent;
      /** What was taken over became principal. */
      capitalised?: true;
      numbers: number[];
    }
  | {
      news: 'acceleration';
      id: string;
      on: string;
      from: number;
      due: SumsByComponent;
      notice?: { kind: string; sentOn: string; provedOn?: string };
      against?: true;
    }
  /** `inError`: it was never meant, so that nothing was due by it on any day. */
  | { news: 'undoing'; id: string; undoneOn: string; inError?: true };

export const scheduleIn = ({ restructuringId, on, replaces, takenOver, overdue, instalments }: Told): ScheduleNews => {
  const { from, to } = (replaces ?? {}) as Told;
  return {
    news: 'schedule',
    id: String(restructuringId),
    on: String(on),
    from: Number(from),
    to: Number(to),
    takenOver: (takenOver ?? {}) as SumsByComponent,
    ...(overdue === 'capitalised' && { capitalised: true as const }),
    numbers: ((instalments ?? []) as Told[]).map(({ number }) => Number(number)),
  };
};

/** An event says `because`; a position, beside other becauses, `undoneBecause`. */
export const undoingIn = ({ accelerationId, undoneOn, because, undoneBecause = because }: Told): ScheduleNews => ({
  news: 'undoing',
  id: String(accelerationId),
  undoneOn: String(undoneOn),
  ...(undoneBecause === 'told-in-error' && { inError: true as const }),
});

/** An acceleration, and its undoing where a position or a history tells of both. */
export const accelerationIn = (told: Told): ScheduleNews[] => {
  const { accelerationId, on, from, due, notice, against, undoneOn } = told;
  return [
    {
      news: 'acceleration',
      id: String(accelerationId),
      on: String(on),
      from: Number(from),
      due: (due ?? {}) as SumsByComponent,
      ...(notice !== undefined && { notice: notice as { kind: string; sentOn: string; provedOn?: string } }),
      ...(against !== undefined && { against: true as const }),
    },
    ...(undoneOn === undefined ? [] : [undoingIn(told)]),
  ];
};

/** Whether an instalment is owed as a day ends, and the acceleration that stands for those that are not. */
export const scheduledOn = (news: readonly { news: string }[], until: string) => {
  const all = news as readonly ScheduleNews[];
  const schedules = [
    ...new Map(all.flatMap((each) => (each.news === 'schedule' ? [[each.id, each] as const] : []))).values(),
  ];
  const undone = new Map(
    all.flatMap((each) => (each.news === 'undoing' ? [[each.id, each.inError ? '' : each.undoneOn] as const] : [])),
  );
  const standing = [
    ...new Map(
      // Told again with its notice proved it stands, in whatever order that comes.
      [true, undefined].flatMap((against) =>
        all.flatMap((each) =>
          each.news === 'acceleration' && each.against === against ? [[each.id, each] as const] : [],
        ),
      ),
    ).values(),
  ]
    .filter(({ id, on, against }) => !against && on <= until && (undone.get(id) ?? '~~') > until)
    .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
    .at(-1);
  const isOwed = ({ number, dueOn }: { number: number; dueOn: string }): boolean => {
    const gone = schedules.some(({ on, from, to }) => on <= until && dueOn > on && from <= number && number <= to);
    if (gone || standing === undefined || number < standing.from || dueOn < standing.on) return !gone;
    return schedules.some(({ on, numbers }) => on >= standing.on && numbers.includes(number));
  };
  return { isOwed, schedules, standing };
};
