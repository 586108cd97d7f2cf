import type { Words } from './lang.js';

/** What `recourse take-on` says. */
export const takeOnWords: Words<{
  rejectedHeads: readonly [string, string, string, string];
  rejected(rows: number): string;
  totals: string;
  heads: { currency: string; bucket: string; stage: string; loans: string; persons: string; overdue: string };
  withoutCase: string;
  before(loans: number): string;
  absent(files: string): string;
  unknownPersons(count: number): string;
  unknownPoints(rows: number): string;
  historyUnknown(loans: number): string;
  dryRun: string;
  nothing: string;
  wouldTakeNothing: string;
  withoutRejected: string;
  unreadable: string;
  empty(files: string): string;
  oldBooks(loans: number, oldest: string): string;
  untied: string;
  leftOut(loans: number): string;
  onTheWay(loans: number): string;
  published(loans: number, of: number): string;
  takenOn(loans: number, of: number): string;
  interrupted(published: number): string;
  broken(published: number): string;
  done(loans: number): string;
  agree: string;
  waiting(loans: number): string;
}> = {
  en: {
    rejectedHeads: ['file', 'line', 'field', 'because'],
    rejected: (rows) => `${rows} rejected:`,
    totals: 'Control totals:',
    heads: {
      currency: 'currency',
      bucket: 'bucket',
      stage: 'stage to start in',
      loans: 'loans',
      persons: 'persons',
      overdue: 'overdue',
    },
    withoutCase: 'no case',
    before: (loans) => `${loans} of them were taken on before and are not sent again`,
    absent: (files) => `note: without ${files}; what it would tell is not known and counts as not done`,
    unknownPersons: (count) =>
      `note: ${count} persons are not known yet; nobody contacts them until "recourse persons load" or the directory tells of them`,
    unknownPoints: (rows) =>
      `note: ${rows} rows name contact points of such persons; if a person comes without a point of that id, the contact or hold is placed on no point`,
    historyUnknown: (loans) =>
      `note: of ${loans} loans not all contacts are told (contacts_told_until is empty): nobody is contacted on the day of take-on`,
    dryRun: 'dry run: nothing was written',
    nothing: 'nothing was taken on; correct the rows, or say --skip-rejected to leave their loans out',
    wouldTakeNothing:
      'dry run: nothing would be taken on; correct the rows, or say --skip-rejected to leave their loans out',
    withoutRejected: 'with --skip-rejected this would be taken on:',
    unreadable: 'nothing was taken on: a file or folder cannot be read as a whole; correct it first',
    empty: (files) => `note: no rows in ${files}; what they would tell counts as not done`,
    oldBooks: (loans, oldest) =>
      `note: the books of ${loans} loans were closed more than a week ago (oldest: ${oldest}); what happened since must come as events`,
    untied:
      'nothing was taken on: a rejected row is of no loan of loans.csv, or cannot be told to be; correct it first, --skip-rejected cannot know whose it is',
    leftOut: (loans) => `${loans} loans are left out for their rejected rows`,
    onTheWay: (loans) =>
      `${loans} of them are published already, by a load before this one, and wait for ingest to read them: they are not sent again`,
    published: (loans, of) => `${loans} of ${of} published`,
    takenOn: (loans, of) => `${loans} of ${of} taken on`,
    interrupted: (published) =>
      published === 0
        ? 'interrupted: nothing was published'
        : `interrupted: ${published} published, they go on by themselves; run the same again to finish`,
    broken: (published) => `${published} are published and stay so; run the same again to finish`,
    done: (loans) => `${loans} loans are taken on`,
    agree: 'the totals of the stores are those of the files',
    waiting: (loans) => `note: ${loans} of them wait at intake, for their people or for servicing to confirm them`,
  },
  zh: {
    rejectedHeads: ['文件', '行', '字段', '原因'],
    rejected: (rows) => `${rows} 处被拒：`,
    totals: '控制总数：',
    heads: {
      currency: '币种',
      bucket: '账龄',
      stage: '起始阶段',
      loans: '贷款数',
      persons: '人数',
      overdue: '逾期应还',
    },
    withoutCase: '不建案',
    before: (loans) => `其中 ${loans} 笔此前已接管，不再发送`,
    absent: (files) => `注意：缺 ${files}；其内容视为未知、未做`,
    unknownPersons: (count) => `注意：${count} 人尚未录入；在 recourse persons load 或名录告知之前不联系`,
    unknownPoints: (rows) =>
      `注意：${rows} 行指明了这些人的联系方式；若其录入时没有该编号的联系方式，该联系记录或暂缓不会落在任何联系方式上`,
    historyUnknown: (loans) => `注意：${loans} 笔贷款的联系记录不全（contacts_told_until 为空）：接管当日不联系`,
    dryRun: '试运行：未写入任何内容',
    nothing: '未接管任何贷款；请更正，或用 --skip-rejected 略过相关贷款',
    wouldTakeNothing: '试运行：将不接管任何贷款；请更正，或用 --skip-rejected 略过相关贷款',
    withoutRejected: '用 --skip-rejected 时将接管：',
    unreadable: '未接管任何贷款：有文件或目录整体无法读取；请先更正',
    empty: (files) => `注意：${files} 没有数据行；其内容视为未做`,
    oldBooks: (loans, oldest) =>
      `注意：${loans} 笔贷款的账目截止日早于一周前（最早：${oldest}）；此后发生的须以事件告知`,
    untied:
      '未接管任何贷款：有被拒的行不属于 loans.csv 中的任何贷款，或无法判定归属；请先更正，--skip-rejected 无法略过',
    leftOut: (loans) => `${loans} 笔贷款因有被拒的行而略过`,
    onTheWay: (loans) => `其中 ${loans} 笔已由先前的接管发布，待受理读取，不再发送`,
    published: (loans, of) => `已发布 ${loans}/${of} 笔`,
    takenOn: (loans, of) => `已接管 ${loans}/${of} 笔`,
    interrupted: (published) =>
      published === 0
        ? '已中断：未发布任何内容'
        : `已中断：已发布 ${published} 笔，将自行继续；再次运行同一命令即可完成`,
    broken: (published) => `已发布 ${published} 笔，不会撤回；再次运行同一命令即可完成`,
    done: (loans) => `已接管 ${loans} 笔贷款`,
    agree: '库中总数与文件一致',
    waiting: (loans) => `注意：其中 ${loans} 笔在受理中等待人员信息或核心系统确认`,
  },
};
