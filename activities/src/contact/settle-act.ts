import type { Clock } from '../clock/clock.js';
import type { ActRecord } from '../records/act-record.js';
import { askProvider, isPartnerAct, type ProviderPorts } from './ask-provider.js';
import { providerSkewMs } from './begun-act.js';
import { concludeAttempt, type AttemptReport } from './conclude-attempt.js';
import type { ContactStore } from './contact-store.js';

export type SettlePorts = ProviderPorts & { contacts: ContactStore; clock: Clock; pause(ms: number): Promise<unknown> };

const askTimes = 3;

/**
 * Finds out what became of a begun act by asking, never by sending again. `nothingUnderWay`: no request of it can still be on its
 * way. What nobody can tell of a message is `unknown`, and counts; a partner is asked again later. Returns the cases to ring.
 */
export async function settleAct(ports: SettlePorts, act: ActRecord, nothingUnderWay = false): Promise<string[]> {
  if (act.status === 'concluded') return [];
  const answer = await askPatiently(ports, act);
  const { now } = await ports.clock.now(act.tenant);
  const conclude = async (status: Extract<AttemptReport, { status: string }>['status']): Promise<string[]> => {
    const concluded = await concludeAttempt(ports.contacts, act._id, { status, at: now });
    return concluded === 'unknown-act' ? [] : concluded.ring;
  };
  switch (answer) {
    case 'accepted':
      if (isPartnerAct(act)) return conclude('done');
      if (act.status === 'begun') await ports.contacts.accepted(act._id, now, undefined);
      return [];
    case 'delivered':
    case 'failed':
      return conclude(answer);
    case 'not-found': {
      if (act.status === 'accepted') return conclude('unknown');
      const mayStillStartMs = act.notAfter.getTime() + providerSkewMs - ports.clock.wall().getTime();
      if (nothingUnderWay || mayStillStartMs <= 0) return conclude('never-sent');
      await ports.pause(mayStillStartMs);
      return settleAct(ports, act, false);
    }
    case 'nobody-to-ask':
      return [];
    case 'no-answer':
      return isPartnerAct(act) || act.status === 'accepted' ? [] : conclude('unknown');
    default:
      return answer satisfies never;
  }
}

async function askPatiently(
  ports: SettlePorts,
  act: ActRecord,
): Promise<'accepted' | 'delivered' | 'failed' | 'not-found' | 'nobody-to-ask' | 'no-answer'> {
  for (let time = 1; ; time++) {
    try {
      return (await askProvider(ports, act)) ?? 'nobody-to-ask';
    } catch {
      if (time === askTimes) return 'no-answer';
      await ports.pause(100 * time);
    }
  }
}
