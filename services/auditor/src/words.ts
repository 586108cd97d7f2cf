import type { Counts } from './counts.js';
import type { CheckName } from './finding.js';

export type Lang = 'en' | 'zh';
export type Words = {
  counts: Record<keyof Counts, string>;
  checks: Record<CheckName, string>;
  check: string;
  meaning: string;
  found: string;
  must: string;
  unchecked: string;
  more: (count: number) => string;
  noOutside: string;
  outsideForgot: (count: number) => string;
  keptByNobody: (count: number) => string;
  historyForgot: (count: number) => string;
  wordsUnread: (count: number) => string;
  notReckoned: (count: number) => string;
  behind: (count: number) => string;
  cut: string;
  breaches: string;
  good: string;
  bad: (count: number) => string;
};

export const words: Record<Lang, Words> = {
  en: {
    counts: {
      eventsPublished: 'Events on Kafka, published by servicing',
      eventsTaken: '  taken',
      eventsDuplicate: '  told again, nothing new',
      parkedOpen: '  set aside, still open',
      parkedRedriven: '  set aside, taken on re-drive',
      parkedDiscarded: '  set aside, given up with a reason',
      outcomesHeard: 'Outcomes told by providers and partners',
      notReadYet: 'Events and outcomes that ingest has not read yet',
      casesOpen: 'Cases open',
      casesClosed: 'Cases closed',
      workflowsRunning: 'Workflows running',
      inboxWaiting: 'News not yet read by its case',
      journalEntries: 'Journal entries',
      journalOnKafka: '  on Kafka',
      journalRepeatedOnKafka: '  told again on Kafka (readers drop them)',
      attempts: 'Attempts recorded',
      attemptsNeverSent: '  known never to have gone out, beside these',
      attemptsUnderWay: '  under way now',
      sendsOvertakenByPayment: '  on their way when a payment came (at most)',
      contactsByPermit: '  dialled by permit',
      contactsWithoutPermit: '  made by agencies without a permit, as they told us (their breach)',
      breachesOpened: '  breaches opened for these, each with a task to look into it',
      breachesUnlawful: '  laws these broke beside (told below)',
      contactsInUnreadWords: '  in words that are not on file',
      receivedOutside: '  in the logs of the outside world',
      attemptsBeforeOutsideLog: '  older than the logs of the outside world',
      attemptsOfNoLog: '  by channels that keep no such log',
      tasks: 'Tasks for people',
      workflowRuns: 'Workflow runs that Temporal still tells of',
      outcomesBeforeHistories: 'Outcomes in journals, older than those',
      loansNotReckoned: 'Loans of which events stand on Kafka no more',
      lateNotReckoned: 'Charges for lateness told and not reckoned anew',
    },
    checks: {
      'lost-events': 'Published events neither taken nor set aside, or not read',
      'sequence-gaps': 'Gaps in the numbers of a journal',
      'broken-chain': 'Journal entries changed or not linked',
      'journal-against-kafka': 'Differences between journal and Kafka',
      'cases-without-plan': 'Open cases that nothing will move',
      'cases-without-workflow': 'Open cases without a workflow',
      'contacts-on-unread-payment': 'Contacts begun on a decision that had not read a payment',
      'contacts-while-unresolved': 'Contacts begun while an event of the loan was set aside',
      'contacts-outside-hours': 'Contacts outside the hours a rule pack allows',
      'unrecorded-attempts': "Attempts in a provider's log and not in ours",
      'unsent-attempts': "Attempts in our log and not in a provider's",
      'stages-without-cause': 'Changes of stage without cause',
      'steps-done-twice': 'Steps done twice in a round',
      'sends-after-acceptance': 'Sends that arrived after news that should have stopped them',
      'contacts-while-held': 'Contacts begun under a hold that stops contact',
      'collected-by-two': 'Contacts to collect from somebody whose loan another party had',
      'caps-exceeded': 'More contacts of a person or number than a rule pack allows',
      'rests-broken': 'Contacts within the rest a rule pack demands',
      'third-parties-pressed': 'Third parties asked to pay, or contacted after they refused',
      'parties-not-eligible': 'Others than the debtor contacted without a ground, or too often',
      'contacts-after-opt-out': 'Contacts by a medium the person had opted out of',
      'channels-not-permitted': 'Contacts by a channel, line or account without the ground the law asks',
      'words-not-lawful': 'Contacts in words not approved, not lawful, or not in the person’s language',
      'excused-without-law': 'Contacts called legally required, service or a search that are none',
      'amounts-off-position': 'Amounts told to somebody that were not owed',
      'money-against-positions': 'Money that came in and is not in the positions',
      'late-charges-off': 'Charges for lateness that come to something else',
      'tasks-held-by-two': 'Tasks held by two, answered by another or twice',
      'journal-against-workflows': 'Differences between journals and workflow histories',
      'cases-standing-still': 'Open cases past the time of their plan, acts nobody settles',
    },
    check: 'Check',
    meaning: 'What must not be',
    found: 'found',
    must: 'must be',
    unchecked: 'not checked',
    more: (count) => `... and ${count} more`,
    noOutside:
      'RECOURSE_SANDBOX_URL is not set: what the outside world received could not be compared with our records.',
    keptByNobody: (count) =>
      `${count} attempts went by channels that keep no receive log: they could not be looked for.`,
    outsideForgot: (count) =>
      `The logs of the outside world begin later than our records: ${count} attempts could not be looked for there.`,
    historyForgot: (count) =>
      `Temporal no longer has the histories of ${count} outcomes in journals: they could not be looked for there.`,
    wordsUnread: (count) =>
      `${count} contacts went in words that are not on file (policies/templates and its earlier versions, policies/partners.yaml): what they said was not judged.`,
    notReckoned: (count) => `${count} loans could not be reckoned anew: events of theirs stand on Kafka no more.`,
    behind: (count) => `Not read yet: ingest is ${count} behind. They are not counted as lost.`,
    cut: 'Kafka no longer holds the beginning of a topic: what is missing there was not counted as missing.',
    breaches: 'Known breaches of agencies that broke a law beside, told by themselves; no violations of ours:',
    good: 'All that must be 0 is 0.',
    bad: (count) => `${count} violations.`,
  },
  zh: {
    counts: {
      eventsPublished: '贷后系统在 Kafka 上发布的事件',
      eventsTaken: '  已接收',
      eventsDuplicate: '  重复，无新内容',
      parkedOpen: '  已搁置，尚未处理',
      parkedRedriven: '  已搁置，重投后接收',
      parkedDiscarded: '  已搁置，说明理由后放弃',
      outcomesHeard: '渠道与合作方回报的结果',
      notReadYet: '受理尚未读取的事件与结果',
      casesOpen: '在办案件',
      casesClosed: '已结案件',
      workflowsRunning: '运行中的工作流',
      inboxWaiting: '案件尚未读取的消息',
      journalEntries: '日志条目',
      journalOnKafka: '  已在 Kafka 上',
      journalRepeatedOnKafka: '  在 Kafka 上重复（读者会丢弃）',
      attempts: '记录的联系与动作',
      attemptsNeverSent: '  另有确知从未发出的',
      attemptsUnderWay: '  正在进行',
      sendsOvertakenByPayment: '  还款到来时已在途（至多）',
      contactsByPermit: '  凭许可拨打的',
      contactsWithoutPermit: '  机构自报的无许可联系（机构违规）',
      breachesOpened: '  为此立项的违规，均有调查任务',
      breachesUnlawful: '  其中另外触犯的规定（见下）',
      contactsInUnreadWords: '  所用文案未存档的',
      receivedOutside: '  外部世界日志中的',
      attemptsBeforeOutsideLog: '  早于外部世界日志的',
      attemptsOfNoLog: '  渠道方不保留接收日志的',
      tasks: '人工任务',
      workflowRuns: 'Temporal 仍保留的工作流运行',
      outcomesBeforeHistories: '日志中早于这些运行的结果',
      loansNotReckoned: '部分事件已不在 Kafka 上的贷款',
      lateNotReckoned: '已告知但未重新计算的逾期罚费',
    },
    checks: {
      'lost-events': '已发布但既未接收也未搁置、或未被读取的事件',
      'sequence-gaps': '日志序号缺口',
      'broken-chain': '被改动或断链的日志条目',
      'journal-against-kafka': '日志与 Kafka 的差异',
      'cases-without-plan': '无人推动的在办案件',
      'cases-without-workflow': '没有工作流的在办案件',
      'contacts-on-unread-payment': '依据未读到还款的决定而开始的联系',
      'contacts-while-unresolved': '贷款有事件搁置期间开始的联系',
      'contacts-outside-hours': '在规则包允许时间以外的联系',
      'unrecorded-attempts': '渠道日志有而我方没有的联系',
      'unsent-attempts': '我方有而渠道日志没有的联系',
      'stages-without-cause': '没有原因的阶段变动',
      'steps-done-twice': '同一轮内重复执行的步骤',
      'sends-after-acceptance': '应予阻止的消息接收之后才到达的发送',
      'contacts-while-held': '停止联系的暂缓期间开始的联系',
      'collected-by-two': '贷款已交他方催收期间的催收联系',
      'caps-exceeded': '对一人或一个号码超过规则包上限的联系',
      'rests-broken': '在规则包要求的间隔期内的联系',
      'third-parties-pressed': '向第三人催收，或在其拒绝后仍联系',
      'parties-not-eligible': '缺少依据或次数过多的非债务人联系',
      'contacts-after-opt-out': '以对方已退订的方式进行的联系',
      'channels-not-permitted': '缺少法定依据的渠道、线路或账号的联系',
      'words-not-lawful': '内容未经批准、不合法或非对方语言的联系',
      'excused-without-law': '称为法定告知、服务或寻找而实非如此的联系',
      'amounts-off-position': '告知对方但与欠款不符的金额',
      'money-against-positions': '已到账但未计入欠款的资金',
      'late-charges-off': '重新计算后不符的逾期罚费',
      'tasks-held-by-two': '同时由两人持有、由他人或重复回答的任务',
      'journal-against-workflows': '日志与工作流历史的差异',
      'cases-standing-still': '超过计划时间的在办案件、无人查清的动作',
    },
    check: '检查',
    meaning: '不应出现的情况',
    found: '发现',
    must: '应为',
    unchecked: '未检查',
    more: (count) => `……另有 ${count} 项`,
    noOutside: '未设置 RECOURSE_SANDBOX_URL：无法将外部世界收到的内容与我方记录比对。',
    keptByNobody: (count) => `有 ${count} 次联系所走的渠道不保留接收日志，无法查找。`,
    outsideForgot: (count) => `外部世界的日志晚于我方记录：有 ${count} 次联系无法在其中查找。`,
    historyForgot: (count) => `Temporal 已不再保留 ${count} 个日志结果的历史：无法在其中查找。`,
    wordsUnread: (count) =>
      `有 ${count} 次联系的文案未存档（policies/templates 及其早期版本、policies/partners.yaml）：其内容未予检查。`,
    notReckoned: (count) => `有 ${count} 笔贷款无法重新计算：其部分事件已不在 Kafka 上。`,
    behind: (count) => `受理尚落后 ${count} 条：未计为丢失。`,
    cut: 'Kafka 已不再保留主题的开头：其中缺少的内容未计为缺失。',
    breaches: '机构自报且另触犯规定的已知违规（非我方违规）：',
    good: '应为 0 的全部为 0。',
    bad: (count) => `发现 ${count} 项违规。`,
  },
};
