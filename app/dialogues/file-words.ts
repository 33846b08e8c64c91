import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { FileRefusal } from './attachments.server.ts';
import { FILE_MAX_BYTES, FILES_PER_TALK } from './file-kinds.ts';

/** Why a file was not taken. */
export function fileRefusalText(reason: FileRefusal, name: string): string {
	switch (reason) {
		case 'empty':
			return m.dialogues_file_empty({ name });
		case 'too_large':
			return m.dialogues_file_too_large({ name, max: fileSize(FILE_MAX_BYTES) });
		case 'unknown_kind':
			return m.dialogues_file_unknown_kind({ name });
		case 'too_many':
			return m.dialogues_file_too_many({ name, max: FILES_PER_TALK });
	}
}

/** "840 kB", "2,4 MB". */
export const fileSize = (bytes: number): string =>
	bytes < 1_000_000 ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB` : `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`;
