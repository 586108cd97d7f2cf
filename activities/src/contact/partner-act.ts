import type { Act, ActKind } from '@recourse/domain/case/act';

/** What an act asks of an agency or law firm. `takesBack`: the placement it ends; absent when it hands a loan over. */
export type PartnerAct = { kind: 'agency' | 'law-firm'; partnerId: string; takesBack?: string };

/** Calling an agency or law firm off is what holds, payments and the kill switch ask for: nothing stops it. */
export const takingBackKinds: readonly ActKind[] = ['recall-from-agency', 'withdraw-from-legal'];

/** Undefined for a contact of a person (`contactOf`), and for what contacts nobody. */
export function partnerActOf(act: Act): PartnerAct | undefined {
  switch (act.kind) {
    case 'place-with-agency':
      return { kind: 'agency', partnerId: act.agencyId };
    case 'recall-from-agency':
      return { kind: 'agency', partnerId: act.agencyId, takesBack: act.placementId };
    case 'refer-to-legal':
      return { kind: 'law-firm', partnerId: act.firmId };
    case 'withdraw-from-legal':
      return { kind: 'law-firm', partnerId: act.firmId, takesBack: act.placementId };
    case 'send-reminder':
    case 'send-notice':
    case 'place-call':
    case 'arrange-visit':
    case 'verify-loan':
      return undefined;
    default:
      return act satisfies never;
  }
}
