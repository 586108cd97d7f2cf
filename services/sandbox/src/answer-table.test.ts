import { expect, test } from 'vitest';
import { answerByChance } from './answer-table.js';
import type { OutcomeCode } from './loan-script.js';

const dials = 40_000;
const heard = Array.from({ length: dials }, (_, nth) => answerByChance('s', 'L1', 'call', nth).code);
/** Per cent of all dials. */
const share = (...codes: OutcomeCode[]): number => (100 * heard.filter((code) => codes.includes(code)).length) / dials;

test('a dial reaches whom it should as often as it should', () => {
  expect(share('no-answer')).toBeCloseTo(50, -0.5);
  expect(share('busy')).toBeCloseTo(6, 0);
  expect(share('powered-off', 'invalid-number')).toBeCloseTo(8, 0);
  expect(share('voicemail')).toBeCloseTo(8, 0);
  expect(share('third-party-relays', 'third-party-refuses')).toBeCloseTo(4, 0);
});

test('the right party says what it should as often as it should', () => {
  const ofRightParty = (...codes: OutcomeCode[]): number => (100 * share(...codes)) / 24;

  expect(ofRightParty('promise')).toBeCloseTo(36, -0.5);
  expect(ofRightParty('pays-now')).toBeCloseTo(14, -0.5);
  expect(ofRightParty('hardship')).toBeCloseTo(12, -0.5);
  expect(ofRightParty('hung-up-after')).toBeCloseTo(12, -0.5);
  expect(ofRightParty('refuses')).toBeCloseTo(10, -0.5);
  expect(ofRightParty('call-back-at')).toBeCloseTo(8, -0.5);
  expect(ofRightParty('disputes')).toBeCloseTo(4, -0.5);
  expect(ofRightParty('complains')).toBeCloseTo(2, -0.5);
  expect(ofRightParty('asks-proof', 'asks-written')).toBeCloseTo(2, -0.5);
});
