/** Where a debtor who cannot be reached may be looked for; nowhere else. */
export type LocateSource = 'contact-person' | 'own-records' | 'public-register' | 'other-product';

/** On what each rests in law. A bought list, a scraped profile or an app's address book rests on nothing. */
export const locateSources: Record<LocateSource, string> = {
  'contact-person': 'named by the borrower for this (GB/T 45251-2025, s.5.3; 个人信息保护法 art. 13(1)(1))',
  'own-records': 'the loan contract and what the borrower told the lender (个人信息保护法 art. 13(1)(2))',
  'public-register': 'lawfully made public, used in reasonable bounds (个人信息保护法 arts. 13(1)(6), 27)',
  'other-product':
    'the contract of the bank’s other product, where it allows this use (个人信息保护法 arts. 13(1)(2), 14(2))',
};

/** All of them rest on the law of China: where another law binds, nobody knows what a search may use, and nobody is looked for. */
export const mayBeLookedFor = (jurisdiction: string): boolean =>
  jurisdiction === 'CN' || jurisdiction.startsWith('CN-');
