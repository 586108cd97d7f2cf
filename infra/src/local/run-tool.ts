import { spawn } from 'node:child_process';
import type { Report } from './report.js';

/** Runs one tool to its end and keeps its output; every 10 s it reports that it is still at work. */
export async function runTool(doing: string, file: string, args: readonly string[], report: Report): Promise<void> {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  report(`${doing} ...`);
  const patience = setInterval(() => report(`${doing} ... ${seconds()} s`), 10_000);
  try {
    const { code, output } = await run(file, args);
    if (code !== 0) throw new ToolFailed(`${doing} failed: ${file} ended with ${code}\n${lastLines(output)}`);
    report(`${doing}: done in ${seconds()} s`);
  } finally {
    clearInterval(patience);
  }
}

/** The message holds the last lines of what the tool printed. */
export class ToolFailed extends Error {
  override name = 'ToolFailed';
}

function run(file: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => reject(new ToolFailed(`could not run ${file}: ${error.message}`)));
    child.once('close', (code) => resolve({ code, output }));
  });
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-15).join('\n');
}
