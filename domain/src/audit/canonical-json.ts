const isWellFormed = (text: string): boolean =>
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);

const textOf = (text: string, path: string): string => {
  if (!isWellFormed(text)) throw new TypeError(`canonical JSON: lone surrogate at ${path || 'the top'}`);
  return JSON.stringify(text);
};

const objectText = (value: object, path: string): string => {
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${textOf(name, path)}:${write(each, `${path}.${name}`)}`);
  return `{${members.join(',')}}`;
};

const write = (value: unknown, path: string): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return textOf(value, path);
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new TypeError(`canonical JSON: ${value} at ${path || 'the top'} is no JSON number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((each, index) => write(each, `${path}[${index}]`)).join(',')}]`;
  if (typeof value === 'object') return objectText(value, path);
  throw new TypeError(`canonical JSON: ${typeof value} at ${path || 'the top'} is no JSON`);
};

/**
 * JSON in the one form of RFC 8785 (JCS): names sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them.
 * A member that is `undefined` is absent.
 * @throws TypeError for what JSON cannot say: NaN, infinities, bigint, functions, `undefined` in a list, a lone surrogate.
 */
export const canonicalJson = (value: unknown): string => write(value, '');
