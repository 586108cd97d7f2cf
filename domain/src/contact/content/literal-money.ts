import { foldLetters } from './fold-letters.js';
import { withoutLawfulFigures } from './lawful-figures.js';

const han = '〇零○一二三四五六七八九十百千万亿两俩仨壹贰叁弍参肆伍陆陸柒捌玖拾佰仟廿卅卌';
const tens =
  '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const few = '(?:an?|one|two|three|four|five|six|seven|eight|nine|half an?|several|few|some|many|[ivxlcdmo]{2,})';
const currency =
  '(?:dollars?|bucks?|quid|yuan|kuai|renminbi|euros?|pounds?|sterling|pence|penny|pennies|cents?|fen|jiao|mao|yen|won|rupees?|francs?|roubles?|rubles?|pesos?|baht|ringgit|dirhams?|riyals?|rials?|liras?|rands?|grand|tenners?|fivers?|rmb|cny|usd|gbp|eur|hkd|jpy|krw|inr|rs|twd|sgd|aud|cad|nzd|chf|mop|thb|myr|vnd|idr|php|rub|aed|sar|brl|mxn|zar|try)';

/** Held against what is left once lawful figures are taken out. Amounts come from the position, so no figure of another kind has a place. */
const patterns: readonly RegExp[] = [
  // Any figure that is left, with what stands about it.
  /\p{Sc}?\s*\d[\d.,\s]*(?:\p{Sc}|%|\p{L}+)?/u,
  /[%‰‱]/u,
  new RegExp(`\\b${tens}(?:[- ]\\w+)?`, 'u'),
  /\b(?:hundreds?|thousands?|millions?|billions?|dozens?|lakhs?|crores?)\b/u,
  /\bper ?(?:cent|centage|mille)s?\b/u,
  /\b(?:double(?![ -]?check)|triple|treble|quadruple|twice (?:the|what|as|that|your))\b/u,
  new RegExp(`\\b${few}(?: of)? ${currency}\\b`, 'u'),
  new RegExp(`[${han}]{2,}`, 'u'),
  new RegExp(`\\b${currency} (?!an? )${few}\\b`, 'u'),
  /\b(?:kuai|bucks|quid)\b/u,
  new RegExp(
    `[${han}](?:[多余几来]?大?(?:元|圆|块|毛|角|分钱|厘|钱|大洋|文钱|镑|刀|成|折|倍|美元|美金|港币|港元|日元|欧元|英镑|人民币)|分(?![钟期行析别享工配开]))`,
    'u',
  ),
  new RegExp(`(?:人民币|美元|港币|金额|\\p{Sc})\\s*[${han}]`, 'u'),
  /[几数上成近好过][十百千万亿]/u,
  /分之|百分|个点|双倍|加倍|翻倍|翻番|数倍|几倍|一半|半数|半价/u,
];

/** Numerals of other scripts and of other signs; `〇` is a Chinese one. */
const foreignFigure = /(?![0-9〇])\p{N}+/u;
/** What divides Chinese characters to the eye alone. */
const gaps = /(?<=\p{Script=Han})[\s*_~-]+(?=\p{Script=Han})/gu;

/** What in a text looks like a sum of money or a rate; undefined: nothing does. A pattern is no judge: sums can be told in ways that it does not know. */
export const literalMoney = (text: string): string | undefined => {
  const plain = foldLetters(text).replace(gaps, '');
  const rest = withoutLawfulFigures(plain);
  const found = foreignFigure.exec(plain)?.[0] ?? patterns.flatMap((pattern) => pattern.exec(rest)?.[0] ?? [])[0];
  return found?.trim();
};
