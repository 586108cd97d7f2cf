import { expect, test } from 'vitest';
import { openAgenda, type AgendaItem } from './agenda.js';

const at = (time: string) => `2026-01-01T${time}:00.000Z`;

function playedOrder(
  items: [time: string, rank: AgendaItem['rank'], subject: string, name: string][],
  until: string,
): string[] {
  const agenda = openAgenda();
  const played: string[] = [];
  for (const [time, rank, subject, name] of items)
    agenda.add({ at: at(time), rank, subject, play: () => void played.push(name) });
  for (let item = agenda.takeDue(at(until)); item; item = agenda.takeDue(at(until))) item.play();
  return played;
}

test('earlier instants come first; at one instant rank, then subject, then the order of entry decide', () => {
  const items: [string, AgendaItem['rank'], string, string][] = [
    ['12:00', 'borrower', 'b', 'pays b'],
    ['12:00', 'borrower', 'a', 'pays a first'],
    ['12:00', 'instalment', 'z', 'falls due z'],
    ['12:00', 'borrower', 'a', 'pays a second'],
    ['08:00', 'receipt', 'z', 'receipt'],
  ];

  const expected = ['receipt', 'falls due z', 'pays a first', 'pays a second', 'pays b'];
  expect(playedOrder(items, '12:00')).toEqual(expected);
});

test('what comes later than asked for stays on the agenda', () => {
  const agenda = openAgenda();
  agenda.add({ at: at('12:00'), rank: 'given', subject: 'a', play: () => undefined });

  expect(agenda.takeDue(at('11:59'))).toBeUndefined();
  expect(agenda.next()).toBe(at('12:00'));
});
