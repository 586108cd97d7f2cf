import type { Channel } from '../contact/channel.js';
import type { Law } from './law.js';

/** Local hours, half-open, `HH:MM`; empty where `to` is not after `from`. `by`: the rules that make them so, each with its pack. */
export type OpenHours = { from: string; to: string; by: string };

/**
 * Hours in which every pack lets the lender collect by a channel on any day: steps are planned in them. A window for other channels, of
 * some weekdays or of holidays, does not narrow them.
 */
export const openHours =
  ({ packs }: Law) =>
  (channel: Channel): OpenHours => {
    const spans = packs.flatMap(({ pack, rules }) =>
      rules.flatMap((rule) =>
        rule.kind === 'contact-window' &&
        rule.purposes.includes('collect') &&
        rule.actor.includes('first-party') &&
        rule.channels.includes(channel)
          ? rule.windows.map(({ from, to }) => ({ from, to, by: `${rule.id} of ${pack}` }))
          : [],
      ),
    );
    const all = spans.reduce(
      (so, { from, to }) => ({ from: from > so.from ? from : so.from, to: to < so.to ? to : so.to }),
      { from: '00:00', to: '24:00' },
    );
    const by = spans.flatMap((span) => (span.from === all.from || span.to === all.to ? [span.by] : []));
    return { ...all, by: [...new Set(by)].join(', ') };
  };
