import { cleanConsole } from './clean-console.js';
import { commandLine } from './command-line.js';
import { complain } from './complain.js';
import { leaveWhenUnread } from './leave-when-unread.js';

leaveWhenUnread(process.stdout);
cleanConsole(console);
try {
  await commandLine(process.env).parseAsync(process.argv);
} catch (error) {
  process.exitCode = complain(error);
}
