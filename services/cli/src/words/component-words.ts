import type { Component } from '@recourse/domain/money/components';
import type { Words } from './lang.js';

export const componentWords: Words<Record<Component, string>> = {
  en: {
    principal: 'principal',
    interest: 'interest',
    penalty: 'penalty interest',
    compound: 'compound interest',
    damages: 'liquidated damages',
    fees: 'fees',
    costs: 'costs',
  },
  zh: {
    principal: '本金',
    interest: '利息',
    penalty: '罚息',
    compound: '复利',
    damages: '违约金',
    fees: '费用',
    costs: '实现债权的费用',
  },
};
