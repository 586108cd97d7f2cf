const amount = /\{\{-?\s*(?:total|l\.amount)\s*-?\}\}/gu;
const before = /[\p{N}零一二三四五六七八九十百千万亿两几数][.,\s]*$/u;
const after = /^[.,]?\s*(?:[\p{N}零一二三四五六七八九十百千万亿两%‰％倍折成]|k\b|thousand|million)/iu;

/** A figure written against the amount that is put in makes another of it (`{{ total }}0`); undefined: none is. */
export const besideAmount = (text: string): string | undefined => {
  const printed = text.replace(/\{%.*?%\}/gs, '');
  for (const found of printed.matchAll(amount)) {
    const left = before.exec(printed.slice(0, found.index))?.[0] ?? '';
    const right = after.exec(printed.slice(found.index + found[0].length))?.[0] ?? '';
    if (left + right !== '') return `${left}${found[0]}${right}`;
  }
  return undefined;
};
