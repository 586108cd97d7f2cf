import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout; the same from `src` and from `dist`, which lie equally deep. */
export const repoRoot: string = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
