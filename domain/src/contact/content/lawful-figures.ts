const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const hanNumber = '[〇零一二三四五六七八九十百两廿卅\\d]{1,5}';
/** English words for what is counted in a message, up to 59 and 90. */
const word =
  '(?:(?:twenty|thirty|forty|fifty|sixty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const unit = '(?:(?:working|business|calendar|clear|full)[ -])?(?:days?|weeks?|months?|years?|hours?|minutes?)';
const telephone = '\\+?\\(?\\d{1,4}\\)?(?:[ -]?\\d{2,8}){1,4}';
const called =
  '(?:电话|致电|拨打|热线|客服|来电|\\b(?:call|telephone|phone|ring|dial|tel|hotline|service line)(?: number)?)(?:\\s*(?:us|我们))?(?:\\s*(?:on|at|is|号码|为|是))?\\s*[:：.]?\\s*';
/** More of a number does not follow one to call. */
const noSum = '(?![.,]?\\d|\\s+\\d|\\s*[万千百亿])';

/** What is told as a date or a time is a sum all the same where money stands against it. */
const money =
  '(?:[\\p{Sc}%元圆块毛角]|(?:美元|港币|人民币|日元|欧元)|(?:dollar|yuan|pound|euro|rmb|cny|usd|gbp|hkd|jpy|kuai|buck|quid|yen)s?(?!\\p{L}))';
const noMoneyBehind = `(?!\\s*${money})`;
const noMoneyBefore = `(?<!${money}\\s*)`;
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const monthOfYear = '(?:0?[1-9]|1[0-2])';
const hour = '(?:[01]?\\d|2[0-4])';

/** Figures that are no money, each by how it is told: dates, times, telephone numbers, spans of time, steps, parts of a law. */
const lawful: readonly RegExp[] = [
  `${called}(?=(?:[ +()-]*\\d){5,13}(?![ -]?\\d))${telephone}${noSum}`,
  `(?<![\\d.])(?:20\\d{2}([-/.])${monthOfYear}\\1${day})(?!\\d|[.,]\\d)`,
  `(?<!\\d)20\\d{2}年(?:${monthOfYear}月(?:${day}[日号])?)?|(?<!\\d)${monthOfYear}月${day}[日号]`,
  `(?<![\\d.,])\\b${day}(?:st|nd|rd|th)? ${month}\\b(?:,? 20\\d{2}\\b)?|\\b${month} ${day}(?:st|nd|rd|th)?\\b(?:,? 20\\d{2}\\b)?`,
  `(?<![\\d.,])${hour}:[0-5]\\d(?::[0-5]\\d)?(?!\\d|[.,]\\d)(?:\\s*[ap]\\.?m\\b)?|(?<![\\d.,])${hour}[点时](?:[0-5]?\\d分)?(?!\\s*\\d)|(?<![\\d.,])${hour}\\s?[ap]\\.?m\\b|\\b${word} o.clock`,
  `(?<![\\d/])24/7(?![\\d/])|(?<!\\d)7\\s*[x×]\\s*24`,
  `(?<![\\d.,] ?)\\b\\d{1,3}[ -]?${unit}\\b|\\b${word}[- ]${unit}\\b`,
  `(?<!\\d[.,]|\\d |\\d)\\d{1,3}\\s*(?:日|天|周|年|个?星期|个?月|个?工作日|个?自然日|个?小时|分钟|次|期|步|号)`,
  `第${hanNumber}(?:条|款|项|步|期|次|章|节|页|日|天|号)`,
  `${hanNumber}(?:日|天|周|年|月|个月|个?星期|个?工作日|个?自然日|个?小时|分钟|次|期|号|条)`,
  `\\b(?:part|section|art(?:icle)?|step|page|chapter|rule|clause|paragraph)[. ]+\\d{1,2}\\b(?![.,]\\d)|\\b(?:press|reply|option|key) \\d(?![.,]?\\d| \\d)`,
  `(?:按|回复)\\s*\\d(?![\\d.,]|\\s*\\d)`,
  `(?:^|[.。;；:：!！?？]\\s*)(?:\\d[.)、](?=\\s*\\p{L})|\\(\\d\\)(?=\\s*\\p{L}))`,
  `十分(?=[抱感重愿乐理遗])|千万(?=[不别勿要注])|万一(?![〇零一二三四五六七八九十百千万])`,
].map((source) => new RegExp(`${noMoneyBefore}(?:${source})${noMoneyBehind}`, 'giu'));

/** A text without the figures that are lawful in a message. */
export const withoutLawfulFigures = (text: string): string =>
  lawful.reduce((rest, pattern) => rest.replace(pattern, ' · '), text);
