import type { CaseFact, CaseFactType } from '@recourse/domain/case/case-facts';

/** What a sentence needs beside the fact: the loan's zone, in which times are told, and its currency. */
export type Told = { zone: string; currency: string };

/** One sentence for every type of fact. */
export type FactSayings = { [Type in CaseFactType]: (fact: Extract<CaseFact, { type: Type }>, told: Told) => string };
