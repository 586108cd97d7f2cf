import { state, type Course } from './course.js';

/** Money that comes for a claim that is written off is recovery: each payment once, and again when it is taken back. */
export const noteRecoveries = (course: Course, cause: string): void => {
  const { kase, seen } = course;
  const { writeOff } = kase;
  if (writeOff?.state !== 'written-off' || writeOff.writtenOffAt === undefined) return;
  const { id: writeOffId, writtenOffAt, currency, recovered = [] } = writeOff;
  for (const { paymentId, amount, valueDate, receivedAt, reversedOn } of seen.position.payments) {
    if (receivedAt < writtenOffAt) continue;
    const known = recovered.includes(paymentId);
    const told = { writeOffId, paymentId, amount, currency, valueDate };
    if (!known && reversedOn === undefined) state(course, cause, { type: 'recovery-noted', ...told });
    if (known && reversedOn !== undefined) state(course, cause, { type: 'recovery-noted', ...told, takenBack: true });
  }
};
