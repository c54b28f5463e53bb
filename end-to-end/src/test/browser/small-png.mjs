// Makes a screenshot small: the 256 colours that matter, in a PNG with a palette.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Returns the chunks of a PNG, those of one type joined. */
function chunks(png) {
  const found = new Map();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    found.set(type, Buffer.concat([found.get(type) ?? Buffer.alloc(0), png.subarray(at + 8, at + 8 + length)]));
    at += length + 12;
  }
  return found;
}

/** Returns the pixels of an 8-bit RGB or RGBA picture, its filters undone (w3.org/TR/png/#9Filters). */
function pixels(png) {
  const all = chunks(png);
  const head = all.get('IHDR');
  const [width, height, bytes] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const raw = inflateSync(all.get('IDAT'));
  const out = Buffer.alloc(width * height * bytes);
  const stride = width * bytes;
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x >= bytes ? out[y * stride + x - bytes] : 0;
      const up = y ? out[(y - 1) * stride + x] : 0;
      const corner = y && x >= bytes ? out[(y - 1) * stride + x - bytes] : 0;
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + predicted(filter, left, up, corner);
    }
  }
  return { width, height, bytes, out };
}

function predicted(filter, left, up, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [a, b, c] = [left, up, corner].map(value => Math.abs(left + up - corner - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** Returns the picture with at most 256 colours: the most frequent ones, the others drawn in the nearest of them. */
export function small(png) {
  const { width, height, bytes, out } = pixels(png);
  const coarse = at => (out[at] & 0xf8) << 16 | (out[at + 1] & 0xf8) << 8 | (out[at + 2] & 0xf8);
  const counts = new Map();
  for (let at = 0; at < out.length; at += bytes) {
    const key = coarse(at);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { count: 1, color: [out[at], out[at + 1], out[at + 2]] });
  }
  const palette = [...counts.values()].sort((a, b) => b.count - a.count).slice(0, 256).map(entry => entry.color);
  const nearest = new Map();
  const index = key => {
    if (!nearest.has(key)) {
      const { color } = counts.get(key);
      const far = palette.map(other => other.reduce((sum, value, i) => sum + (value - color[i]) ** 2, 0));
      nearest.set(key, far.indexOf(Math.min(...far)));
    }
    return nearest.get(key);
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = index(coarse((y * width + x) * bytes));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature, chunk('IHDR', head), chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}
