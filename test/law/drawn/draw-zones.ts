import { readFileSync } from 'node:fs';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import type { Chance } from './chance.js';

type ZonesFile = { zones: Record<string, ZoneSlice['offsets']> };

const { zones } = JSON.parse(
  readFileSync(new URL('../../../policies/zones/zones.json', import.meta.url), 'utf8'),
) as ZonesFile;

/** A zone as we ship it. */
export const shippedZone = (zone: string): ZoneSlice => {
  const offsets = zones[zone];
  if (!offsets) throw new Error(`${zone} is not in policies/zones`);
  return { zone, offsets };
};

/** Zones that change their clocks by an hour, by half an hour, at midnight, or never. */
export const drawnZones: readonly ZoneSlice[] = [
  'America/New_York',
  'Europe/London',
  'Asia/Shanghai',
  'Asia/Urumqi',
  'America/Phoenix',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'America/Havana',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Chatham',
].map(shippedZone);

/** One or several zones a person may be in; rarely none. */
export const drawZones = (chance: Chance): ZoneSlice[] => {
  const count = chance.of([1, 1, 1, 1, 1, 1, 2, 2, 3, chance.onceIn(4) ? 0 : 1]);
  return Array.from({ length: count }, () => chance.of(drawnZones));
};
