import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMetadata } from '#app/attachments/bare-picture.ts';

// Pictures put together from parts, each kept or not by the rules of its format; what is to go carries a secret.

const SECRET = 'GPS 55.6761 N';
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const text = (content: Uint8Array | null) => (content ? String.fromCharCode(...content) : 'refused');
const number = (value: number, length: number, isLittle = false) => {
	const digits = Array.from({ length }, (_, at) => String.fromCharCode((value >>> (8 * (length - 1 - at))) & 0xff));
	return (isLittle ? digits.reverse() : digits).join('');
};
const letters = fc.uint8Array({ maxLength: 30 }).map((content) => String.fromCharCode(...content));

interface Part {
	given: string;
	kept: string;
}
const kept = (part: string): Part => ({ given: part, kept: part });
const gone = (part: string): Part => ({ given: part, kept: '' });
const given = (parts: readonly Part[]) => parts.map((part) => part.given).join('');
const left = (parts: readonly Part[]) => parts.map((part) => part.kept).join('');

const segment = (marker: number, content: string) => `\xff${String.fromCharCode(marker)}${number(content.length + 2, 2)}${content}`;
/** An Exif part with a place, an orientation and a small picture. */
const exif = (orientation: number, isLittle = false) => {
	const n = (value: number, length: number) => number(value, length, isLittle);
	const entry = (tag: number, value: number) => n(tag, 2) + n(3, 2) + n(1, 4) + n(value, 2) + n(0, 2);
	const entries = entry(0x010f, 7) + entry(0x0112, orientation) + entry(0x8825, 1);
	return segment(0xe1, `Exif\0\0${isLittle ? 'II' : 'MM'}${n(42, 2)}${n(8, 4)}${n(3, 2)}${entries}${n(0, 4)}${SECRET}`);
};
const JPEG = {
	kept: [0xdb, 0xc0, 0xc2, 0xc4, 0xdd],
	// Makers' own parts, IPTC, comments and the reserved ones.
	gone: [0xe1, 0xe3, 0xe5, 0xed, 0xef, 0xfe, 0xf0],
};
const jpegPart = fc.oneof(
	fc.tuple(fc.constantFrom(...JPEG.kept), letters).map(([marker, content]) => kept(segment(marker, content))),
	fc.tuple(fc.constantFrom(...JPEG.gone), letters).map(([marker, content]) => gone(segment(marker, `${content}${SECRET}`))),
	fc.constantFrom(kept(segment(0xe0, 'JFIF\0\x01\x02')), kept(segment(0xe2, 'ICC_PROFILE\0\x01\x01colours')), kept(segment(0xee, 'Adobe\0d'))),
	fc.constantFrom(gone(segment(0xe2, `MPF\0${SECRET}`)), gone(exif(1)), gone(segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET}`))),
);
const scan = letters.map((content) => kept(`${segment(0xda, 'head')}${content.replaceAll('\xff', '\xff\0')}\xff\xd3rest`));
const jpeg = fc
	.tuple(fc.array(fc.oneof(jpegPart, fc.constant(gone('\xff')))), scan, fc.array(fc.oneof(jpegPart, scan), { maxLength: 4 }), letters)
	.map(([before, first, more, behind]) => [kept('\xff\xd8'), ...before, first, ...more, kept('\xff\xd9'), gone(behind + SECRET)]);

const pngChunk = (name: string, content: string) => `${number(content.length, 4)}${name}${content}sum!`;
const pngPart = fc.oneof(
	fc.tuple(fc.constantFrom('IHDR', 'PLTE', 'IDAT', 'tRNS', 'iCCP', 'pHYs'), letters).map(([name, content]) => kept(pngChunk(name, content))),
	fc.tuple(fc.constantFrom('eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'), letters).map(([name, content]) => gone(pngChunk(name, content + SECRET))),
);
const png = fc
	.tuple(fc.array(pngPart), letters, fc.array(pngPart), letters)
	.map(([before, dots, after, behind]) => [
		...[kept('\x89PNG\r\n\x1a\n'), ...before, kept(pngChunk('IDAT', dots)), ...after],
		...[kept(pngChunk('IEND', '')), gone(behind + SECRET)],
	]);

const webpChunk = (name: string, content: string) => name + number(content.length, 4, true) + content + (content.length % 2 ? '\0' : '');
const webpPart = fc.oneof(
	fc.tuple(fc.constantFrom('VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF'), letters).map(([name, content]) => kept(webpChunk(name, content))),
	fc.tuple(fc.constantFrom('EXIF', 'XMP ', 'abcd'), letters).map(([name, content]) => gone(webpChunk(name, content + SECRET))),
	fc.constant({ given: webpChunk('VP8X', '\x3c\0\0\0abcdef'), kept: webpChunk('VP8X', '\x30\0\0\0abcdef') }),
);
const riff = (chunks: string) => `RIFF${number(chunks.length + 4, 4, true)}WEBP${chunks}`;
const webp = fc
	.tuple(fc.array(webpPart), letters, fc.array(webpPart), letters)
	.map(([before, dots, after, behind]) => ({ parts: [...before, kept(webpChunk('VP8 ', dots)), ...after], behind: behind + SECRET }));

describe('a picture is kept without what the camera wrote beside it, the rest byte for byte', () => {
	it.each([
		['image/jpeg', jpeg.map((parts) => ({ file: given(parts), bare: left(parts) }))],
		['image/png', png.map((parts) => ({ file: given(parts), bare: left(parts) }))],
		['image/webp', webp.map(({ parts, behind }) => ({ file: riff(given(parts)) + behind, bare: riff(left(parts)) }))],
	])('%s', (kind, files) => {
		fc.assert(
			fc.property(files, ({ file, bare }) => {
				expect(text(withoutMetadata(kind, bytes(file)))).toBe(bare);
				expect(bare).not.toContain(SECRET);
				expect(text(withoutMetadata(kind, bytes(bare)))).toBe(bare);
			}),
		);
	});

	it.each([1, 2, 3, 4, 5, 6, 7, 8])('a photo taken with the telephone turned (%i) stays the right way up, and says nothing else', (orientation) => {
		for (const isLittle of [false, true]) {
			const photo = `\xff\xd8${exif(orientation, isLittle)}${segment(0xda, '')}dots\xff\xd9`;
			const bare = text(withoutMetadata('image/jpeg', bytes(photo)));
			const turned = segment(0xe1, `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}${'\0'.repeat(6)}`);
			expect(bare).toBe(`\xff\xd8${orientation === 1 ? '' : turned}${segment(0xda, '')}dots\xff\xd9`);
		}
	});
});

describe('a file cut off or changed on its way', () => {
	const whole = fc.oneof(
		jpeg.map((parts) => ({ kind: 'image/jpeg', file: given(parts) })),
		png.map((parts) => ({ kind: 'image/png', file: given(parts) })),
		webp.map(({ parts }) => ({ kind: 'image/webp', file: riff(given(parts)) })),
	);

	it('is kept as far as its picture goes, or refused, and never says where it was taken', () => {
		fc.assert(
			fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), ({ kind, file }, share) => {
				const bare = withoutMetadata(kind, bytes(file.slice(0, 12 + Math.floor((file.length - 12) * share))));
				expect(text(bare)).not.toContain(SECRET);
				expect(bare?.length ?? 0).toBeLessThanOrEqual(file.length);
			}),
			{ numRuns: 300 },
		);
	});

	it('is answered at once, whatever stands in it', () => {
		fc.assert(
			fc.property(whole, fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 20 }), ({ kind, file }, changes) => {
				const changed = bytes(file);
				for (const [at, value] of changes) if (at < changed.length) changed[at] = value;
				const bare = withoutMetadata(kind, changed);
				expect(bare === null || bare.length <= changed.length + 40).toBe(true);
			}),
			{ numRuns: 300 },
		);
	});

	it('of ten megabytes of the worst there is, too', () => {
		const began = performance.now();
		for (const filling of ['\xff', '\xff\0', '\xff\xd0', '\xff\xc4\0\x02']) {
			const flood = bytes(`\xff\xd8${segment(0xda, '')}${filling.repeat(10_000_000 / filling.length)}`);
			expect(withoutMetadata('image/jpeg', flood)?.length).toBe(flood.length);
		}
		expect(performance.now() - began).toBeLessThan(20_000);
	});
});
