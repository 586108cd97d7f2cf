/** Every value that is `value` with one thing less: an element of a list, a field that may be absent. */
function* withLess(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (let nth = 0; nth < value.length; nth += 1) yield value.toSpliced(nth, 1);
    for (let nth = 0; nth < value.length; nth += 1)
      for (const less of withLess(value[nth])) yield value.with(nth, less);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (absentable.has(key)) yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
    // A zone is one thing: without a part of it it would be another.
    if (key === 'offsets') continue;
    for (const less of withLess(inner)) yield { ...value, [key]: less };
  }
}

const absentable = new Set([
  ...[
    'loans',
    'party',
    'placeType',
    'voicemail',
    'inbound',
    'consented',
    'inboundReply',
    'pointId',
    'until',
    'endedAt',
  ],
  ...['effectiveTo', 'product', 'override', 'parties', 'placeTypes', 'closedOnHolidaysOf', 'maxContacts', 'when'],
  ...['sender', 'senderId', 'line', 'content', 'language'],
  ...['basis', 'basisDays', 'personKnownFrom', 'pointKnownFrom'],
]);

/** Takes from a losing case whatever can be taken while it still loses, for people to read. */
export const smallestCase = <C>(losing: C, isLosing: (value: C) => boolean): C => {
  let smallest = losing;
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const less of withLess(smallest)) {
      if (!loses(less as C, isLosing)) continue;
      smallest = less as C;
      isSmaller = true;
      break;
    }
  }
  return smallest;
};

/** A case that lacks what every case has does not lose, it is none. */
const loses = <C>(value: C, isLosing: (value: C) => boolean): boolean => {
  try {
    return isLosing(value);
  } catch {
    return false;
  }
};
