import { describe, expect, it } from 'vitest';
import { commandLine } from '../command-line.js';

/** What the command line says when it refuses. */
const refused = async (...given: string[]): Promise<string> => {
  const program = commandLine({});
  let said = '';
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)])
    command.exitOverride().configureOutput({ writeErr: (text) => void (said += text), writeOut: () => undefined });
  await program.parseAsync(['node', 'recourse', ...given]).catch((error: unknown) => {
    if (error instanceof Error) said += error.message;
  });
  return said;
};

const base = ['simulate', '--strategy', 'consumer-cn', '--portfolio', 'none.ndjson'];

describe('the command simulate', () => {
  it.each(['0', '61', '1000', '1.5', 'x'])('refuses %s months', async (months) => {
    expect(await refused(...base, '--months', months)).toContain('must be a whole number from 1 to 60');
  });

  it.each([
    ['--strategy', ['simulate', '--portfolio', 'p', '--months', '1']],
    ['--portfolio', ['simulate', '--strategy', 's', '--months', '1']],
    ['--months', base],
  ])('says that it needs %s', async (option, given) => {
    expect(await refused(...given)).toContain(`simulate needs ${option}`);
  });

  it.each(['0', '-1', '10000001'])('draws no portfolio of %s loans', async (loans) => {
    expect(await refused('simulate', 'portfolio', '--loans', loans)).toContain(
      'must be a whole number from 1 to 10000000',
    );
  });

  it('refuses an empty seed', async () => {
    expect(await refused(...base, '--months', '1', '--seed', ' ')).toContain('must not be empty');
  });
});
