import { bareJpeg } from './bare-jpeg.ts';

// Pictures without what was written beside them: a photo taken in a car park carries the place, the minute and the device
// (docs/decisions/0013). Of PNG and WebP the orientation goes too: cameras make JPEG, and what turns a picture into
// these turns it upright.

/**
 * A file of one of our kinds without its metadata, the picture unchanged byte for byte; other kinds as they are. One cut
 * off within the picture is kept as far as it goes. Null for a picture that ends or errs before there is one to see.
 */
export function withoutMetadata(contentType: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
	if (contentType === 'image/jpeg') return bareJpeg(bytes);
	if (contentType === 'image/png') return barePng(bytes);
	if (contentType === 'image/webp') return bareWebp(bytes);
	return bytes;
}

interface Chunk {
	name: string;
	/** Head, content and what follows it; cut off where the file is. */
	bytes: Uint8Array;
	isWhole: boolean;
}

const PNG_HEAD = 8;
/** PNG third edition, chapters 11.2 and 11.3, without text, time, Exif and what is private. */
const PNG_KEPT = 'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' ');

function barePng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
	// Length, name, content, checksum.
	const chunkAt = (at: number) => ({ name: nameAt(bytes, at + 4), size: 12 + numberAt(bytes, at, false) });
	return joined(bytes, PNG_HEAD, bytes.length, chunkAt, ({ name, bytes: chunk, isWhole }) => {
		const isPicture = name === 'IDAT';
		return { kept: PNG_KEPT.includes(name) && (isWhole || isPicture) ? chunk : null, isPicture, isLast: name === 'IEND' };
	});
}

const WEBP_HEAD = 12;
/** The WebP container specification, without EXIF, XMP and what is unknown. */
const WEBP_PICTURE = ['VP8 ', 'VP8L', 'ANMF'];
const WEBP_KEPT = [...WEBP_PICTURE, 'VP8X', 'ICCP', 'ANIM', 'ALPH'];
/** Bits of VP8X that promise Exif and XMP. */
const PROMISES = 0x08 | 0x04;

function bareWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
	// Name, length, content, filled up to an even number.
	const chunkAt = (at: number) => {
		const length = numberAt(bytes, at + 4, true);
		return { name: nameAt(bytes, at), size: 8 + length + (length % 2) };
	};
	const end = Math.min(bytes.length, 8 + numberAt(bytes, 4, true));
	const bare = joined(bytes, WEBP_HEAD, end, chunkAt, ({ name, bytes: chunk, isWhole }) => {
		const isPicture = WEBP_PICTURE.includes(name);
		const isKept = WEBP_KEPT.includes(name) && (isWhole || isPicture);
		return { kept: isKept ? (name === 'VP8X' ? promisingNothing(chunk) : chunk) : null, isPicture, isLast: false };
	});
	if (bare) new DataView(bare.buffer).setUint32(4, bare.length - 8, true);
	return bare;
}

function promisingNothing(chunk: Uint8Array): Uint8Array {
	const quiet = chunk.slice();
	quiet[8] = (quiet[8] ?? 0) & ~PROMISES;
	return quiet;
}

/** Head and kept chunks, one after the other; null when there was no picture among them. */
function joined(
	bytes: Uint8Array,
	head: number,
	end: number,
	chunkAt: (at: number) => { name: string; size: number },
	judge: (chunk: Chunk) => { kept: Uint8Array | null; isPicture: boolean; isLast: boolean },
): Uint8Array<ArrayBuffer> | null {
	const bare = new Uint8Array(bytes.length);
	bare.set(bytes.subarray(0, head));
	let size = head;
	let hasPicture = false;
	for (let at = head; at + 8 <= end; ) {
		const chunk = chunkAt(at);
		const isWhole = at + chunk.size <= end;
		const { kept, isPicture, isLast } = judge({ name: chunk.name, bytes: bytes.subarray(at, Math.min(at + chunk.size, end)), isWhole });
		if (kept) bare.set(kept, size);
		size += kept?.length ?? 0;
		hasPicture ||= isPicture;
		if (isLast || !isWhole) break;
		at += chunk.size;
	}
	return hasPicture ? bare.slice(0, size) : null;
}

const nameAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Four bytes; 0 where the file ends before. */
function numberAt(bytes: Uint8Array, at: number, isLittle: boolean): number {
	return at + 4 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, isLittle) : 0;
}
