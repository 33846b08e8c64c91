import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { AttachmentLine } from '../commands.server.ts';
import { FILE_MAX_BYTES } from '../file-kinds.ts';
import { fileRefusalText } from '../labels.ts';

interface Sent {
	kept: AttachmentLine[];
	/** A sentence for each file not kept. */
	refused: string[];
}

/** Sends files to a talk, each by itself: several photos together are larger than the server takes at once. */
export async function sendFiles(dialogueId: string, files: Iterable<File>): Promise<Sent> {
	const sent: Sent = { kept: [], refused: [] };
	const unsent: string[] = [];
	for (const file of files) {
		if (file.size > FILE_MAX_BYTES) {
			sent.refused.push(fileRefusalText('too_large', file.name));
			continue;
		}
		const body = new FormData();
		body.append('files', file);
		const answer = await asked(paths.dialogueAttachments(dialogueId), body);
		if (!answer) unsent.push(file.name);
		sent.kept.push(...(answer?.kept ?? []));
		sent.refused.push(...(answer?.refused ?? []));
	}
	if (unsent.length > 0) sent.refused.push(m.dialogues_files_not_sent({ names: unsent.join(', ') }));
	return sent;
}

/** What the server said to a post about files, or null when it could not be asked or refused altogether. */
export async function asked(url: string, body: FormData): Promise<Partial<Sent> | null> {
	try {
		const response = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' } });
		return response.ok || response.status === 422 ? await response.json() : null;
	} catch {
		return null;
	}
}
