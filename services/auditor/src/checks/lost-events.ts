import { finding, type Evidence, type Finding } from '../evidence.js';

/** Every event that servicing published is taken, or set aside with its cause. A duplicate is the same event. */
export const lostEvents = ({ published, accepted, parked }: Evidence): Finding => {
  const known = new Set([...accepted.map(({ id }) => id), ...parked.flatMap(({ eventId }) => eventId ?? [])]);
  const lost = published.filter(({ id }) => !known.has(id));
  return finding(
    'lost-events',
    [...new Set(lost.map(({ id, type, loan }) => `${type} ${id} of loan ${loan} is neither taken nor parked`))],
  );
};
