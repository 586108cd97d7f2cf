const records = 20_000;
const rounds = 1_000_000;

/**
 * Nanoseconds of processor time for one round of a fixed piece of work that no change of ours can make quicker: a copy of one of 20,000 records,
 * a text put together and looked up. It grows with a crowded processor and its caches as a turn does, so two runs are compared by ratios to it.
 */
export function calibration(): number {
  const all = Array.from({ length: records }, (_, nth) => ({
    id: `record-${nth}`,
    at: new Date(nth * 60_000).toISOString(),
    parts: { [`1/part-${nth % 50}`]: nth, [`2/part-${nth % 50}`]: nth },
    lines: [{ nth, on: 'a' }],
  }));
  const work = (): number => {
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      const record = all[(round * 7_919) % records];
      if (!record) continue;
      const copy = { ...record, at: record.at.slice(0, 10), lines: [...record.lines, { nth: round, on: record.id }] };
      found += copy.parts[`${(round % 2) + 1}/part-${record.lines.length}`] ?? copy.lines.length;
    }
    return found;
  };
  work();
  const cpu = process.cpuUsage();
  if (work() === 0) throw new Error('the calibration did no work');
  const { user, system } = process.cpuUsage(cpu);
  return ((user + system) * 1_000) / rounds;
}
