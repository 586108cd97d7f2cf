import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStrictJson } from './read-strict-json.js';

describe('readStrictJson', () => {
  it('gives every value JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(readStrictJson(text)).toStrictEqual({ value: JSON.parse(text) as unknown });
      }),
    );
  });

  it('names each field an object says twice, wherever it lies and however it is escaped', () => {
    const text = '{"zone": "A", "points": [{"a": 1}, {"value": 1, "value": 2}], "z\\u006fne": "B"}';

    expect(readStrictJson(text)).toEqual({
      faults: [
        { code: 'said-twice', path: ['points', 1, 'value'], reason: 'is said twice' },
        { code: 'said-twice', path: ['zone'], reason: 'is said twice' },
      ],
    });
  });

  it('takes the same field in two objects', () => {
    expect(readStrictJson('[{"a": {"a": 1}}, {"a": 2}]')).toEqual({ value: [{ a: { a: 1 } }, { a: 2 }] });
  });

  it('takes fields named like what every object has', () => {
    expect(readStrictJson('{"toString": 1, "constructor": 2}')).toEqual({ value: { toString: 1, constructor: 2 } });
  });

  it('says where a text stops being JSON, and nothing of what stands there', () => {
    expect(readStrictJson('{"name":\n  Somebody}')).toEqual({
      faults: [{ code: 'not-json', path: [], reason: 'is not JSON at line 2, column 3' }],
    });
  });

  it.each(['', '{} {}', '{"a": 1,}', '// {}\n{}', '{"a": 01}'])('refuses %j as no JSON', (text) => {
    expect(readStrictJson(text)).toEqual({
      faults: [{ code: 'not-json', path: [], reason: expect.stringMatching(/^is not JSON/) as string }],
    });
  });

  it('refuses what is nested too deeply to look through', () => {
    expect(readStrictJson('['.repeat(200_000) + ']'.repeat(200_000))).toEqual({
      faults: [{ code: 'too-deep', path: [], reason: 'is nested too deeply' }],
    });
  });
});
