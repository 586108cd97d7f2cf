import type { HolidayCalendar } from '@recourse/domain/calendar/holiday-calendar';
import { readHolidayCalendar } from '@recourse/domain/calendar/holiday-calendar-schema';
import { emptyRules } from '@recourse/domain/law/empty-rules';
import { hashPack } from '@recourse/domain/law/hash-pack';
import type { Law } from '@recourse/domain/law/law';
import { lawFaults } from '@recourse/domain/law/law-faults';
import type { RulePack } from '@recourse/domain/law/rule-pack';
import { readRulePack } from '@recourse/domain/law/rule-pack-schema';
import type { PolicyFault } from './policy-error.js';
import { readPolicyFolder } from './policy-folder.js';

const inFile = (file: string, faults: readonly { path: string; reason: string }[]): PolicyFault[] =>
  faults.map((fault) => ({ file, ...fault }));

const placeFault = (file: string, { jurisdiction }: RulePack, places: ReadonlySet<string> | undefined): PolicyFault[] =>
  jurisdiction === '*' || (places?.has(jurisdiction) ?? true)
    ? []
    : [{ file, path: 'jurisdiction', reason: `${jurisdiction} is neither a country nor a part of one in places.yaml` }];

/** Rule packs and holiday calendars of `policies/`, with every fault of every file. Without `places` it is not asked whether theirs is one. */
export const readLaw = (dir: string, places?: ReadonlySet<string>): { law: Law; faults: PolicyFault[] } => {
  const packFiles = readPolicyFolder(dir, 'rule-packs', 'rule pack');
  const calendarFiles = readPolicyFolder(dir, 'calendars', 'holiday calendar');
  const faults = [...packFiles.faults, ...calendarFiles.faults];
  const packs: { file: string; pack: RulePack }[] = [];
  for (const { file, value } of packFiles.read) {
    const read = readRulePack(value);
    if ('pack' in read) {
      packs.push({ file, pack: read.pack });
      faults.push(...placeFault(file, read.pack, places), ...inFile(file, emptyRules(read.pack)));
    } else faults.push(...inFile(file, read.faults));
  }
  const calendars: Record<string, HolidayCalendar> = {};
  for (const { file, value } of calendarFiles.read) {
    const read = readHolidayCalendar(value);
    if ('faults' in read) faults.push(...inFile(file, read.faults));
    else if (calendars[read.calendar.calendar])
      faults.push({ file, path: 'calendar', reason: `${read.calendar.calendar} is the name of another calendar` });
    else calendars[read.calendar.calendar] = read.calendar;
  }
  return {
    law: { packs: packs.map(({ pack }) => hashPack(pack)), calendars, ...(places && { places }) },
    faults: [
      ...faults,
      ...lawFaults(
        packs.map(({ pack }) => pack),
        calendars,
      ).map(({ nth, ...fault }) => ({ file: packs[nth]?.file ?? '', ...fault })),
    ],
  };
};
