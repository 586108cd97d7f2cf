import type { HolidayCalendar } from '@recourse/domain/calendar/holiday-calendar';
import { readHolidayCalendar } from '@recourse/domain/calendar/holiday-calendar-schema';
import { hashPack } from '@recourse/domain/law/hash-pack';
import type { Law } from '@recourse/domain/law/law';
import type { RulePack } from '@recourse/domain/law/rule-pack';
import { readRulePack } from '@recourse/domain/law/rule-pack-schema';
import type { PolicyFault } from './policy-error.js';
import { readPolicyFolder } from './policy-folder.js';

const inFile = (file: string, faults: readonly { path: string; reason: string }[]): PolicyFault[] =>
  faults.map((fault) => ({ file, ...fault }));

/** The calendar a rule names must be there; a pack is named once. */
const lawFaults = (packs: readonly { file: string; pack: RulePack }[], calendars: Law['calendars']): PolicyFault[] =>
  packs.flatMap(({ file, pack }, nth) => [
    ...(packs.findIndex((other) => other.pack.pack === pack.pack) < nth
      ? [{ file, path: 'pack', reason: `${pack.pack} is the name of another pack` }]
      : []),
    ...pack.rules.flatMap((rule, place) =>
      rule.kind === 'contact-window' &&
      rule.closedOnHolidaysOf !== undefined &&
      calendars[rule.closedOnHolidaysOf] === undefined
        ? [{ file, path: `rules[${place}].closedOnHolidaysOf`, reason: 'names a calendar that is not in calendars/' }]
        : [],
    ),
  ]);

/** Rule packs and holiday calendars of `policies/`, with every fault of every file. */
export const readLaw = (dir: string): { law: Law; faults: PolicyFault[] } => {
  const packFiles = readPolicyFolder(dir, 'rule-packs', 'rule pack');
  const calendarFiles = readPolicyFolder(dir, 'calendars', 'holiday calendar');
  const faults = [...packFiles.faults, ...calendarFiles.faults];
  const packs: { file: string; pack: RulePack }[] = [];
  for (const { file, value } of packFiles.read) {
    const read = readRulePack(value);
    if ('pack' in read) packs.push({ file, pack: read.pack });
    else faults.push(...inFile(file, read.faults));
  }
  const calendars: Record<string, HolidayCalendar> = {};
  for (const { file, value } of calendarFiles.read) {
    const read = readHolidayCalendar(value);
    if ('calendar' in read) calendars[read.calendar.calendar] = read.calendar;
    else faults.push(...inFile(file, read.faults));
  }
  return {
    law: { packs: packs.map(({ pack }) => hashPack(pack)), calendars },
    faults: [...faults, ...lawFaults(packs, calendars)],
  };
};
