import type { Channel } from '@recourse/domain/contact/channel';
import { comparedFigures } from '@recourse/domain/simulation/paired-difference';
import { standings } from '@recourse/domain/simulation/tally';
import { channelWords } from '../words/act-words.js';
import { amountWords } from '../words/amount-words.js';
import type { Lang } from '../words/lang.js';
import { listTable } from '../words/list-table.js';
import { figureWords, simulationHead, simulationWords, standingWords } from '../words/simulation-words.js';
import { textTable } from '../words/text-table.js';
import type { SimulationReport, StrategyReport } from './simulation-report.js';

const perCent = (rate: number | undefined): string => (rate === undefined ? '-' : `${(100 * rate).toFixed(1)} %`);

type Head = Pick<SimulationReport, 'loans' | 'months' | 'asOf' | 'seed' | 'currency'>;

const recoveryLines = (report: StrategyReport, { currency }: Head, lang: Lang): string[] => {
  const words = simulationWords[lang];
  const money = (minor: number): string => amountWords(minor, currency, lang);
  const { recovery, cases, promises, handedOver, cost } = report;
  const rows: [string, string][] = [
    [words.arrearsAtStart, money(recovery.arrearsAtStart)],
    [words.fellDue, money(recovery.fellDue)],
    [words.recovered, money(recovery.recovered)],
    [words.recoveryRate, perCent(recovery.rate)],
    [words.arrearsAtEnd, money(recovery.arrearsAtEnd)],
    [words.paidInTime, money(recovery.paidInTime)],
    [words.payments, `${recovery.payments}`],
    [words.costOfContacts, money(cost.contacts)],
    [words.commission, money(cost.commission)],
    [words.referral, money(cost.referral)],
    [words.cost, money(cost.total)],
    [words.costRate, perCent(cost.rate)],
    [words.net, money(recovery.recovered - cost.total)],
    [words.casesOpened, `${cases.opened}`],
    [words.paidInGrace, `${cases.closed['paid-in-grace'] ?? 0}`],
    [words.cured, `${cases.cured}`],
    [words.relapsed, `${cases.relapsed}`],
    [words.promisesMade, `${promises.made}`],
    [words.promisesKept, `${promises.kept}`],
    [words.promisesBroken, `${promises.broken}`],
    [words.placed, `${handedOver.agency}`],
    [words.referred, `${handedOver['law-firm']}`],
  ];
  return [words.recovery, '', ...textTable([words.figure, words.amount], rows)];
};

const standingLines = ({ standing }: StrategyReport, lang: Lang): string[] => {
  const words = simulationWords[lang];
  const heads = [words.month, ...standings.map((each) => standingWords(each, words.paidOff))];
  const rows = standing.map(({ month, loans }) => [month, ...standings.map((each) => loans[each])]);
  return [words.standing, '', ...textTable(heads, rows)];
};

const rollLines = ({ rolls }: StrategyReport, lang: Lang): string[] => {
  const words = simulationWords[lang];
  const heads = [words.from, ...standings.map((each) => standingWords(each, words.paidOff))];
  const rows = rolls.map(({ from, loans, to }) => [
    from,
    ...standings.map((each) => (loans === 0 ? '-' : to[each] === 0 ? '' : ((100 * to[each]) / loans).toFixed(1))),
  ]);
  return [words.rolls, '', ...textTable(heads, rows)];
};

const contactLines = ({ contacts }: StrategyReport, lang: Lang): string[] => {
  const words = simulationWords[lang];
  const rows = (Object.entries(contacts) as [Channel, { made: number; reached: number }][])
    .filter(([, { made }]) => made > 0)
    .map(([channel, { made, reached }]) => [channelWords[lang][channel], made, reached]);
  return [words.contactsMade, '', ...listTable([words.channel, words.made, words.reached], rows, lang)];
};

const withheldLines = ({ withheld }: StrategyReport, lang: Lang): string[] => {
  const words = simulationWords[lang];
  const rows = withheld.map(({ rule, refused, deferred }) => [rule, refused, deferred]);
  return [words.withheld, '', ...listTable([words.rule, words.refused, words.deferred], rows, lang)];
};

const moneyFigures: readonly string[] = ['recovered', 'arrearsAtEnd', 'cost', 'net'];

const differenceLines = ({ difference, strategies, currency }: SimulationReport, lang: Lang): string[] => {
  if (!difference) return [];
  const words = simulationWords[lang];
  const names = strategies.map(({ strategy, version }) => `${strategy}@${version}`);
  const rows = comparedFigures.map((figure) => {
    const { first, second, total, from, to } = difference[figure];
    const said = (value: number): string =>
      moneyFigures.includes(figure) ? amountWords(value, currency, lang) : `${value}`;
    const interval = from === undefined || to === undefined ? '-' : `${said(from)} … ${said(to)}`;
    return [figureWords[lang][figure], said(first), said(second), said(total), interval];
  });
  return ['', words.difference, '', ...textTable([words.figure, ...names, words.difference, words.interval], rows)];
};

/** The report of a simulation as tables. */
export const simulationLines = (report: SimulationReport, lang: Lang): string[] => {
  const { strategies } = report;
  return [
    ...strategies.flatMap((each, nth) => [
      ...(nth > 0 ? [''] : []),
      simulationHead[lang]({ ...report, strategy: `${each.strategy}@${each.version}` }),
      '',
      ...recoveryLines(each, report, lang),
      '',
      ...standingLines(each, lang),
      '',
      ...rollLines(each, lang),
      '',
      ...contactLines(each, lang),
      '',
      ...withheldLines(each, lang),
    ]),
    ...differenceLines(report, lang),
    '',
    simulationWords[lang].assumed,
  ];
};
