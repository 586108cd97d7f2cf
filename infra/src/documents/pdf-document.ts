import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { sfntOfWoff } from './sfnt-of-woff.js';

/** A document to be printed; `rows` stand in a table under `heads`. */
export type PrintedDocument = {
  title: string;
  sections: readonly {
    title: string;
    lines: readonly string[];
    heads?: readonly string[];
    rows?: readonly (readonly string[])[];
  }[];
};

// Noto Sans SC (SIL OFL 1.1), the whole of simplified Chinese with Latin, from the npm package of Fontsource.
const fontFile = (weight: 400 | 700): string =>
  createRequire(import.meta.url).resolve(
    `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`,
  );
const fonts = new Map<400 | 700, Buffer>();
const fontOf = (weight: 400 | 700): Buffer => {
  const font = fonts.get(weight) ?? sfntOfWoff(readFileSync(fontFile(weight)));
  fonts.set(weight, font);
  return font;
};

const margin = 56;
const rowHeight = 17;

/** An A4 page or several as PDF, in Chinese and Latin letters; only the glyphs that are used are embedded. `at` is written into it as the time it was made. */
export async function pdfDocument(documents: readonly PrintedDocument[], at: Date): Promise<Buffer> {
  const [first] = documents;
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    info: { Title: first?.title ?? '', CreationDate: at },
    autoFirstPage: false,
  });
  pdf.registerFont('text', fontOf(400));
  pdf.registerFont('bold', fontOf(700));
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  for (const document of documents) print(pdf, document);
  pdf.end();
  return done;
}

function print(pdf: PDFKit.PDFDocument, { title, sections }: PrintedDocument): void {
  pdf.addPage();
  pdf.font('bold').fontSize(17).text(title, { align: 'center' }).moveDown(0.6);
  for (const section of sections) {
    // A heading alone at the foot of a page belongs to nothing.
    if (pdf.y > pdf.page.height - margin - 4 * rowHeight) pdf.addPage();
    pdf.font('bold').fontSize(11.5).text(section.title, margin).moveDown(0.2);
    pdf.font('text').fontSize(10);
    for (const line of section.lines) pdf.text(line, margin, undefined, { lineGap: 2 });
    if (section.heads && section.rows) table(pdf, section.heads, section.rows);
    pdf.moveDown(0.7);
  }
}

function table(pdf: PDFKit.PDFDocument, heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const width = (pdf.page.width - 2 * margin) / heads.length;
  const row = (cells: readonly string[], font: string): void => {
    if (pdf.y > pdf.page.height - margin - rowHeight) pdf.addPage();
    const { y } = pdf;
    pdf.font(font);
    for (const [nth, cell] of cells.entries())
      pdf.text(cell, margin + nth * width, y, { width, align: nth < 2 ? 'left' : 'right', lineBreak: false });
    pdf.x = margin;
    pdf.y = y + rowHeight;
  };
  pdf.moveDown(0.3);
  row(heads, 'bold');
  for (const cells of rows) row(cells, 'text');
}
