import { Option } from 'commander';
import { langs } from '../words/lang.js';

export const langOption = (): Option =>
  new Option('--lang <lang>', 'language of the words').choices(langs).default('en');
