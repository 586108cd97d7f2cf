import type { Law } from './law.js';

/** Hours in which every pack lets the lender collect on any day, `HH:MM` half-open: steps are planned in them. A window of some weekdays or holidays does not narrow them. */
export const openHours = ({ packs }: Law): { from: string; to: string } => {
  const spans = packs.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      rule.kind === 'contact-window' && rule.purposes.includes('collect') && rule.actor.includes('first-party')
        ? rule.windows.map(({ from, to }) => ({ from, to }))
        : [],
    ),
  );
  return spans.reduce(
    (all, { from, to }) => ({ from: from > all.from ? from : all.from, to: to < all.to ? to : all.to }),
    {
      from: '00:00',
      to: '24:00',
    },
  );
};
