// Which files a talk takes, told by their first bytes: what the sender calls a file counts for nothing. Browser-safe.

/** Largest file taken, in bytes: a photo of a present-day phone, a local plan as PDF. */
export const FILE_MAX_BYTES = 10_000_000;
/** Files one talk may carry. */
export const FILES_PER_TALK = 20;
/** Bytes one person may send in thirty days, what they took off again included. */
export const FILES_BYTES_PER_PERSON = 2_000_000_000;
export const FILE_NAME_MAX = 120;
/** What the file picker offers; iPhones turn HEIC into JPEG where it is not named here. */
export const FILE_ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf';

interface FileKind {
	contentType: string;
	/** Endings a file of this kind may keep; the first is given to one that claims to be something else. */
	endings: readonly string[];
	begins: (bytes: Uint8Array) => boolean;
}

const isAt = (bytes: Uint8Array, at: number, text: string) => [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** No SVG (it carries scripts), no HTML, no office files (they carry macros). */
const KINDS: readonly FileKind[] = [
	{ contentType: 'image/jpeg', endings: ['jpg', 'jpeg'], begins: (bytes) => isAt(bytes, 0, '\xff\xd8\xff') },
	{ contentType: 'image/png', endings: ['png'], begins: (bytes) => isAt(bytes, 0, '\x89PNG\r\n\x1a\n') },
	{ contentType: 'image/webp', endings: ['webp'], begins: (bytes) => isAt(bytes, 0, 'RIFF') && isAt(bytes, 8, 'WEBP') },
	{ contentType: 'application/pdf', endings: ['pdf'], begins: (bytes) => isAt(bytes, 0, '%PDF-') },
];

/** The kind of a file by its bytes; null for one we do not take. */
export const fileKindOf = (bytes: Uint8Array): FileKind | null => KINDS.find(({ begins }) => begins(bytes)) ?? null;

/** A photo as iPhones keep it for themselves. */
export const isHeic = (bytes: Uint8Array): boolean =>
	isAt(bytes, 4, 'ftyp') && ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'].some((brand) => isAt(bytes, 8, brand));

/** Blank lines and heads of letters stand before a PDF that went through scanners and mail programs, never a page of a browser. */
const LONGEST_HEAD = 1_024;

/** The file from where it begins: a PDF without what was put before it. */
export function fromItsBeginning(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	if (fileKindOf(bytes)) return bytes;
	const head = String.fromCharCode(...bytes.subarray(0, LONGEST_HEAD));
	const at = head.indexOf('%PDF-');
	return at > 0 && !head.slice(0, at).includes('<') ? bytes.slice(at) : bytes;
}

/**
 * A sender's file name as it is kept and shown: the last part of a path, without control or direction marks, with an
 * ending that fits the bytes. "../../C:\plan\nr.PDF.html" of a PDF → "plannr.PDF.pdf".
 */
export function cleanFileName(claimed: string, { endings }: Pick<FileKind, 'endings'>): string {
	const last = claimed.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	const plain = last.replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '').trim();
	const dot = plain.lastIndexOf('.');
	const ending = plain.slice(dot + 1).toLowerCase();
	const fits = dot > 0 && endings.includes(ending);
	const stem = (dot > 0 ? plain.slice(0, dot) : plain).replace(/^\.+/, '').slice(0, FILE_NAME_MAX - 10) || 'fil';
	return `${stem}.${fits ? ending : endings[0]}`;
}

export const isImage = ({ contentType }: { contentType: string }): boolean => contentType.startsWith('image/');
