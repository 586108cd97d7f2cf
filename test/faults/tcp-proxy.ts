import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** Stands on a line between us and a server, and lets everything through until it is told to behave like a bad network. */
export type TcpProxy = {
  port: number;
  /** Where new connections lead from now on, on loopback. */
  leadTo(port: number): void;
  /** Every connection is reset, and each new one too. */
  cut(): void;
  /** Nothing passes any more, and nobody is told: what is written is lost, connections stay open. They are reset by `heal`. */
  silence(): void;
  /** Every piece takes so much longer each way. */
  slow(ms: number): void;
  /** The next `times` requests that contain `marker` (absent: any) go through; instead of the answer comes a reset. */
  loseAnswers(times: number, marker?: string): void;
  /** How many answers are still to be lost. */
  answersToLose(): number;
  heal(): void;
  close(): Promise<void>;
};

type Mode = { kind: 'open' } | { kind: 'cut' } | { kind: 'silent' } | { kind: 'slow'; ms: number };
type Line = { near: Socket; far: Socket; asked: boolean; wasSilent: boolean };

/** @param target the port it leads to; may be told later */
export async function tcpProxy(target = 0): Promise<TcpProxy> {
  let to = target;
  let mode: Mode = { kind: 'open' };
  let toLose: { times: number; marker?: string } = { times: 0 };
  let longestMs = 0;
  const lines = new Set<Line>();

  const end = (line: Line): void => {
    lines.delete(line);
    line.near.resetAndDestroy();
    line.far.resetAndDestroy();
  };
  const isToLose = (bytes: Buffer): boolean =>
    toLose.times > 0 && (toLose.marker === undefined || bytes.includes(toLose.marker));

  function pass(line: Line, from: Socket, into: Socket): void {
    // What is late keeps its place before what comes after it.
    const late: (() => void)[] = [];
    const inTurn = (work: () => void): void => {
      if (mode.kind !== 'slow' && late.length === 0) return work();
      late.push(work);
      setTimeout(() => late.shift()?.(), mode.kind === 'slow' ? mode.ms : longestMs);
    };
    from.on('data', (bytes: Buffer) => {
      if (mode.kind === 'silent' || line.wasSilent) return;
      const isRequest = from === line.near;
      if (isRequest && isToLose(bytes)) line.asked = true;
      else if (!isRequest && line.asked && toLose.times > 0) {
        toLose.times -= 1;
        return end(line);
      }
      inTurn(() => {
        if (into.destroyed || into.write(bytes)) return;
        from.pause();
        into.once('drain', () => from.resume());
      });
    });
    from.once('end', () => inTurn(() => into.end()));
    from.once('error', () => end(line));
    from.once('close', () => end(line));
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    near.on('error', () => undefined);
    if (mode.kind === 'cut') return void near.resetAndDestroy();
    const far = connect({ port: to, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    const line: Line = { near, far, asked: false, wasSilent: mode.kind === 'silent' };
    lines.add(line);
    pass(line, near, far);
    pass(line, far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => void (to = port),
    cut() {
      mode = { kind: 'cut' };
      for (const line of lines) end(line);
    },
    silence() {
      mode = { kind: 'silent' };
      for (const line of lines) line.wasSilent = true;
    },
    slow(ms) {
      mode = { kind: 'slow', ms };
      longestMs = Math.max(longestMs, ms);
    },
    loseAnswers: (times, marker) => void (toLose = { times, ...(marker !== undefined && { marker }) }),
    answersToLose: () => toLose.times,
    heal() {
      mode = { kind: 'open' };
      toLose = { times: 0 };
      for (const line of lines) {
        line.asked = false;
        if (line.wasSilent) end(line);
      }
    },
    close: () =>
      new Promise((resolve) => {
        for (const line of lines) end(line);
        server.close(() => resolve());
      }),
  };
}
