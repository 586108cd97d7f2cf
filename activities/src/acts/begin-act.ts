import { ingestRule } from '../contact/begin-rules.js';
import type { BeginResult } from '../contact/contact-store.js';
import { judgeBegin } from '../contact/judge-begin.js';
import { withheldItemId } from '../contact/withheld-item-id.js';
import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';

/** Below the activity's own time-out, so that what is deferred is also written. */
const waitForIngestMs = 8_000;
const lookAgainMs = 250;

/** Begins the act for a machine. Undefined: it may not begin; the case has been told why, or has a newer plan and needs not be told. */
export async function beginAct(
  ports: ActPorts,
  { caseId, planId }: ActCall,
): Promise<Exclude<BeginResult, { begun: 'no' }> | undefined> {
  const request = { caseId, planId, actor: 'worker' };
  const result = await onceIngestIsCurrent(ports, () =>
    ports.contacts.begin(request, judgeBegin(request, ports.rules)),
  );
  if (result.begun !== 'no') return result;
  await tellWithheld(ports, caseId, result);
  return undefined;
}

/** Ingest is seconds behind at most as a rule: worth waiting for before a contact is put off. */
export async function onceIngestIsCurrent(
  { clock, pause }: Pick<ActPorts, 'clock' | 'pause'>,
  ask: () => Promise<BeginResult>,
): Promise<BeginResult> {
  const until = clock.wall().getTime() + waitForIngestMs;
  for (;;) {
    const result = await ask();
    if (!waitsForIngest(result) || clock.wall().getTime() >= until) return result;
    await pause(lookAgainMs);
  }
}

const waitsForIngest = (result: BeginResult): boolean =>
  result.begun === 'no' && result.withheld.result === 'deferred' && result.withheld.rules.includes(ingestRule);

export async function tellWithheld(
  { contacts }: Pick<ActPorts, 'contacts'>,
  caseId: string,
  result: Extract<BeginResult, { begun: 'no' }>,
): Promise<void> {
  const { withheld } = result;
  if (withheld.result === 'refused' && withheld.reason === 'plan-not-current') return;
  await contacts.withhold(caseId, withheldItemId(result), withheld);
}
