import { describe, expect, it } from 'vitest';
import { law } from '../../../test/builders/ask-gate.js';
import { noLaw } from '../../../test/builders/no-law.js';
import { personEventHold, type PersonEvent } from './person-event-hold.js';

const at = '2026-03-02T02:00:00.000Z';
const insolvent: PersonEvent = { type: 'person-insolvent', eventId: 'e', occurredAt: at, personId: 'p1' };
const bearing = { law: noLaw, places: ['CN'], products: ['cash-loan'], at };

describe('the hold an event about a person places', () => {
  it('is on the person, without an end', () => {
    expect(personEventHold(insolvent, 'i', bearing)).toEqual({
      id: 'i',
      reason: 'insolvency',
      scope: { person: 'p1' },
      stops: ['contact', 'escalation', 'timers', 'interest', 'legal'],
      from: at,
    });
  });

  it('of an insolvency keeps its own day, from which on nothing is charged', () => {
    const hold = personEventHold({ ...insolvent, on: '2026-02-20' }, 'i', bearing);
    expect(hold).toMatchObject({ from: at, interestFrom: '2026-02-20' });
  });

  it.each([
    ['vulnerability', ['escalation']],
    ['military-service', ['legal']],
    ['cease-request', ['contact']],
    ['dispute', ['contact', 'escalation', 'timers']],
    ['breathing-space', ['contact', 'escalation', 'timers', 'interest', 'legal']],
    ['identity-theft', ['contact', 'escalation', 'timers', 'interest', 'legal', 'furnishing']],
  ] as const)('for who is protected by %s stops %j at the least', (reason, stops) => {
    const told: PersonEvent = { ...insolvent, type: 'person-protected', reason };

    expect(personEventHold(told, 'i', bearing)).toMatchObject({ reason, scope: { person: 'p1' }, stops });
  });

  it.each([
    // 60 whole days after the day it was told (SI 2020/1311 reg. 26).
    ['standard', 'GB', '2026-05-02T02:00:00.000Z'],
    ['crisis', 'GB', undefined],
    [undefined, 'GB', undefined],
    ['standard', 'CN', undefined],
  ] as const)('for breathing space of sort %s in %s ends by itself at %s', (moratorium, place, until) => {
    const told: PersonEvent = {
      ...insolvent,
      type: 'person-protected',
      reason: 'breathing-space',
      ...(moratorium && { moratorium }),
    };

    expect(personEventHold(told, 'i', { ...bearing, law, places: [place] }).until).toBe(until);
  });

  it('for anything else does not end by itself, whatever days the law gives', () => {
    const claim: PersonEvent = { ...insolvent, type: 'person-protected', reason: 'vulnerability' };

    expect(personEventHold(claim, 'i', { ...bearing, law, places: ['GB'] })).not.toHaveProperty('until');
  });

  it('stops as much more as the law of the place says', () => {
    expect(personEventHold(insolvent, 'i', { ...bearing, law }).stops).toContain('furnishing');
  });
});
