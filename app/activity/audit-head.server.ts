import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { besideDatabase } from '#app/env.server.ts';

// A chain cannot show that its end was cut off. So its last line is written down beside the database, and in the log.

/** The last line of the audit chain at some moment. */
export interface AuditHead {
	seq: number;
	hash: string;
}

const file = () => besideDatabase('audit-head');

/** The head that was written down last; null before the first time. Throws when the file is no longer what we wrote. */
export function writtenHead(): AuditHead | null {
	if (!existsSync(file())) return null;
	const head = headNamed(readFileSync(file(), 'utf8').trim());
	if (!head) throw new Error(`${file()} does not name a line of the audit chain: it was changed`);
	return head;
}

/** A head as people note it: `120:3f…`. */
export const inWords = ({ seq, hash }: AuditHead): string => `${seq}:${hash}`;

export function headNamed(words: string): AuditHead | null {
	const [, seq = '', hash = ''] = words.match(/^(\d{1,15}):([0-9a-f]{64})$/) ?? [];
	return seq ? { seq: Number(seq), hash } : null;
}

export function writeHead(head: AuditHead) {
	writeFileSync(`${file()}.new`, `${inWords(head)}\n`, { mode: 0o600 });
	renameSync(`${file()}.new`, file());
}
