const patterns: readonly RegExp[] = [
  // A currency beside a number, on either side, with or without a gap.
  /(?:[¥￥$£€]|\b(?:cny|rmb|usd|gbp|eur|yuan)|人民币)\s*[\d零一二三四五六七八九十百千万两]+/iu,
  /[\d零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]+(?:[.,]\d+)*\s*(?:元|块|圆|万|[%％‰]|\b(?:cny|rmb|usd|gbp|eur|yuan|dollars?|pounds?|percent)\b)/iu,
  // A decimal, a thousands group, or a number too long for a count of days.
  /\d+[.,]\d{2,}/u,
  /\d{3,}|\d\s\d{3}\b|\d\s*[kK]\b/u,
  /[壹贰叁肆伍陆柒捌玖拾佰仟]{2,}/u,
  /\b(?:hundred|thousand|million)\b/iu,
];

/** What in a text looks like a sum of money or a rate; undefined: nothing does. */
export const literalMoney = (text: string): string | undefined => {
  const plain = text.normalize('NFKC');
  return patterns.flatMap((pattern) => pattern.exec(plain)?.[0] ?? [])[0];
};
