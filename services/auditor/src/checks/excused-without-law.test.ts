import { findsOnly } from '../testing/finds-only.js';
import { act, sms } from '../testing/plant.js';

const notice = 't/L2/1/1/notice/1';

findsOnly('excused-without-law', [
  [
    'a letter the lender wants sent',
    (evidence) => void (act(evidence, notice).notice = 'lawyers-letter'),
    `${notice}: no law there wants this lawyers-letter`,
  ],
  [
    'a notice that only the law of another place names',
    (evidence) => void (act(evidence, notice).notice = 'sums-in-arrears'),
    `${notice}: no law there wants this sums-in-arrears`,
  ],
  [
    'a reminder',
    (evidence) => void (act(evidence, sms).purpose = 'legally-required'),
    `${sms}: no law there wants this send-reminder`,
  ],
]);
