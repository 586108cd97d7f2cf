import { userInfo } from 'node:os';

/** Who is at this terminal, as the record will name them. */
export const operatorName = (): string => `operator/${userInfo().username}`;
