import { isOurs, type Judged } from '../act-kinds.js';
import type { Evidence } from '../evidence.js';
import { finding, unchecked, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { binds, speaksOf } from '../law/bears-on.js';
import { consentsIn, isAbout, type DayIn } from '../law/consents.js';
import { isKnownTo, receivedContacts, type Contact, type LoanSpokenOf } from '../law/contact.js';
import { cited, type CooldownRule } from '../law/contact-rule.js';
import { countsAs } from '../law/counts-as.js';
import { dayPlus, localDays } from '../law/local-day.js';

/** Nobody is contacted within the days of rest that a pack demands after a talk or visit, as the receivers logged them. */
export const restsBroken = (evidence: Evidence, judged: Judged = isOurs): Finding => {
  const { law, outside } = evidence;
  if (!outside) return unchecked('rests-broken');
  const contacts = receivedContacts(evidence, outside.received);
  const dayIn = localDays();
  const consents = consentsIn(contacts, dayIn);
  const ofPersons = [...groupBy(contacts, ({ human }) => human).values()];
  const violations = law.rules
    .filter((rule) => rule.kind === 'cooldown')
    .flatMap((rule) =>
      ofPersons.flatMap((of) => {
        const triggers = of.filter(
          (contact) => speaksOf(rule, contact, contact.loans) && countsAs(rule.trigger, contact.act),
        );
        const isFree = (contact: Contact, loan: LoanSpokenOf): boolean =>
          rule.exclusions.includes('consented') && consents(rule.consentDays, contact, loan);
        const ours = of.filter(({ act }) => judged(act));
        return ours.flatMap((contact) =>
          contact.loans
            .filter((loan) => !isFree(contact, loan))
            .flatMap((loan) => tooSoon({ rule, contact, loan, triggers, dayIn })),
        );
      }),
    );
  return finding('rests-broken', violations);
};

type Asked = { rule: CooldownRule; contact: Contact; loan: LoanSpokenOf; triggers: Contact[]; dayIn: DayIn };

const tooSoon = ({ rule, contact, loan, triggers, dayIn }: Asked): string[] => {
  const { act, at, zones } = contact;
  const days = zones.map((zone) => dayIn(at, zone));
  if (!binds(rule, contact, loan, days)) return [];
  const last = triggers.findLast(
    (one) => one !== contact && one.at <= at && isKnownTo(one, contact) && (!isOfDebt(rule) || isAbout(one, loan)),
  );
  if (!last) return [];
  const zone = zones.find((each) => dayIn(at, each) < restEnds(rule, dayIn(last.at, each)));
  return zone === undefined
    ? []
    : [
        `${act.id} on ${dayIn(at, zone)} in ${zone} follows the ${rule.trigger} ${last.act.id} on ${dayIn(last.at, zone)}, ` +
          `before ${rule.days} days have passed: ${cited(rule)}`,
      ];
};

const isOfDebt = ({ scope }: CooldownRule): boolean => scope.includes('debt');

const restEnds = ({ days, dayOneIsTriggerDay }: CooldownRule, day: string): string =>
  dayPlus(day, dayOneIsTriggerDay ? days : days + 1);
