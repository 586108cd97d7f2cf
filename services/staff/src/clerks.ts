import type { ArrangementAsked } from '@recourse/domain/arrangements/arrangement';
import { scheduleOf } from '@recourse/domain/arrangements/arrangement-schedule';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { ArrangementOffice } from './arrangement-office.js';
import type { Letter, LetterBox } from './letter-box.js';
import type { Working } from './working.js';
import { nextWorkingHalfHour, nextWorkingMoment } from './working-hours.js';

type Needs = {
  office: ArrangementOffice;
  letters: LetterBox;
  clock: 'test' | 'real';
  onTrouble(letter: Pick<Letter, 'number' | 'loan'>, error: unknown): void;
};

type Asking = Extract<Letter, { says: 'asks' }>;
type Done = 'offered' | 'approved-and-offered' | 'signed' | 'not-agreed';

const waitMs = 60 * 60_000;
const proposer = 'collector-1';

/**
 * Who answers letters at the lender: proposes what is asked for as a collector may, has a second person approve it where that is above
 * them, sends the paper, and takes it back signed. What they remember is only how far they have read; the same letter twice is the same command.
 */
export function clerksAt({ office, letters, clock, onTrouble }: Needs): Working {
  const next = clock === 'real' ? nextWorkingMoment : nextWorkingHalfHour;
  let read = 0;
  let notBefore: Instant = '';
  const log: Record<Done | 'letter-trouble', number> = {
    offered: 0,
    'approved-and-offered': 0,
    signed: 0,
    'not-agreed': 0,
    'letter-trouble': 0,
  };

  const slotOf = ({ at }: Letter): Instant => next(at > notBefore ? at : notBefore, 'day');

  async function offer({ number, loan, asks }: Asking): Promise<Done> {
    const standing = await office.standing(loan);
    if (!standing) return 'not-agreed';
    const { kind, parts, firstInDays, percentOff = 0 } = asks;
    const discount = Number((BigInt(standing.owedInAll) * BigInt(percentOff)) / 100n);
    const asked: ArrangementAsked = {
      kind,
      over: kind === 'settlement' ? 'all' : 'arrears',
      firstOn: addDays(standing.today, firstInDays),
      instalments: parts,
      ...(discount > 0 && { discount }),
    };
    const item = `command/letter-${number}`;
    const proposed = await office.tell(
      loan,
      item,
      { command: 'propose-arrangement', asked, authority: 'collector' },
      proposer,
    );
    if ('refused' in proposed) return refused(number, loan, proposed.refused);
    let { arrangement } = proposed;
    const { needs, id: arrangementId } = arrangement;
    if (needs) {
      const approval = { command: 'approve-arrangement', arrangementId, authority: needs } as const;
      const approved = await office.tell(loan, `${item}-approved`, approval, `${needs}-1`);
      if ('refused' in approved) return refused(number, loan, approved.refused);
      arrangement = approved.arrangement;
    }
    const { hash, terms } = arrangement;
    const schedule = scheduleOf(terms).map(({ dueOn, amount }) => ({ dueOn, amount }));
    await letters.send({ id: arrangementId, loan, hash, kind, schedule });
    return needs ? 'approved-and-offered' : 'offered';
  }

  function refused(number: number, loan: string, reason: string): Done {
    onTrouble({ number, loan }, new Error(`not agreed: ${reason}`));
    return 'not-agreed';
  }

  async function answer(letter: Letter): Promise<Done> {
    if (letter.says === 'asks') return offer(letter);
    const { number, loan, person: personId, agreement: arrangementId, hash, on } = letter;
    const acceptance = { command: 'accept-arrangement', arrangementId, personId, on, hash } as const;
    const told = await office.tell(loan, `command/letter-${number}`, acceptance, proposer);
    return 'refused' in told ? refused(number, loan, told.refused) : 'signed';
  }

  return {
    async agenda() {
      const [first] = await letters.after(read);
      return first && slotOf(first);
    },
    async play(until) {
      const due = (await letters.after(read)).filter((letter) => slotOf(letter) <= until);
      for (const [nth, letter] of due.entries()) {
        try {
          log[await answer(letter)] += 1;
          read = letter.number;
        } catch (error) {
          log['letter-trouble'] += 1;
          notBefore = new Date(Date.parse(until) + waitMs).toISOString();
          onTrouble(letter, error);
          return nth;
        }
      }
      return due.length;
    },
    log: () => ({ ...log }),
  };
}
