import { expect, it } from 'vitest';
import { otherKindOf } from '#app/exchange/file-kind.ts';

const bytes = (...parts: Array<string | number[]>) =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

it.each([
	['an Excel workbook', bytes('PK\x03\x04', [20, 0], '[Content_Types].xml', [0, 1, 2], 'xl/workbook.xml'), 'file_is_workbook'],
	['an OpenDocument spreadsheet', bytes('PK\x03\x04', [20, 0], 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'file_is_workbook'],
	['an old Excel workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'file_is_workbook'],
	['Excel as XML', bytes('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'), 'file_is_workbook'],
	['a zip of something else', bytes('PK\x03\x04', [20, 0], 'virksomheder.csv'), 'file_is_archive'],
	['a PDF', bytes('%PDF-1.7\n'), 'file_is_pdf'],
	['a web page', bytes('\r\n<!DOCTYPE html><html><table>'), 'file_is_web_page'],
	['a table of a web page', bytes('<table border="1"><tr><th>Navn</th></tr></table>'), 'file_is_web_page'],
	['XML', bytes('\xef\xbb\xbf<?xml version="1.0"?><virksomheder/>'), 'file_is_xml'],
	['a picture', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13, 1, 2, 3, 4, 5, 6, 7, 8]), 'file_is_binary'],
	['a table', bytes('Navn;CVR\r\nPr\xf8ve A/S;99000015\r\n'), null],
	['a table whose first heading is in angles', bytes('<Navn>;CVR\r\n'), null],
	['a table in UTF-16', Buffer.from('\ufeffNavn;CVR\r\n', 'utf16le'), null],
	['a table that ends as DOS ended files', bytes('Navn;CVR\r\nA;1\r\n\x1a'), null],
])('%s is told by its bytes', (_, file, kind) => {
	expect(otherKindOf(file)).toBe(kind);
});
