import type { Law } from '@recourse/domain/law/law';
import type { IntakeStore } from './intake-store.js';
import { judgeIntake } from './judge-intake.js';
import { placeOf, type ReadLoanEvent } from './loan-event.js';
import type { Receive } from './receive.js';

/** Receives the loan events topic: each record is read, judged and written in one transaction. */
export function receiveEvent(ports: { read: ReadLoanEvent; store: IntakeStore; law: Law }): Receive {
  return async (record, redrive) => {
    const read = ports.read(record);
    if ('parked' in read) return { received: 'refused', because: read.parked };
    const place = placeOf(record);
    return ports.store.receive(read.event, place, (known) => judgeIntake(read.event, place, known, ports.law), redrive);
  };
}
