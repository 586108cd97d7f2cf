import { expect, test } from 'vitest';
import { literalMoney } from './literal-money.js';

test.each(['USD500', 'RMB500', '500', '5k', '1 200', '500块', '伍佰圆', '壹仟贰佰', 'five hundred dollars'])(
  '%s looks like a sum of money',
  (text) => expect(literalMoney(`pay ${text} now`)).toBeDefined(),
);

test.each(['within 15 days', '七日内', 'reply TD', '还款'])('%s does not', (text) =>
  expect(literalMoney(text)).toBeUndefined(),
);
