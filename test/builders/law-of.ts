import type { Law } from '@recourse/domain/law/law';
import { ruleShape, type Rule, type RuleKind } from '@recourse/domain/law/rule';

const plainRule = {
  id: 'R-1',
  actor: ['first-party', 'agency', 'buyer'],
  citation: 'made up for a test',
  confidence: 'own',
  force: 'hard',
  effectiveFrom: '2020-01-01',
  channels: ['sms', 'email', 'app', 'im', 'voice-bot', 'dialler', 'letter', 'call', 'visit'],
};

/** A rule of that kind that binds everybody, but for `how`; read by the schema of the packs. */
export const ruleOf = (kind: RuleKind, how: Record<string, unknown>): Rule => {
  const { channels, ...head } = plainRule;
  const hasChannels = !['party-eligibility', 'hold-on-event'].includes(kind);
  return ruleShape.parse({ ...head, ...(hasChannels && { channels }), kind, ...how });
};

/** A law for China of these rules and no others. */
export const lawOf = (...rules: Rule[]): Law => ({
  packs: [
    { pack: 'test', version: 1, jurisdiction: 'CN', title: 'A law for a test', rules, hash: 'none', name: 'test@1' },
  ],
  calendars: {},
});
