import { describe, expect, test } from 'vitest';
import { wordsIn } from './plain-words.js';

describe('a word of a list is found', () => {
  test.each([
    ['arrest', 'arrests'],
    ['arrest', 'arrested'],
    ['police', 'polices'],
    ['police', 'p.o.l.i.c.e'],
    ['police', 'p o l i c e'],
    ['police', 'po-lice'],
    ['police', 'pоlice'],
    ['police', 'pοlice'],
    ['police', 'pólice'],
    ['police', 'ｐｏｌｉｃｅ'],
    ['police', 'p0l1ce'],
    ['police', 'POL\u200bICE'],
    ['police', '请police来'],
    ['jail', 'jailed'],
    ['prosecute', 'prosecuting'],
    ['sue', 'sued'],
    ['rob', 'robbed'],
    ['bully', 'bullies'],
    ['face consequences', 'facing consequences'],
    ['or else', 'pay, or ... else'],
    ['报警', '報警'],
    ['报警', '报#警'],
    ['报警', '报 1 警'.replace(' 1 ', '/')],
  ])('%s in “%s”', (word, text) => expect(wordsIn(`now ${text} !`, [word])).toEqual([word]));
});

describe('a word of a list is not found', () => {
  test.each([
    ['rest', 'the restless forest'],
    ['arrest', 'a rest'],
    ['prize', 'the price'],
    ['owe', 'the power'],
    ['kill', 'skills'],
    ['or else', 'or elsewhere'],
    ['crook', 'a brook'],
    ['loan', 'lone'],
    ['报警', '报告。警示'],
  ])('%s in “%s”', (word, text) => expect(wordsIn(text, [word])).toEqual([]));
});
