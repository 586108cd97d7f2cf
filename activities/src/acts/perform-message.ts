import { concludeAttempt, type AttemptReport } from '../contact/conclude-attempt.js';
import { ProviderUnavailable } from '../contact/channels.js';
import { contactOf } from '../contact/contact-of-act.js';
import { templateOf } from '../contact/judge-contact.js';
import { renderMessage } from '../contact/render-message.js';
import { ringAll } from '../contact/ring-all.js';
import { settleAct } from '../contact/settle-act.js';
import type { ActRecord } from '../records/act-record.js';
import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { beginAct } from './begin-act.js';

/** Sends a message by a machine: begin, provider. Its outcome comes later, as a receipt on Kafka. */
export async function performMessage(ports: ActPorts, call: ActCall): Promise<void> {
  const begun = await beginAct(ports, call);
  if (!begun) return;
  const news = begun.begun === 'now' ? await send(ports, begun.act) : await settleAct(ports, begun.act);
  await ringAll(
    ports.doorbell,
    [...news, ...(begun.ring ?? [])].filter((caseId) => caseId !== call.caseId),
  );
}

/** Returns the cases with news. Whatever happens after the request has left is asked, never sent again. */
async function send(ports: ActPorts, act: ActRecord): Promise<string[]> {
  const { contacts, messages, vault, rules } = ports;
  const contact = contactOf(act.act);
  // `begin` may have put another template in the place of the plan's.
  const template = act.template?.split('@')[0] ?? templateOf(act);
  if (!contact || !template) throw new Error(`${act._id} is no message`);
  const at = act.begunAt;
  const conclude = async (report: AttemptReport): Promise<string[]> => {
    const concluded = await concludeAttempt(contacts, act._id, report);
    return concluded === 'unknown-act' ? [] : concluded.ring;
  };

  let to: string;
  try {
    to = await vault.open(act.tenant, contact.personId, contact.pointId);
  } catch {
    return conclude({ status: 'never-sent', at });
  }
  const language = act.language ?? 'zh';
  const { text, preview, contentHash } = renderMessage(rules.templates, template, language, act.covers);
  // Other words than those `begin` recorded (templates were exchanged in between) must not go out under their hash.
  if (contentHash !== act.contentHash) return conclude({ status: 'never-sent', at });
  try {
    const sent = await messages.send({
      actId: act._id,
      channel: contact.channel,
      to,
      language,
      text,
      ...(preview !== undefined && { preview }),
      needsReceipt: act.act.kind === 'send-notice',
      notAfter: act.notAfter,
    });
    if (sent.result === 'refused') return await conclude({ status: 'failed', at });
    await contacts.accepted(act._id, at, sent.providerRef);
    return [];
  } catch (trouble) {
    return settleAct(ports, act, trouble instanceof ProviderUnavailable);
  }
}
