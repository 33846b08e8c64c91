import type { ExchangeError } from './record.ts';

type Fault = Extract<ExchangeError['code'], `file_is_${string}`>;

const begins = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

/** Enough to tell a table from what is none. */
const HEAD = 4_000;

/** What a file is that is no text table, whatever its name says; null = it may be one. "PK…xl/" → file_is_workbook. */
export function otherKindOf(bytes: Uint8Array): Fault | null {
	const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
	if (begins(bytes, 0x50, 0x4b, 3, 4)) return isOffice(bytes, head) ? 'file_is_workbook' : 'file_is_archive';
	if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'file_is_workbook';
	if (head.startsWith('%PDF')) return 'file_is_pdf';
	if (begins(bytes, 0x1f, 0x8b) || /^(?:Rar!|7z\xbc\xaf|BZh)/.test(head)) return 'file_is_archive';
	const text = head
		.replaceAll('\0', '')
		.replace(/^[\xef\xbb\xbf\xff\xfe]+/, '')
		.trimStart()
		.toLowerCase();
	if (/^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|table|meta|div|style)\b/.test(text)) return 'file_is_web_page';
	if (/^<(?:\?xml\b|!doctype\b|[a-z][\w:.-]*(?:\s[^<>]*)?>\s*<)/.test(text))
		return text.includes('urn:schemas-microsoft-com:office:spreadsheet') ? 'file_is_workbook' : 'file_is_xml';
	return isBinary(bytes) ? 'file_is_binary' : null;
}

const isOffice = (bytes: Uint8Array, head: string) =>
	/\[Content_Types\]\.xml|xl\/|opendocument\.spreadsheet/.test(head) || Buffer.from(bytes).includes('xl/workbook');

/** Signs no text has, beside tab, line ends and NUL (UTF-16 is full of those). */
function isBinary(bytes: Uint8Array): boolean {
	const head = bytes.subarray(0, HEAD);
	if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) return false;
	const odd = head.filter((byte) => (byte > 0 && byte < 9) || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)).length;
	return odd > head.length / 50;
}
