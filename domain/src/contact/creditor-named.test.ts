import { describe, expect, test } from 'vitest';
import type { CreditorChange } from '../money/creditor-change.js';
import { creditorNamed } from './creditor-named.js';

const assigned: CreditorChange = { changeId: 'c-1', to: 'east-amc', on: '2026-01-14', notifiedOn: '2026-01-20' };
const says = ['sender-identity', 'amount', 'creditor'] as const;
const isOnFile = (id: string) => id === 'east-amc';

describe('a message that tells what is owed', () => {
  test('is not asked for its creditor while the claim is whose it was', () => {
    const { notifiedOn: _, ...untold } = assigned;
    expect(creditorNamed({ changes: undefined, says: ['amount'], isOnFile })).toBeUndefined();
    expect(creditorNamed({ changes: [untold], says: ['amount'], isOnFile })).toBeUndefined();
  });

  test('may go once the claim is another’s if it names the creditor, and the trace tells whom', () => {
    expect(creditorNamed({ changes: [assigned], says, isOnFile })).toMatchObject({
      rule: 'creditor-named',
      verdict: 'allow',
      inputs: { creditor: 'east-amc', named: true, onFile: true },
    });
  });

  test('is refused then if its words do not name the creditor', () => {
    expect(creditorNamed({ changes: [assigned], says: ['sender-identity', 'amount'], isOnFile })).toMatchObject({
      verdict: 'refuse',
      reason: 'content-not-lawful',
      inputs: { named: false, onFile: true },
    });
  });

  test('is refused if nobody put the creditor’s name on file', () => {
    expect(creditorNamed({ changes: [{ ...assigned, to: 'p-17' }], says, isOnFile })).toMatchObject({
      verdict: 'refuse',
      reason: 'content-not-lawful',
      inputs: { creditor: 'p-17', onFile: false },
    });
  });

  test('is refused if servicing tells of two creditors at once', () => {
    const changes = [assigned, { ...assigned, changeId: 'c-2', to: 'west-amc' }];
    expect(creditorNamed({ changes, says, isOnFile: () => true })).toMatchObject({
      verdict: 'refuse',
      inputs: { creditor: 'unknown', onFile: false },
    });
  });
});

test('words that tell no sum are not asked for a creditor', () => {
  expect(creditorNamed({ changes: [assigned], says: ['sender-identity'], isOnFile })).toBeUndefined();
});
