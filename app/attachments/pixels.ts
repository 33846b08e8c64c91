/** The largest camera of a telephone makes 200 million; what claims more is made to fill the memory of whoever opens it. */
const MOST_PIXELS = 250_000_000;

/** Whether a picture says of itself that it is larger than any camera makes one. */
export function isTooManyPixels(contentType: string, bytes: Uint8Array): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const pixels = READERS[contentType]?.(view) ?? 0;
	return pixels > MOST_PIXELS;
}

const ofPng = (view: DataView) => (view.byteLength < 24 ? 0 : view.getUint32(16) * view.getUint32(20));

function ofWebp(view: DataView): number {
	if (view.byteLength < 30) return 0;
	const threeBytes = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000 + 1;
	const kind = view.getUint8(15);
	// "VP8X", "VP8L" and "VP8 " by their last letter.
	if (kind === 0x58) return threeBytes(24) * threeBytes(27);
	const size = view.getUint32(21, true);
	if (kind === 0x4c) return ((size & 0x3fff) + 1) * (((size >>> 14) & 0x3fff) + 1);
	return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
}

/** The frame's head names height and width: SOF0 to SOF15 without the tables between them. */
function ofJpeg(view: DataView): number {
	for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; ) {
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) at += 1;
		else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7);
		else at += 2 + view.getUint16(at + 2);
	}
	return 0;
}

const READERS: Readonly<Record<string, (view: DataView) => number>> = { 'image/png': ofPng, 'image/webp': ofWebp, 'image/jpeg': ofJpeg };
