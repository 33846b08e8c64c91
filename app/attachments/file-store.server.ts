import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '#app/env.server.ts';
import { isId } from '#db/new-id.ts';

// The bytes of files, beside the database, each under its own id: nothing of what a sender wrote becomes a path.

const folder = () => join(env().dataFolder, 'files');

function pathOf(id: string): string {
	if (!isId(id)) throw new Error('A file is named by its id');
	return join(folder(), id);
}

const HALF = '.part';

/** Writes the bytes whole or not at all. */
export async function putBytes(id: string, bytes: Uint8Array): Promise<void> {
	await mkdir(folder(), { recursive: true, mode: 0o700 });
	const half = `${pathOf(id)}${HALF}`;
	try {
		await writeFile(half, bytes, { mode: 0o600 });
		await rename(half, pathOf(id));
	} catch (error) {
		// On a full disk the half of it would keep the disk full.
		await rm(half, { force: true });
		throw error;
	}
}

/** Throws away what a process that died left half written; at the start, when nobody writes. Answers how many. */
export async function dropHalves(): Promise<number> {
	const halves = (await readdir(folder()).catch(() => [])).filter((name) => name.endsWith(HALF));
	for (const name of halves) await rm(join(folder(), name), { force: true });
	return halves.length;
}

/** The bytes, or null when they are gone. */
export const bytesOf = (id: string): Promise<Uint8Array<ArrayBuffer> | null> =>
	readFile(pathOf(id)).then(
		(bytes) => new Uint8Array(bytes),
		(error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return null;
			throw error;
		},
	);

export const dropBytes = (id: string): Promise<void> => rm(pathOf(id), { force: true });

/** Ids of files older than this moment, finished or not. */
export async function storedBefore(moment: Date): Promise<string[]> {
	const names = await readdir(folder()).catch(() => []);
	const old = await Promise.all(names.map(async (name) => ((await stat(join(folder(), name))).mtime < moment ? name.replace(HALF, '') : null)));
	return [...new Set(old.flatMap((name) => (isId(name) ? [name] : [])))];
}
