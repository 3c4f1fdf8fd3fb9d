// Makes pictures with sharp, one JSON request a line on standard input, one JSON answer a line on standard output.
//   { "id": 7, "source": "/x/a.jpg", "variants": [{ "to": "/c/t", "format": "webp", "width": 800, "height": 533, … }] }
//   { "id": 7 }                      every file was written
//   { "id": 7, "error": "…" }        the source cannot be read as a picture
//   { "id": 7, "failure": "…" }      the machine failed (disk full, no permission): not the picture's fault
// A request with "clean" in place of variants makes a picture that a stranger sent anew:
//   { "id": 8, "source": "/x/a", "clean": { "to": "/c/t", "format": null, "pixels": 1e8, "frames": 200, "edge": 6000 } }
//   { "id": 8, "format": "jpg", "width": 800, "height": 533 } or { "id": 8, "refused": "pixels" }
// The caller decides how many requests are in flight. The end of standard input ends the process.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const base = process.argv[2] ? pathToFileURL(process.argv[2] + '/').href : import.meta.url;
const sharp = load();
const requests = createInterface({ input: process.stdin, crlfDelay: Infinity });
requests.on('line', line => answer(JSON.parse(line)));
say({ ready: sharp.versions.sharp });

function load() {
  try {
    const loaded = createRequire(base)('sharp');
    loaded.cache(false);
    loaded.concurrency(1); // the caller has several requests in flight: one core each
    return loaded;
  } catch (error) {
    say({ missing: String(error.message).split('\n')[0] });
    process.exit(3);
  }
}

async function answer({ id, source, variants, clean }) {
  try {
    if (clean) {
      say({ id, ...await cleaned(source, clean) });
      return;
    }
    for (const variant of variants) await make(source, variant);
    say({ id });
  } catch (error) {
    const failed = /ENOSPC|EACCES|EROFS|EMFILE|No space|unable to open for write/i.test(error.message);
    say({ id, [failed ? 'failure' : 'error']: String(error.message).split('\n')[0] });
  }
}

async function make(source, v) {
  const drawing = v.vector === true;
  let image = sharp(source, { failOn: 'error', limitInputPixels: 200e6, density: drawing ? await density(source, v) : undefined });
  image = image.autoOrient();
  if (v.focus) image = await cut(image, source, v);
  else if (v.square) image = contain(image, v);
  else image = image.resize({ width: v.width, height: v.height, fit: 'fill' });
  if (v.background) image = image.flatten({ background: v.background });
  const made = encode(image.toColourspace('srgb'), v);
  if (v.format === 'ico') await writeFile(v.to, ico(await made.toBuffer(), v.width));
  else await made.toFile(v.to);
}

// Decoders of pictures only: no drawing, no document, nothing that fetches or runs.
const decoders = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif', heif: 'webp' };

async function cleaned(source, { to, format, pixels, frames, edge }) {
  const { format: own, compression, width, height, pageHeight, pages = 1 } = await sharp(source, { limitInputPixels: false }).metadata();
  if (!(own in decoders) || own === 'heif' && compression !== 'av1') return { refused: 'format' };
  if (pages > frames) return { refused: 'frames', width, height };
  if (width * (pageHeight ?? height) * pages > pixels) return { refused: 'pixels', width, height };
  const target = format ?? decoders[own];
  const animated = pages > 1 && (target === 'gif' || target === 'webp');
  let image = sharp(source, { failOn: 'error', limitInputPixels: pixels, animated }).autoOrient();
  image = image.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb');
  const info = await rewritten(image, target).toFile(to);
  return { format: target, width: info.width, height: info.pageHeight ?? info.height };
}

function rewritten(image, format) {
  switch (format) {
    case 'jpg': return image.flatten({ background: '#ffffff' }).jpeg({ quality: 90, mozjpeg: false });
    case 'png': return image.png({ compressionLevel: 9 });
    case 'webp': return image.webp({ quality: 90 });
    case 'gif': return image.gif();
    default: throw new Error('unknown format ' + format);
  }
}

// A drawing has no pixels of its own: it is drawn at the size that is asked for.
async function density(source, { width }) {
  const { width: own } = await sharp(source).metadata();
  return Math.min(2400, Math.max(72, Math.ceil(72 * width / Math.max(1, own))));
}

async function cut(image, source, v) {
  const { autoOrient: { width, height } } = await sharp(source).metadata();
  const scale = Math.max(v.width / width, v.height / height);
  const w = Math.max(v.width, Math.round(width * scale));
  const h = Math.max(v.height, Math.round(height * scale));
  return image.resize({ width: w, height: h, fit: 'fill' }).extract({
    left: start(v.focus[0] * w, v.width, w),
    top: start(v.focus[1] * h, v.height, h),
    width: v.width,
    height: v.height,
  });
}

const start = (centre, length, whole) => Math.round(Math.min(Math.max(0, centre - length / 2), whole - length));

function contain(image, v) {
  const inner = v.width - 2 * v.margin;
  const background = v.background ?? { r: 0, g: 0, b: 0, alpha: 0 };
  const edge = { top: v.margin, bottom: v.margin, left: v.margin, right: v.margin, background };
  return image.resize({ width: inner, height: inner, fit: 'contain', background }).extend(edge);
}

function encode(image, { format, quality, effort }) {
  switch (format) {
    case 'avif': return image.avif({ quality, effort });
    case 'webp': return image.webp({ quality, effort });
    case 'jpg': return image.flatten({ background: '#ffffff' }).jpeg({ quality, progressive: true });
    case 'ico':
    case 'png': return image.png({ compressionLevel: 9, adaptiveFiltering: true });
    default: throw new Error('unknown format ' + format);
  }
}

// An icon file of one PNG: a directory of one entry, then the picture.
function ico(png, size) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // one picture
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // planes
  head.writeUInt16LE(32, 12); // bits a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

function say(message) {
  process.stdout.write(JSON.stringify(message) + '\n');
}
