import type { Minor } from '@recourse/domain/money/money';
import type { Lang } from './lang.js';

const locales = { en: 'en-GB', zh: 'zh-CN' } as const satisfies Record<Lang, string>;

/** `CNY 1,234.50`: the code rather than a sign, since several currencies share one. */
export function amountWords(amount: Minor, currency: string, lang: Lang): string {
  const format = new Intl.NumberFormat(locales[lang], { style: 'currency', currency, currencyDisplay: 'code' });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits).replaceAll('\u00a0', ' ');
}
