import { parseArgs } from 'node:util';
import { contactGate } from '@recourse/domain/contact/contact-gate';
import { drawCase, type LawCase } from './drawn/law-case.js';
import { judgeCase } from './judge-case.js';
import { smallestCase } from './smallest-case.js';

const usage = `usage: npm run prove -- [--cases N] [--seed S]
  --cases N   so many cases, made up at random (default 1000000)
  --seed S    the number of the first case, 0 to 4294967295; the others follow it (default: by the clock).
              A losing case is found again by its own number and --cases 1`;

const wholeNumber = (text: string | undefined, otherwise: number, most: number): number | undefined => {
  const number = text === undefined ? otherwise : Number(text);
  return Number.isSafeInteger(number) && number >= 0 && number <= most ? number : undefined;
};

const withoutOffsets = (key: string, value: unknown): unknown => (key === 'offsets' ? undefined : value);

/** The law that a broken case broke, less the instants it broke it at. */
const kindOf = (given: LawCase): string | undefined => judgeCase(given)?.slice(0, 10);

/** Judges random cases of contact law by the gate and by the reference checker. Exit 0: they never differed; 1: it prints the case, made small. */
function main(): number {
  const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } });
  const cases = wholeNumber(values.cases, 1_000_000, Number.MAX_SAFE_INTEGER);
  const seed = wholeNumber(values.seed, Date.now() % 4_294_967_296, 4_294_967_295);
  if (cases === undefined || seed === undefined) {
    console.error(usage);
    return 2;
  }
  const verdicts = { allow: 0, defer: 0, refuse: 0 };
  let instants = 0;
  const began = Date.now();
  let told = began;
  const progress = (done: number): void => {
    const seconds = Math.round((Date.now() - began) / 1000);
    const { allow, defer, refuse } = verdicts;
    console.log(
      `${done} of ${cases} cases from seed ${seed}, ${instants} instants, in ${seconds} s: ${allow} allowed, ${defer} deferred, ${refuse} refused; no difference`,
    );
  };
  for (let done = 0; done < cases; done += 1) {
    const number = (seed + done) % 4_294_967_296;
    const drawn = drawCase(number);
    const broken = judgeCase(drawn);
    if (broken !== undefined) {
      console.log(`case ${number}: ${broken}`);
      const kind = broken.slice(0, 10);
      const small = smallestCase(drawn, (given) => kindOf(given) === kind);
      console.log(`made small: ${judgeCase(small)}\n${JSON.stringify(small, withoutOffsets)}`);
      console.log(`losing case: npm run prove -- --cases 1 --seed ${number}`);
      return 1;
    }
    verdicts[contactGate(drawn.ask).verdict] += 1;
    instants += 1 + drawn.besides.length;
    if (Date.now() - told >= 10_000) {
      told = Date.now();
      progress(done + 1);
    }
  }
  progress(cases);
  return 0;
}

process.exitCode = main();
