import { visit } from 'jsonc-parser';

/** `path`: the field as keys and places in lists. */
export type InexactNumber = { path: readonly (string | number)[]; reason: string };

/** Sign, digits without zeros at either end, and the power of ten: two writings of one number are alike. */
const decimalOf = (written: string): string | undefined => {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  if (whole === '') return undefined;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return '0';
  return `${sign}${kept}e${Number(power) - fraction.length + digits.length - kept.length}`;
};

/** Every number of a JSON text that reading would change: `120000.00000000000000001` would be taken as whole. The text is JSON. */
export const inexactNumbers = (text: string): InexactNumber[] => {
  const found: InexactNumber[] = [];
  visit(text, {
    onLiteralValue: (value: unknown, offset, length, _line, _column, path) => {
      if (typeof value !== 'number') return;
      if (decimalOf(text.slice(offset, offset + length)) !== decimalOf(String(value)))
        found.push({ path: path(), reason: 'has more digits than a number holds' });
    },
  });
  return found;
};
