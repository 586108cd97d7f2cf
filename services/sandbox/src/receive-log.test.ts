import { expect, test } from 'vitest';
import { amountsIn, creditorsIn } from './receive-log.js';

test('the amounts of a text are its figures with two decimals, each once, in minor units', () => {
  expect(amountsIn('共 CNY 1,234.50，其中 CNY 1,234.50、CNY 0.05，15 日内')).toEqual([123_450, 5]);
});

test('the creditors of a text are the names in quotation marks behind that word, in either language, each once', () => {
  expect(
    creditorsIn('（贷款 L1，债权人“甲公司”：1）（贷款 L2，债权人“乙公司”：2）（贷款 L3，债权人“甲公司”：3）'),
  ).toEqual(['甲公司', '乙公司']);
  expect(creditorsIn('(loan L1, creditor “East AMC”: 1)')).toEqual(['East AMC']);
  expect(creditorsIn('请在“还款”页面办理')).toEqual([]);
});
