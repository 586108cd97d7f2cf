import { expect, test } from 'vitest';
import type { AuditedAct } from '../audited-act.js';
import type { AuditedPerson } from '../audited-person.js';
import { contactsBy } from './contact.js';
import { readLaw } from './read-law.js';

const at = '2026-05-20T16:00:00.000Z';
const untoldOf = async (zone: string, places: string[]): Promise<string[]> => {
  const person = { personId: 'P1', zone, standing: { places } } as unknown as AuditedPerson;
  const contactOf = contactsBy({ loans: [], persons: [person], law: await readLaw() });
  return contactOf({ personId: 'P1', covers: [] } as unknown as AuditedAct, at).untold;
};

test('who is told to live by a clock that is not kept there may live anywhere in the country', async () => {
  expect(await untoldOf('America/New_York', ['US-CA'])).toEqual(['US']);
  expect(await untoldOf('America/New_York', ['US'])).toEqual(['US']);
  expect(await untoldOf('America/New_York', [])).toEqual(['US']);
  expect(await untoldOf('Asia/Shanghai', ['CN-GD'])).toEqual(['CN']);
});

test('who is told to live where the clock is kept lives there', async () => {
  expect(await untoldOf('America/New_York', ['US-OH'])).toEqual([]);
  expect(await untoldOf('US/Eastern', ['US-NY-NYC'])).toEqual([]);
});
