import { readFileSync } from 'node:fs';

// Preloaded into services by `shiftedWallClock`: `Date` runs ahead of the machine by as many milliseconds as the file says, now and later.
const machineNow = Date.now.bind(Date);
let aheadMs = 0;
const read = () => {
  try {
    aheadMs = Number(readFileSync(process.env.RECOURSE_TEST_WALL_CLOCK, 'utf8'));
  } catch {
    // The test has ended and its directory is gone: what was read last stays.
  }
};
read();
setInterval(read, 50).unref();

Date.now = () => machineNow() + aheadMs;
globalThis.Date = new Proxy(Date, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [Date.now()] : args, newTarget),
});
