/** One step of a Gherkin scenario, with its table as it is written: header first. */
export type FeatureStep = { line: number; text: string; table: Record<string, string>[] };
export type FeatureScenario = { line: number; name: string; skipped: boolean; steps: FeatureStep[] };

const cells = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** Reads as much Gherkin as Fineract's features use: scenarios (no outlines), steps, tables, tags. */
export function scenariosOf(text: string): FeatureScenario[] {
  const scenarios: FeatureScenario[] = [];
  let tags = '';
  let header: string[] | undefined;
  text.split('\n').forEach((raw, index) => {
    const written = raw.trim();
    const line = index + 1;
    const scenario = scenarios.at(-1);
    const step = scenario?.steps.at(-1);
    if (written.startsWith('@')) tags = written;
    else if (/^Scenario( Outline)?:/.test(written)) {
      const outline = written.startsWith('Scenario Outline');
      const name = written.replace(/^Scenario( Outline)?:\s*/, '');
      scenarios.push({ line, name, skipped: outline || /@Skip\b/.test(tags), steps: [] });
      tags = '';
    } else if (written.startsWith('|') && step) {
      if (header) step.table.push(Object.fromEntries(cells(written).map((cell, n) => [header?.[n] ?? '', cell])));
      else header = cells(written);
    } else if (scenario && /^(Given|When|Then|And|But|\*) /.test(written)) {
      header = undefined;
      scenario.steps.push({ line, text: written.replace(/^(Given|When|Then|And|But|\*) +/, ''), table: [] });
    }
  });
  return scenarios;
}
