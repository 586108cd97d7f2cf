import { weekday } from './shapes/gate-words.js';
import type { ContactWindow } from './shapes/contact-window-shape.js';

type Windows = ContactWindow['windows'];

/** `HH:MM` spans of one weekday, touching ones joined, in order. */
const spansOf = (windows: Windows, day: Windows[number]['days'][number]): { from: string; to: string }[] => {
  const spans: { from: string; to: string }[] = [];
  for (const { from, to } of windows
    .filter(({ days }) => days.includes(day))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = spans.at(-1);
    if (last && from <= last.to) spans[spans.length - 1] = { from: last.from, to: to > last.to ? to : last.to };
    else spans.push({ from, to });
  }
  return spans;
};

/** Whether every minute of a week that lies in one of the windows lies in one of the others. */
export const isWithinHours = (windows: Windows, others: Windows): boolean =>
  weekday.options.every((day) => {
    const open = spansOf(others, day);
    return spansOf(windows, day).every(({ from, to }) => open.some((span) => span.from <= from && to <= span.to));
  });
