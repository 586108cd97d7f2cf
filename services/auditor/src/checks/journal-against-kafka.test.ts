import { findsOnly } from '../testing/finds-only.js';
import { must } from '../testing/plant.js';

findsOnly('journal-against-kafka', [
  [
    'an entry that is not on Kafka',
    (evidence) => ({ ...evidence, onKafka: evidence.onKafka.filter(({ id }) => id !== 't/L2/1/5') }),
    't/L2/1/5 is not on Kafka',
  ],
  [
    'an entry with other content',
    ({ onKafka }) => void (must(onKafka.at(-1)).contentHash = 'other'),
    't/L3/1/22 is on Kafka with other content',
  ],
  [
    'a record of no journal',
    ({ onKafka }) => void onKafka.push({ id: 't/L3/1/99', contentHash: '', key: 't|L3' }),
    't/L3/1/99 is on Kafka and in no journal',
  ],
  [
    'a record under the key of another loan',
    ({ onKafka }) => void (must(onKafka.at(-1)).key = 't|L1'),
    't/L3/1/22 is on Kafka under the key t|L1',
  ],
  [
    'two entries in the wrong order',
    ({ onKafka }) => void onKafka.splice(-2, 2, must(onKafka.at(-1)), must(onKafka.at(-2))),
    't/L3/1/21 first stands on Kafka after t/L3/1/22',
  ],
]);
