import { writeFileSync } from 'node:fs';
import { crossCheckPage } from './cross-check-page.js';

writeFileSync(new URL('../../../docs/money-crosscheck.md', import.meta.url), crossCheckPage());
