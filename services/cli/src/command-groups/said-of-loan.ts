import type { Command } from 'commander';
import type { Lang } from '../words/lang.js';
import { readId } from './arguments.js';
import { langOption } from './lang-option.js';

/** `as`: in whose name besides the terminal's user; `lang`: of the answer. */
export type Said = { as?: string; lang: Lang };

/** A command by which somebody says something, which is put on record with who said it. */
export const saidBySomebody = (command: Command): Command =>
  command.option('--as <name>', 'for whom you say so; the record keeps both', readId).addOption(langOption());

/** One about a loan. */
export const saidOfLoan = (group: Command, name: string, description: string): Command =>
  saidBySomebody(group.command(`${name} <loan>`).description(description));

/** Who said it and in which language it is answered, without the rest of the options. */
export const saidBy = ({ as, lang }: Said): Said => ({ ...(as !== undefined && { as }), lang });
