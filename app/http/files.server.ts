import { parseFormData } from '@remix-run/form-data-parser';
import { badRequest, methodNotAllowed } from './errors.ts';

/** Largest body of a POST with files; the server's body cap asks the same. */
export const FILES_MAX_BYTES = 25_000_000;

/** A file as it arrived; `name` is the sender's claim. */
export interface SentFile {
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** The files of a multipart POST under `field`, in order; a picker left empty sends none. 400 for a broken body, 405 for another method. */
export async function filesOf(request: Request, field: string, maxFiles: number): Promise<SentFile[]> {
	if (request.method !== 'POST') throw methodNotAllowed();
	if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) throw badRequest();
	let form: FormData;
	try {
		form = await parseFormData(request, { maxParts: maxFiles + 5, maxFiles, maxFileSize: FILES_MAX_BYTES, maxTotalSize: FILES_MAX_BYTES });
	} catch {
		throw badRequest();
	}
	const sent = form.getAll(field).filter((value) => value instanceof File);
	const files = await Promise.all(sent.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
	return files.filter(({ name, bytes }) => name !== '' || bytes.length > 0);
}
