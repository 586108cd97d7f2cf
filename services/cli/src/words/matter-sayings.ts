import type { MatterFact } from '@recourse/domain/matters/matter-fact';
import type { FactSayings } from './fact-sayings.js';
import type { Words } from './lang.js';
import {
  extensionDeclineWords,
  matterChannelWords,
  matterCommandWords,
  matterGroundWords,
  matterKindWords,
  matterOutcomeWords,
  matterRefusalWords,
  releaseWords,
} from './matter-words.js';

/** What is said of disputes and complaints. */
export const matterSayings: Words<Pick<FactSayings, MatterFact['type']>> = {
  en: {
    'matter-raised': ({ matter: { kind, channel, ground, raisedOn, dueOn, rule } }) =>
      `A ${matterKindWords.en[kind]} of ${raisedOn} ${matterChannelWords.en[channel]} (${matterGroundWords.en[ground]}): to be answered by ${dueOn} (${rule ?? 'practice'}).`,
    'matter-extension-asked': ({ extension: { ground, by } }) =>
      `More days for the answer asked for (${ground}) by ${by}: somebody else must give leave.`,
    'matter-extension-declined': ({ because, by }) =>
      `More days for the answer declined by ${by}: ${extensionDeclineWords.en[because]}.`,
    'matter-extended': ({ dueOn, extension: { ground, toldOn } }) =>
      `To be answered by ${dueOn} instead (${ground}); they were told on ${toldOn}.`,
    'matter-overdue': ({ dueOn }) => `Nobody answered by ${dueOn}: the deadline is missed.`,
    'matter-answered': ({ outcome, on, inTime, correctingTaskId }) =>
      `Answered on ${on}, ${inTime ? 'in time' : 'LATE'}: ${matterOutcomeWords.en[outcome]}${correctingTaskId === undefined ? '' : '; the loan is to be put right first'}.`,
    'matter-released': ({ because }) => `Dispute or complaint over: ${releaseWords.en[because]}.`,
    'matter-refused': ({ command, because }) =>
      `Dispute or complaint: ${matterCommandWords.en[command]} is not done, ${matterRefusalWords.en[because]}.`,
  },
  zh: {
    'matter-raised': ({ matter: { kind, channel, ground, raisedOn, dueOn, rule } }) =>
      `${raisedOn} 收到${matterKindWords.zh[kind]}（${matterChannelWords.zh[channel]}，${matterGroundWords.zh[ground]}）：须于 ${dueOn} 前（含当日）答复（${rule ?? '内部规则'}）。`,
    'matter-extension-asked': ({ extension: { ground, by } }) => `${by} 申请延长答复期限（${ground}）：须他人批准。`,
    'matter-extension-declined': ({ because, by }) =>
      `${by} 不批准延长答复期限：${extensionDeclineWords.zh[because]}。`,
    'matter-extended': ({ dueOn, extension: { ground, toldOn } }) =>
      `答复期限延至 ${dueOn}（${ground}）；已于 ${toldOn} 告知本人。`,
    'matter-overdue': ({ dueOn }) => `至 ${dueOn} 未答复：已逾答复期限。`,
    'matter-answered': ({ outcome, on, inTime, correctingTaskId }) =>
      `${on} ${inTime ? '按期' : '逾期'}答复：${matterOutcomeWords.zh[outcome]}${correctingTaskId === undefined ? '' : '；须先更正贷款'}。`,
    'matter-released': ({ because }) => `异议或投诉了结：${releaseWords.zh[because]}。`,
    'matter-refused': ({ command, because }) =>
      `异议或投诉${matterCommandWords.zh[command]}未办理：${matterRefusalWords.zh[because]}。`,
  },
};
