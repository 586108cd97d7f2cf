export type ConfigFault = { variable: string; reason: string };

/** Every faulty setting at once. Values are never part of it: some are secrets. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly faults: readonly ConfigFault[]) {
    super(
      ['the settings are not usable:', ...faults.map(({ variable, reason }) => `  ${variable}: ${reason}`)].join('\n'),
    );
  }
}
