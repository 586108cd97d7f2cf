import mongoose from 'mongoose';

/** Invalid token, history lost, stream cannot go on: whatever the reason, there is no way back to the token. */
const lostCodes = new Set([50811, 136, 260, 280, 286]);

export function isTokenLost(error: unknown): boolean {
  if (!(error instanceof mongoose.mongo.MongoError)) return false;
  return lostCodes.has(Number(error.code)) || /resume token|resume of change stream/i.test(error.message);
}
