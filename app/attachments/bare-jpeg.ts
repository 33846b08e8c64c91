// A JPEG without what the camera wrote beside the picture (ITU T.81 annex B; Exif 2.32 section 4.5).

const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
/** What a decoder needs besides tables: the size of dots, the colour profile, how Adobe turned the colours. Exif, XMP, IPTC and makers' own are not among it. */
const KEPT_APPS = new Map([
	[0xe0, 'JFIF\0'],
	[0xe2, 'ICC_PROFILE\0'],
	[0xee, 'Adobe'],
]);

/**
 * The same picture, byte for byte, without place, day, device, comments, thumbnails and whatever hangs behind it (a second
 * picture, a film). Which way up it was taken stays, in an Exif part of 36 bytes: without it phones' photos lie on their
 * side. A file cut off within the picture is kept as far as it goes; null for one that ends or errs before there is one.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
	const bare = new Uint8Array(bytes.length + 40);
	let size = 0;
	const keep = (piece: ArrayLike<number>) => {
		bare.set(piece, size);
		size += piece.length;
	};
	let hasPicture = false;
	let hasTurn = false;
	keep(bytes.subarray(0, 2));
	for (let at = 2; bytes[at] === 0xff; ) {
		const marker = bytes[at + 1];
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (marker === EOI) {
			keep(bytes.subarray(at, at + 2));
			break;
		}
		const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
		if (marker === undefined || end < at + 4 || end > bytes.length) break;
		const next = marker === SOS ? endOfScan(bytes, end) : end;
		const part = bytes.subarray(at, next);
		if (marker === APP1 && !hasTurn && says(part, 'Exif\0\0')) {
			const turn = orientationOf(part.subarray(10));
			hasTurn = turn > 1 && turn <= 8;
			if (hasTurn) keep(exifOf(turn));
		} else if (isOfPicture(marker) || says(part, KEPT_APPS.get(marker))) keep(part);
		hasPicture ||= marker === SOS;
		at = next;
	}
	return hasPicture ? bare.slice(0, size) : null;
}

/** Frames, tables, intervals and scans. Comments and reserved parts are not. */
const isOfPicture = (marker: number): boolean => (marker >= 0xc0 && marker <= 0xcf) || (marker >= SOS && marker <= 0xdf);

const says = (part: Uint8Array, name: string | undefined): boolean =>
	name !== undefined && [...name].every((letter, at) => part[4 + at] === letter.charCodeAt(0));

/** Where the coded picture ends: at the first marker that is neither a coded 0xFF nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
	for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
		const next = bytes[at + 1] ?? 0;
		if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
	}
	return bytes.length;
}

const ORIENTATION = 0x0112;

/** 1 to 8 out of an Exif part's TIFF; 1, upright, where it does not say. */
function orientationOf(tiff: Uint8Array): number {
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	const isLittle = tiff[0] === 0x49;
	const directory = tiff.length >= 8 ? view.getUint32(4, isLittle) : tiff.length;
	const entries = directory + 2 <= tiff.length ? view.getUint16(directory, isLittle) : 0;
	for (let entry = directory + 2; entry < directory + 2 + entries * 12 && entry + 12 <= tiff.length; entry += 12)
		if (view.getUint16(entry, isLittle) === ORIENTATION) return view.getUint16(entry + 8, isLittle);
	return 1;
}

/** An Exif part with one entry: tag, type SHORT, one of it. */
const exifOf = (orientation: number): number[] => [
	...[0xff, APP1, 0, 34, ...[...'Exif\0\0MM\0*'].map((letter) => letter.charCodeAt(0)), 0, 0, 0, 8],
	...[0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
];
