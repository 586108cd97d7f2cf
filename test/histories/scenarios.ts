import { setTimeout as pause } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import { due, ended, waiting, type Script, type WorkedCase } from '../workflows/worked-case.js';

/** What a recorded case went through: its script, and what happens to it from outside. */
export type Scenario = { script: Script; meanwhile?: (kase: WorkedCase) => Promise<void> };

const soon = { ...waiting, dueInMs: 200 };

/** The shapes a case's history can have. One more for every new branch of the workflow; a recorded file is never changed. */
export const scenarios: Record<string, Scenario> = {
  'timer-act-turn': {
    script: {
      turn: ({ tried }, nth) =>
        nth > 6 ? ended : tried ? { ...soon, planId: `plan-${nth}`, stage: 'call', act: 'place-call' } : soon,
    },
  },
  'every-act': {
    script: {
      turn: (_, nth) => {
        const act = (
          [
            'send-reminder',
            'send-notice',
            'place-call',
            'arrange-visit',
            'place-with-agency',
            'recall-from-agency',
            'refer-to-legal',
            'withdraw-from-legal',
          ] as const
        )[nth - 1];
        return act ? { ...due, planId: `plan-${nth}`, act } : ended;
      },
    },
  },
  'verified-at-intake': {
    script: {
      turn: ({ tried }, nth) =>
        nth > 3 ? ended : tried ? soon : { ...due, planId: `plan-${nth}`, stage: 'intake', act: 'verify-loan' },
    },
  },
  'rung-while-waiting': {
    script: { turn: (_, nth) => (nth < 3 ? { ...waiting, dueInMs: 3_600_000 } : ended) },
    async meanwhile(kase) {
      await kase.turnsTaken(1);
      await kase.ring();
      await kase.turnsTaken(2);
      await kase.ring();
    },
  },
  'test-clock-without-timers': {
    script: { turn: ({ tried }, nth) => (tried ? ended : nth === 1 ? waiting : due) },
    async meanwhile(kase) {
      await kase.turnsTaken(1);
      await kase.ring();
    },
  },
  'act-that-failed': {
    script: {
      turn: ({ tried }) => (tried ? ended : due),
      sendReminder: async () => {
        throw ApplicationFailure.nonRetryable('the provider is gone');
      },
    },
  },
  'rung-while-acting': {
    script: { turn: ({ tried }, nth) => (tried ? waiting : nth === 1 ? due : ended), sendReminder: () => pause(300) },
    async meanwhile(kase) {
      await kase.turnsTaken(1);
      await pause(150);
      await kase.ring();
      await kase.turnsTaken(2);
      await kase.ring();
    },
  },
  'open-case-waiting': {
    script: { turn: () => ({ ...waiting, dueInMs: 3_600_000 }) },
    async meanwhile(kase) {
      await kase.turnsTaken(1);
      await pause(300);
      await kase.workflow.terminate('recorded');
    },
  },
};
