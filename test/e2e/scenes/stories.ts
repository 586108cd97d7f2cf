import { instalmentAmount, loanStory, scenePerson } from './loan-story.js';

/** The day the first instalment of every scene falls due; the clock starts some days before. */
export const firstDue = '2026-01-05';
export const startsAt = '2026-01-02T00:00:00.000Z';
export const endsAt = '2026-07-05T00:00:00.000Z';

/** A loan for each thing that must be right from end to end; all are played on one clock. */
export const storiesOf = (tenant: string) => {
  const of = (loan: string, person = `p-${loan}`) => loanStory(tenant, loan, person);
  const overdue = (loan: string) => of(loan).missed(1, firstDue);
  return [
    overdue('ladder'),
    overdue('pays-in-reminder').paid('a', '2026-01-11'),
    overdue('pays-in-call').paid('a', '2026-01-20'),
    overdue('pays-in-visit').paid('a', '2026-02-12'),
    overdue('pays-in-outsourcing').paid('a', '2026-03-25'),
    overdue('pays-in-legal').paid('a', '2026-06-01'),
    overdue('pays-in-part').paid('a', '2026-01-16', 50_000),
    overdue('pays-in-grace').paid('a', '2026-01-07'),
    overdue('reversed').paid('a', '2026-03-12').reversed('a', '2026-03-20'),
    overdue('back-dated').paid('a', '2026-01-20', instalmentAmount, '2026-01-10'),
    overdue('twice').again().paid('a', '2026-01-20', 100_000).again(),
    overdue('reordered')
      .paid('a', '2026-01-20')
      .paid('b', '2026-02-06')
      .missed(2, '2026-02-05', 1, '2026-02-07T00:00:00.000Z'),
    overdue('relapse').paid('a', '2026-01-20').missed(2, '2026-02-05'),
    overdue('second-episode')
      .paid('a', '2026-03-12')
      .met(4, '2026-04-05')
      .met(5, '2026-05-05')
      .met(6, '2026-06-05')
      .reversed('a', '2026-06-10'),
    of('together-a', 'p-together').missed(1, firstDue),
    of('together-b', 'p-together').missed(1, firstDue),
    overdue('younger-arrears').missed(2, '2026-02-05', 2).paid('a', '2026-02-20'),
  ];
};

export const personsOf = (stories: ReturnType<typeof storiesOf>) =>
  [...new Set(stories.map(({ person }) => person))].map((person, nth) => scenePerson(person, nth));
