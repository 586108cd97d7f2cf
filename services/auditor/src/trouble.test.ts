import { expect, test } from 'vitest';
import { asTrouble } from './trouble.js';

test('trouble is named by its setting, and says no password', async () => {
  const failing = asTrouble('MONGODB_URI', 'reading', () =>
    Promise.reject(new Error('cannot reach mongodb://user:secret@127.0.0.1:1/recourse')),
  );

  await expect(failing).rejects.toThrow('MONGODB_URI: reading failed: cannot reach mongodb://***@127.0.0.1:1/recourse');
});
