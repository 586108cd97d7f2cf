import type { PortfolioHistory } from '@recourse/infra/mongo/portfolio-history';
import type { PortfolioStanding } from '@recourse/infra/mongo/portfolio-standing';
import { amountWords } from '../words/amount-words.js';
import type { Lang } from '../words/lang.js';
import { reportWords } from '../words/report-words.js';
import { endingWords, stageWords } from '../words/stage-words.js';
import { textTable } from '../words/text-table.js';

export type ReportFigures = {
  standing: PortfolioStanding;
  history: PortfolioHistory;
  slowest?: { at: string; ms: number };
};

/** The report of a played portfolio, as lines of text. */
export function reportLines({ standing, history, slowest }: ReportFigures, lang: Lang): string[] {
  const words = reportWords[lang];
  const closed = Object.entries(standing.closed).map(([ending, count]) => [
    endingWords[lang][ending as keyof typeof standing.closed],
    count,
  ]);
  const open = Object.entries(standing.open).map(([stage, count]) => [
    `${words.open}: ${stageWords[lang][stage as keyof typeof standing.open]}`,
    count,
  ]);
  const money = Object.entries(standing.due).map(([currency, due]) => {
    const recovered = standing.recovered[currency] ?? 0;
    return [
      currency,
      amountWords(due, currency, lang),
      amountWords(recovered, currency, lang),
      `${Math.round((100 * recovered) / due)} %`,
    ];
  });
  const parked = history.parked.map(({ _id, cause, status, resolvedBecause }) => [
    _id,
    `${cause.code} (${cause.field})`,
    status,
    resolvedBecause ?? '',
  ]);
  return [
    ...section(words.casesTitle, textTable([words.ending, words.count], [...closed, ...open])),
    ...section(
      words.stagesTitle,
      textTable(
        [words.stage, words.entered, words.passedOver],
        history.stages.map(({ stage, entered, passedOver }) => [stageWords[lang][stage], entered, passedOver]),
      ),
    ),
    ...section(
      words.contactsTitle,
      textTable(
        [words.act, words.outcome, words.cameOf],
        history.acts.map(({ what, outcome, count }) => [what, outcome, count]),
      ),
    ),
    ...section(words.moneyTitle, textTable([words.currency, words.due, words.recovered, words.share], money)),
    ...section(
      words.parkedTitle,
      parked.length > 0
        ? textTable([words.event, words.cause, words.resolution, words.reason], parked)
        : [words.noneParked],
    ),
    ...(slowest ? ['', `${words.slowest}: ${slowest.at} (${Math.round(slowest.ms)} ms)`] : []),
  ];
}

const section = (title: string, lines: readonly string[]): string[] => [
  '',
  title,
  '',
  ...lines.map((line) => `  ${line}`),
];
