import { commandLine } from './command-line.js';
import { complain } from './complain.js';

try {
  await commandLine(process.env).parseAsync(process.argv);
} catch (error) {
  process.exitCode = complain(error);
}
