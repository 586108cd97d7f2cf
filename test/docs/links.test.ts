import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const foreign = new Set(['node_modules', 'dist', '.git', '.local', 'coverage']);

const pages = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (foreign.has(entry.name)) return [];
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return pages(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });

/** As GitHub makes them: small letters, spaces as hyphens, no other punctuation. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** Files and folders named in backticks; a pattern (`*`) names none. */
const pathsNamed = (text: string): string[] =>
  [...text.matchAll(/`((?:domain|workflows|activities|infra|services|policies|test|docs|examples)\/[\w./-]+)`/g)].map(
    ([, path]) => path ?? '',
  );

const brokenLinks = (page: string): string[] =>
  [...withoutCode(readFileSync(page, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    if (/^[a-z]+:/i.test(link)) return [];
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
    const there = existsSync(target) && (anchor === undefined || anchorsOf(target).includes(anchor));
    return there ? [] : [link];
  });

it.each(pages(root).map((page) => relative(root, page)))(
  'every link of %s inside the repository leads somewhere',
  (page) => {
    expect(brokenLinks(join(root, page))).toEqual([]);
  },
);

it.each(pages(root).map((page) => relative(root, page)))('every path %s names exists', (page) => {
  const named = pathsNamed(readFileSync(join(root, page), 'utf8'));
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
