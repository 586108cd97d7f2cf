import type { FileEvent } from './read-event-file.js';
import { expect, test } from 'vitest';
import { hintsOnTenants } from './hints-on-tenants.js';

const of = (tenant: string) => ({ event: { tenant } as FileEvent['event'] });

test('events of the tenant that commands speak of need no word', () => {
  expect(hintsOnTenants([of('demo'), of('demo')], 'demo')).toEqual([]);
});

test('those of another are counted, with the way to speak of it', () => {
  expect(hintsOnTenants([of('demo'), of('bank'), of('bank')], 'demo')).toEqual([
    'note: 2 of 3 are of tenant bank, commands speak of demo (RECOURSE_TENANT=bank makes them speak of bank)',
  ]);
});
