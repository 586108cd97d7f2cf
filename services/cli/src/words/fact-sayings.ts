import type { HoldReason } from '@recourse/domain/holds/hold';
import type { CaseFact, CaseFactType } from '@recourse/domain/case/case-facts';

/** What a sentence needs beside the fact: the loan's zone, in which times are told, its currency, and what its holds, by id, are for. */
export type Told = { zone: string; currency: string; holds?: ReadonlyMap<string, HoldReason> };

/** One sentence for every type of fact. */
export type FactSayings = { [Type in CaseFactType]: (fact: Extract<CaseFact, { type: Type }>, told: Told) => string };
