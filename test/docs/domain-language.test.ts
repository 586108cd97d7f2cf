import { outcomeTable, type OutcomeRow } from '@recourse/domain/contact/outcome-table';
import { describe, expect, it } from 'vitest';
import { checkNames } from '../../services/auditor/src/finding.js';
import { words as auditWords } from '../../services/auditor/src/words.js';
import { channelWords } from '../../services/cli/src/words/act-words.js';
import { refusedArrangementWords } from '../../services/cli/src/words/arrangement-refusal-words.js';
import { ignoredWords, lapseWords } from '../../services/cli/src/words/detail-words.js';
import { holdWords } from '../../services/cli/src/words/hold-words.js';
import { codeWords, refusalWords, resultWords } from '../../services/cli/src/words/outcome-words.js';
import { matterRefusalWords } from '../../services/cli/src/words/matter-words.js';
import { promiseRefusalWords } from '../../services/cli/src/words/promise-words.js';
import { causeWords, endingWords, stageWords } from '../../services/cli/src/words/stage-words.js';
import { kindOfWishWords } from '../../services/cli/src/words/wish-words.js';
import { definitionsByHeading, wordsOfTag, wordsOfUnion } from './closed-words.js';

const defined = definitionsByHeading('docs/domain-language.md');
const under = (heading: string) => defined.get(heading) ?? [];

const facts = 'domain/src/case/case-facts.ts';
const closedLists: Record<string, string[]> = {
  Stages: wordsOfUnion('domain/src/case/stage.ts', 'Stage'),
  'Causes of entering a stage': wordsOfUnion('domain/src/case/stage.ts', 'StageCause'),
  Endings: wordsOfUnion('domain/src/case/stage.ts', 'Ending'),
  'Hold reasons': wordsOfUnion('domain/src/holds/hold.ts', 'HoldReason'),
  'What a hold stops': wordsOfUnion('domain/src/holds/hold.ts', 'HoldStop'),
  'Outcome codes': Object.keys(outcomeTable),
  'Follow-ups': wordsOfUnion('domain/src/contact/outcome-table.ts', 'FollowUp'),
  'Results of an act': wordsOfTag('domain/src/case/act-outcome.ts', 'ActOutcome', 'result'),
  'Refusal reasons': wordsOfUnion('domain/src/contact/refusal.ts', 'RefusalReason'),
  'Desk refusals': wordsOfUnion('activities/src/desk/task-store.ts', 'DeskRefusal'),
  'Parking causes': wordsOfUnion('activities/src/records/event-record.ts', 'ParkingCause'),
  Facts: [
    ...wordsOfTag(facts, 'CaseFact', 'type'),
    ...wordsOfTag('domain/src/arrangements/arrangement-fact.ts', 'ArrangementFact', 'type'),
    ...wordsOfTag('domain/src/matters/matter-fact.ts', 'MatterFact', 'type'),
    ...wordsOfTag('domain/src/case/contract-fact.ts', 'ContractFact', 'type'),
    ...wordsOfTag('domain/src/limitation/limitation-fact.ts', 'LimitationFact', 'type'),
    ...wordsOfTag('domain/src/write-off/write-off-fact.ts', 'WriteOffFact', 'type'),
  ],
  'Why an arrangement is refused': wordsOfUnion('domain/src/arrangements/arrangement-refusal.ts', 'ArrangementRefusal'),
  'Why a dispute or complaint is not done': wordsOfUnion('domain/src/matters/matter-refusal.ts', 'MatterRefusal'),
  'Why a promise is refused': [
    ...wordsOfUnion('domain/src/arrangements/refuse-promises.ts', 'PromiseRefusal'),
    'nothing-overdue',
  ],
  'Why an input was ignored': wordsOfUnion(facts, 'IgnoredReason'),
  'Why a step lapsed': Object.keys(lapseWords.en),
  'Events in': wordsOfTag('domain/src/case/loan-fact.ts', 'LoanFact', 'type'),
  'Inputs of a case': wordsOfTag('domain/src/case/case-inputs.ts', 'Input', 'kind'),
  Wishes: wordsOfTag('domain/src/contact/wish.ts', 'Wish', 'wish'),
  Acts: wordsOfTag('domain/src/case/act.ts', 'Act', 'kind'),
  Channels: wordsOfUnion('domain/src/contact/channel.ts', 'Channel'),
  'Purposes of a contact': wordsOfUnion('domain/src/contact/channel.ts', 'Purpose'),
  'Audit checks': [...checkNames],
  'Gate rules': wordsOfUnion('domain/src/contact/base/base-rules.ts', 'BaseRuleName'),
};

describe('docs/domain-language.md', () => {
  it.each(Object.entries(closedLists))('defines every word of %s once, and no other', (heading, words) => {
    const found = under(heading).map(({ word }) => word);
    expect(found.toSorted()).toEqual(words.toSorted());
  });

  it.each<[string, Record<string, string>]>([
    ['Stages', stageWords.zh],
    ['Causes of entering a stage', causeWords.zh],
    ['Endings', endingWords.zh],
    ['Hold reasons', holdWords.zh],
    ['Outcome codes', codeWords.zh],
    ['Results of an act', resultWords.zh],
    ['Refusal reasons', refusalWords.zh],
    ['Why a step lapsed', lapseWords.zh],
    ['Why a dispute or complaint is not done', matterRefusalWords.zh],
    ['Why a promise is refused', promiseRefusalWords.zh],
    ['Why an arrangement is refused', refusedArrangementWords.zh],
    ['Why an input was ignored', ignoredWords.zh],
    ['Wishes', kindOfWishWords.zh],
    ['Channels', channelWords.zh],
    ['Audit checks', auditWords.zh.checks],
  ])('says %s in Chinese as the screens do', (heading, chinese) => {
    const other = under(heading).filter(({ word, chinese: said }) => chinese[word] !== said);
    expect(other.map(({ word, chinese: said }) => `${word}: ${said}, on screen ${chinese[word]}`)).toEqual([]);
  });

  it.each(Object.entries(outcomeTable))('tells of %s what the outcome table says', (code, row) => {
    const [found] = under('Outcome codes').filter(({ word }) => word === code);
    expect(found?.row).toContain(` | ${columns(row).join(' | ')} | `);
  });
});

function columns({ connected, conversation, next, hold, followUp }: OutcomeRow): string[] {
  const how = conversation ? 'talked' : connected ? 'connected' : 'not reached';
  const days = hold?.days ? `, ${hold.days} days` : '';
  return [how, next, hold ? `${hold.reason}, ${hold.scope}: ${hold.stops.join(' ')}${days}` : '', followUp ?? ''];
}
