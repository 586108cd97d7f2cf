import type { Step } from '@recourse/domain/strategy/step';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import type { TemplatesRead } from './read-templates.js';

/**
 * Steps whose message could never be sent, or would say the wrong thing: written messages tell the borrower what is owed (requirements A2);
 * what a voice bot reads out does not, since anyone may answer, nor what goes to others.
 */
export function templateFaults(
  { stages }: Strategy,
  { names, tellsAmount, fitFor }: Pick<TemplatesRead, 'names' | 'tellsAmount' | 'fitFor'>,
): { path: string; reason: string }[] {
  const wrong = ({ act, channel, template, purpose, to, notice }: Step): string | undefined => {
    if (template === undefined) return undefined;
    if (!names.includes(template))
      return `unknown-template: policies/templates has no ${template}.yaml; there are ${names.join(', ') || 'none'}`;
    if (act !== 'send-reminder' && act !== 'send-notice') return undefined;
    const tells = tellsAmount.get(template);
    if (tells === undefined) return undefined;
    const safe = channel === 'voice-bot' || to !== undefined;
    if (tells === !safe) {
      const fit = fitFor.get(template);
      const asked = purpose ?? (act === 'send-notice' ? 'legally-required' : 'collect');
      if (fit && channel && !fit.channels.includes(channel))
        return `unfit-template: ${template} is not approved for ${channel}`;
      if (fit && !fit.purposes.includes(asked)) return `unfit-template: ${template} is not approved for ${asked}`;
      const approvedAs = fit?.notices ?? [];
      return !fit || notice === undefined || approvedAs.includes(notice)
        ? undefined
        : `unfit-template: ${template} is not approved as the notice ${notice}${approvedAs.length > 0 ? `, but as ${approvedAs.join(', ')}` : ''}`;
    }
    return tells
      ? `unfit-template: ${template} tells what is owed, and ${to === undefined ? 'anyone may answer a voice bot' : `an ${to} must not learn of it`}`
      : `unfit-template: ${template} does not tell what is owed ({{ total }}), as a written message must`;
  };
  return stages.flatMap(({ steps }, s) =>
    steps.flatMap((step, t) => {
      const reason = wrong(step);
      return reason === undefined ? [] : [{ path: `stages[${s}].steps[${t}].template`, reason }];
    }),
  );
}
