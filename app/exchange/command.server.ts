import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { SYSTEM } from '#app/activity/record.server.ts';
import { inLanguage } from '#app/i18n/locale.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { csvText } from '#app/lists/csv.server.ts';
import { type Wish, wishFrom } from './arguments.ts';
import { importCompanies, previewImport } from './import.server.ts';
import { faultWords } from './labels.ts';
import { noteLines, noteTable } from './notes.ts';
import { bytesOf } from './read.server.ts';
import { ExchangeError } from './record.ts';
import { importReport, undoReport } from './report.ts';
import { undoImport } from './undo.server.ts';

export interface Answer {
	/** 0 = done, 1 = the file or the batch will not do, 2 = the words were not understood, 3 = done, and rows failed. */
	exitCode: number;
	out?: string;
	complaint?: string;
}

/** `npm run import -- …`: what to print and how to leave. */
export async function answerTo(words: readonly string[]): Promise<Answer> {
	const at = words.indexOf('--language');
	const language = at >= 0 && words[at + 1] === 'en' ? 'en' : 'da';
	return inLanguage(language, async () => {
		try {
			const wish = wishFrom(words);
			return wish.undo === undefined ? await take(wish, wish.file ?? '') : { exitCode: 0, out: await takeBack(wish, wish.undo) };
		} catch (error) {
			if (error instanceof ExchangeError) return { exitCode: error.code === 'usage' ? 2 : 1, complaint: faultWords(error) };
			return { exitCode: 1, complaint: m.exchange_fault_stopped({ detail: error instanceof Error ? error.message : String(error) }) };
		}
	});
}

async function take(wish: Wish, path: string): Promise<Answer> {
	if (wish.notesFile !== undefined) await beginNotes(wish.notesFile, path);
	const file = {
		fileName: basename(path),
		bytes: await bytesOf(path),
		wishes: wish.columns,
		headerRow: wish.headerRow,
		createDistricts: wish.createDistricts,
	};
	const result = wish.isPreview ? await previewImport(file) : await importCompanies(SYSTEM, file);
	const { batch, counts } = result;
	const { rows, created, updated, unchanged, skipped, failed, records } = counts;
	const report = [importReport(file.fileName, result)];
	if (wish.isListing) report.push('', ...noteLines(result.rows));
	if (wish.notesFile !== undefined) {
		await writeFile(wish.notesFile, csvText(noteTable(result.rows)));
		report.push('', m.exchange_notes_written({ file: wish.notesFile }));
	}
	const out = answered(wish, report.join('\n'), { batch, rows, created, updated, unchanged, skipped, failed, records });
	return { exitCode: failed > 0 ? 3 : 0, out };
}

/** Asked before anything is taken in: a folder that is not there is no reason to have imported. */
async function beginNotes(notes: string, source: string) {
	if (resolve(notes) === resolve(source)) throw new ExchangeError('notes_unwritable', notes);
	await writeFile(notes, '').catch(() => {
		throw new ExchangeError('notes_unwritable', notes);
	});
}

async function takeBack(wish: Wish, batch: string): Promise<string> {
	const { undone, kept } = await undoImport(SYSTEM, batch);
	return answered(wish, undoReport(batch, undone, kept), { batch, undone, kept });
}

/** For scripts the last line is one object; what people read stands above it. */
const answered = (wish: Wish, report: string, summary: object) => (wish.isJson ? `${report}\n${JSON.stringify(summary)}` : report);
