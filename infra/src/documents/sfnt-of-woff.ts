import { inflateSync } from 'node:zlib';

const headerBytes = 44;
const entryBytes = 20;
const aligned = (length: number): number => (length + 3) & ~3;

/**
 * The font inside a WOFF 1.0 file (w3.org/TR/WOFF). PDF libraries that read WOFF unpack a table for every glyph they draw, which takes half a
 * minute for a Chinese page; unpacked once it takes a tenth of a second. @throws RangeError or a zlib error when the file is cut off
 */
export function sfntOfWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('is no WOFF font');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, nth) => {
    const at = headerBytes + entryBytes * nth;
    const [offset, packed, length, checksum] = [4, 8, 12, 16].map((field) => woff.readUInt32BE(at + field));
    return {
      tag: woff.subarray(at, at + 4),
      offset: offset ?? 0,
      packed: packed ?? 0,
      length: length ?? 0,
      checksum: checksum ?? 0,
    };
  });
  let at = 12 + 16 * count;
  const font = Buffer.alloc(tables.reduce((size, { length }) => size + aligned(length), at));
  const power = Math.floor(Math.log2(count));
  font.writeUInt32BE(woff.readUInt32BE(4), 0);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(16 * 2 ** power, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE(16 * count - 16 * 2 ** power, 10);
  for (const [nth, { tag, offset, packed, length, checksum }] of tables.entries()) {
    const stored = woff.subarray(offset, offset + packed);
    const entry = 12 + 16 * nth;
    tag.copy(font, entry);
    font.writeUInt32BE(checksum, entry + 4);
    font.writeUInt32BE(at, entry + 8);
    font.writeUInt32BE(length, entry + 12);
    (packed < length ? inflateSync(stored) : stored).copy(font, at);
    at += aligned(length);
  }
  return font;
}
