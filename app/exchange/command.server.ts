import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { SYSTEM } from '#app/activity/record.server.ts';
import { inLanguage } from '#app/i18n/locale.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { csvText } from '#app/lists/csv.server.ts';
import { type Wish, wishFrom } from './arguments.ts';
import { latestImports } from './batches.server.ts';
import { importCompanies, previewImport } from './import.server.ts';
import { faultWords } from './labels.ts';
import { noteLines, noteTable } from './notes.ts';
import { bytesOf } from './read.server.ts';
import { ExchangeError } from './record.ts';
import { importList, importReport, undoReport } from './report.ts';
import { rowLines, rowTable } from './row-lines.server.ts';
import { undoImport } from './undo.server.ts';

export interface Answer {
	/** 0 = done, 1 = the file or the batch will not do, 2 = the words were not understood, 3 = done, and rows failed or records were left, 130 = stopped half-way. */
	exitCode: number;
	out?: string;
	complaint?: string;
}

/** What the command line tells while an import runs, and how it says stop. */
export interface Line {
	say?: (line: string) => void;
	/** Listens for a stop from now on; asked once there is something to stop. */
	stop?: () => AbortSignal;
}

/** `npm run import -- …`: what to print and how to leave. */
export async function answerTo(words: readonly string[], line: Line = {}): Promise<Answer> {
	const at = words.indexOf('--language');
	const language = at >= 0 && words[at + 1] === 'en' ? 'en' : 'da';
	return inLanguage(language, async () => {
		try {
			const wish = wishFrom(words);
			if (wish.isOverview) return { exitCode: 0, out: await overview(wish) };
			return wish.undo === undefined ? await take(wish, wish.file ?? '', line) : await takeBack(wish, wish.undo);
		} catch (error) {
			if (error instanceof ExchangeError) return { exitCode: error.code === 'usage' ? 2 : 1, complaint: faultWords(error) };
			return { exitCode: 1, complaint: m.exchange_fault_stopped({ detail: error instanceof Error ? error.message : String(error) }) };
		}
	});
}

async function take(wish: Wish, path: string, { say, stop }: Line): Promise<Answer> {
	for (const into of [wish.notesFile, wish.rowsFile]) if (into !== undefined) await beginFile(into, path);
	const file = {
		fileName: basename(path),
		bytes: await bytesOf(path),
		wishes: wish.columns,
		headerRow: wish.headerRow,
		createDistricts: wish.createDistricts,
	};
	const onBegin = (batch: string) => say?.(m.exchange_begun({ batch }));
	const result = wish.isPreview ? await previewImport(file) : await importCompanies(SYSTEM, file, { onBegin, ...(stop && { stop: stop() }) });
	const { batch, counts, stoppedAfter } = result;
	const { rows, created, updated, unchanged, skipped, failed, records } = counts;
	const report = [importReport(file.fileName, result)];
	// Who asks for the notes alone gets them alone.
	if ((wish.isPreview && !wish.isListing) || wish.isByRow) report.push('', ...rowLines(result.rows));
	if (wish.rowsFile !== undefined) {
		await writeFile(wish.rowsFile, wish.rowsFile.endsWith('.json') ? `${JSON.stringify(result.rows, null, '\t')}\n` : csvText(rowTable(result.rows)));
		report.push('', m.exchange_rows_written({ file: wish.rowsFile }));
	}
	if (wish.isListing) report.push('', ...noteLines(result.rows));
	if (wish.notesFile !== undefined) {
		await writeFile(wish.notesFile, csvText(noteTable(result.rows)));
		report.push('', m.exchange_notes_written({ file: wish.notesFile }));
	}
	const out = answered(wish, report.join('\n'), { batch, rows, created, updated, unchanged, skipped, failed, records });
	return { exitCode: stoppedAfter !== undefined ? 130 : failed > 0 ? 3 : 0, out };
}

/** Asked before anything is taken in: a folder that is not there is no reason to have imported. */
async function beginFile(into: string, source: string) {
	if (resolve(into) === resolve(source)) throw new ExchangeError('notes_unwritable', into);
	await writeFile(into, '').catch(() => {
		throw new ExchangeError('notes_unwritable', into);
	});
}

async function takeBack(wish: Wish, batch: string): Promise<Answer> {
	const { undone, kept } = await undoImport(SYSTEM, batch);
	return { exitCode: kept.length > 0 ? 3 : 0, out: answered(wish, undoReport(batch, undone, kept), { batch, undone, kept }) };
}

/** Imports shown by `--list`. */
const MOST_IMPORTS = 50;

async function overview(wish: Wish): Promise<string> {
	const found = await latestImports(MOST_IMPORTS);
	return answered(wish, importList(found), { imports: found });
}

/** For scripts the last line is one object; what people read stands above it. */
const answered = (wish: Wish, report: string, summary: object) => (wish.isJson ? `${report}\n${JSON.stringify(summary)}` : report);
