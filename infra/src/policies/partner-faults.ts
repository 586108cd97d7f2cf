import type { Partner } from '@recourse/domain/agency/partner-register';
import type { Strategy } from '@recourse/domain/strategy/strategy';

const kindOf = { 'place-with-agency': 'agency', 'refer-to-legal': 'law-firm' } as const;

/** Steps that hand over to somebody who is not in the register, or not of that kind. */
export const partnerFaults = (
  { stages }: Strategy,
  partners: ReadonlyMap<string, Partner>,
): { path: string; reason: string }[] =>
  stages.flatMap(({ steps }, stage) =>
    steps.flatMap(({ act, partner }, step) => {
      const kind = act === 'place-with-agency' || act === 'refer-to-legal' ? kindOf[act] : undefined;
      if (kind === undefined || partner === undefined || partners.get(partner)?.kind === kind) return [];
      const known = [...partners.values()].filter((each) => each.kind === kind).map(({ id }) => id);
      return [
        {
          path: `stages[${stage}].steps[${step}].partner`,
          reason: `unknown-partner: ${partner} is no ${kind} of policies/partners.yaml; there are ${known.join(', ') || 'none'}`,
        },
      ];
    }),
  );
