import { canonicalJson } from '../audit/canonical-json.js';
import { sha256Hex } from '../audit/sha256-hex.js';
import type { Strategy } from './strategy.js';

/** The strategy's name for ever: SHA-256 over its canonical JSON. Comments and layout of the file do not count. */
export const hashStrategy = (strategy: Strategy): string => sha256Hex(canonicalJson(strategy));
