import { isContact, isOurs, type Judged } from '../act-kinds.js';
import type { AuditedStanding } from '../audited-standing.js';
import type { Evidence } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { binds } from '../law/bears-on.js';
import { endsFor, type DayIn } from '../law/consents.js';
import { contactsBy, type Contact } from '../law/contact.js';
import { cited, type PermissionRule } from '../law/contact-rule.js';
import { daysAt } from '../law/days-at.js';
import { howContacted } from '../law/how-contacted.js';
import { dayPlus, localDays } from '../law/local-day.js';

const dayMs = 86_400_000;

type Ground = NonNullable<AuditedStanding['consents']>[number];

/**
 * A channel that a pack opens only on some ground is used only while such a ground stands: of that kind, given before, not too old, not
 * taken back by a later opt-out; and by a recorded or official line where it asks for one. A ground nobody can show is none.
 */
export const channelsNotPermitted = (evidence: Evidence, judged: Judged = isOurs): Finding => {
  const contactOf = contactsBy(evidence);
  const dayIn = localDays();
  const rules = evidence.law.rules.filter((rule) => rule.kind === 'channel-permission');
  const violations = evidence.acts
    .filter((act) => isContact(act) && judged(act))
    .flatMap((act) => {
      const contact = contactOf(act, act.begunAt);
      const line = howContacted(act, evidence.practice)?.lines[act.channel];
      const faultOf = (rule: PermissionRule): string | undefined => {
        if (!rule.allowed) return 'may not be used there';
        if (rule.recordingRequired && line?.recorded !== true) return 'went by a line that is not recorded';
        if (rule.officialAccountOnly && line?.officialAccount !== true)
          return 'went by an account that is not official';
        return rule.basis === undefined || hasGround(rule, contact, dayIn) ? undefined : 'had no ground that counts';
      };
      return rules
        .filter((rule) => contact.loans.some((loan) => binds(rule, contact, loan, daysAt(contact, dayIn))))
        .flatMap((rule) => {
          const fault = faultOf(rule);
          return fault === undefined ? [] : [`${act.id} by ${act.channel} ${fault}: ${cited(rule)}`];
        });
    });
  return finding('channels-not-permitted', violations);
};

const hasGround = ({ basis = [], basisDays, handoverNoticeDays }: PermissionRule, contact: Contact, dayIn: DayIn) => {
  const { act, at, zones, person } = contact;
  const { consents = [], optOuts = [] } = person?.standing ?? {};
  const isYoung = (ground: Ground): boolean =>
    basisDays === undefined || Date.parse(at) < Date.parse(ground.at) + basisDays * dayMs;
  const isRevoked = (ground: Ground): boolean =>
    optOuts.some(
      (out) => ground.at <= out.at && out.at <= at && (out.until === undefined || at < out.until) && endsFor(out, act),
    );
  // Not on the day of the notice, and not on the last of the days to object, wherever the person may be.
  const couldObject = (ground: Ground): boolean =>
    handoverNoticeDays === undefined ||
    (zones.length > 0 && zones.every((zone) => dayPlus(dayIn(ground.at, zone), handoverNoticeDays) < dayIn(at, zone)));
  return consents.some(
    (ground) =>
      ground.to === 'medium' &&
      ground.channel === act.channel &&
      (ground.pointId === undefined || ground.pointId === act.pointId) &&
      basis.includes(ground.basis ?? '') &&
      ground.at <= at &&
      (ground.until === undefined || at < ground.until) &&
      isYoung(ground) &&
      (ground.basis !== 'creditor-handover' || couldObject(ground)) &&
      !isRevoked(ground),
  );
};
