/**
 * Words a machine may say, as approved: `notices` are those they give; `writtenIn` the languages there are of them; `isApproved`: they are
 * what was approved.
 */
export type ApprovedWords = {
  says: string[];
  firstContact: boolean;
  writtenIn: string[];
  channels: string[];
  purposes: string[];
  parties: string[];
  notices: string[];
  isApproved: boolean;
};

/** How somebody contacts: by which lines, and what people say in which languages. What is not said is not so. */
export type HowToContact = {
  lines: Record<string, { recorded: boolean; officialAccount: boolean }>;
  says: string[];
  languages: string[];
};

/** How contacts are made, by the policy files: words by `name@version` (those in use before older versions), our own way, that of agencies by their names, and how long a call may last. */
export type Practice = {
  words: Map<string, ApprovedWords>;
  own: HowToContact;
  partners: Map<string, HowToContact>;
  /** Names in every language by the creditor's id; `lender`: who lent. */
  creditors: { lender: string; names: Map<string, string[]> };
  longestCallMinutes: number;
};

/** `en` of `en-GB`. */
export const primaryOf = (language: string): string => language.toLowerCase().split('-')[0] ?? '';
