/** Letters of other scripts, with the Latin one each is taken for; after Unicode TS 39, by hand: those that words of ours could be written in. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...pairs('авсԁеһіјкӏмнопԛрѕтуԝхѵуγ', 'abcdehijklmhonqpstywxvyy'),
  ...pairs('αβϲεηικνορτυχωϳ', 'abcenikvoptuxwj'),
  ...pairs('օսոհցյլ', 'ounhgjl'),
  ...pairs('ıɑɡɩʟɪᴏꞵ', 'iagiliob'),
};

/** Traditional and variant characters of the words that are looked for. */
const simplified: Readonly<Record<string, string>> = pairs(
  '報訴詐騙單領導凍結資響師圓萬億兩貳參陸塊錢幣貸負債違約訟發傳關閉軍門賴無臉欠壞殺鬥斷腿獄監獎領鄰綁親屬員聯繫絡經偵當鋪變賣討費減詢處罰執強査錄單位學貴',
  '报诉诈骗单领导冻结资响师圆万亿两贰参陆块钱币贷负债违约讼发传关闭军门赖无脸欠坏杀斗断腿狱监奖领邻绑亲属员联系络经侦当铺变卖讨费减询处罚执强查录单位学贵',
);

function pairs(from: string, to: string): Record<string, string> {
  const into = Array.from(to);
  return Object.fromEntries(Array.from(from).map((each, nth) => [each, into[nth] ?? each]));
}

/** What nobody sees, with which a word could be cut in two. */
const unseen = /[\p{Cf}\p{Mn}\u034f\u115f\u1160\u3164]/gu;

/** A text as it reads, in small letters: forms of compatibility, accents, look-alikes of other scripts and traditional characters are one. */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .normalize('NFKD')
    .toLowerCase()
    .replace(unseen, '')
    .replace(/\P{ASCII}/gu, (each) => lookAlikes[each] ?? simplified[each] ?? each);
