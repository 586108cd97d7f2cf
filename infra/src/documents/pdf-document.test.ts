import { describe, expect, it } from 'vitest';
import { pdfDocument } from './pdf-document.js';
import { sfntOfWoff } from './sfnt-of-woff.js';

const page = {
  title: '协商还款协议',
  sections: [{ title: 'Schedule 还款计划', lines: ['按月'], heads: ['期数', 'Due'], rows: [['1', '2026-01-31']] }],
};
const at = new Date('2026-01-05T00:00:00.000Z');

describe('a document as PDF', () => {
  it('embeds the Chinese letters it uses and no others, so that it opens anywhere and stays small', async () => {
    const pdf = await pdfDocument([page, page], at);
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-1.')).toBe(true);
    expect(text).toContain('NotoSansSC');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(pdf.length).toBeLessThan(60_000);
  });

  it('breaks a long schedule over pages', async () => {
    const rows = Array.from({ length: 60 }, (_, nth) => [String(nth + 1), '2026-01-31']);
    const [section] = page.sections;
    const pdf = await pdfDocument([{ title: 'long', sections: section ? [{ ...section, rows }] : [] }], at);
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(2);
  });

  it('takes no file that is no font', () => {
    expect(() => sfntOfWoff(Buffer.from('%PDF-1.7'.padEnd(64)))).toThrow('is no WOFF font');
  });
});
