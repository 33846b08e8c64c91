import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { FileRefusal } from './commands.server.ts';
import { FILE_MAX_BYTES, FILES_BYTES_PER_PERSON, FILES_PER_TALK } from './file-kinds.ts';

/** Why a file was not taken. */
export function fileRefusalText(reason: FileRefusal, name: string): string {
	switch (reason) {
		case 'empty':
			return m.dialogues_file_empty({ name });
		case 'too_large':
			return m.dialogues_file_too_large({ name, max: fileSize(FILE_MAX_BYTES) });
		case 'heic':
			return m.dialogues_file_heic({ name });
		case 'too_many_pixels':
			return m.dialogues_file_too_many_pixels({ name });
		case 'unknown_kind':
			return m.dialogues_file_unknown_kind({ name });
		case 'broken':
			return m.dialogues_file_broken({ name });
		case 'too_many':
			return m.dialogues_file_too_many({ name, max: FILES_PER_TALK });
		case 'too_much':
			return m.dialogues_file_too_much({ name, max: fileSize(FILES_BYTES_PER_PERSON) });
	}
}

/** "840 kB", "2,4 MB", "2 GB". */
export function fileSize(bytes: number): string {
	if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`;
	const inMega = bytes / 1_000_000;
	return inMega < 1_000 ? `${formatNumber(Math.round(inMega * 10) / 10)} MB` : `${formatNumber(Math.round(inMega / 100) / 10)} GB`;
}
