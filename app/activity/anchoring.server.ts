import { type AuditHead, inWords, writeHead, writtenHead } from './audit-head.server.ts';
import { headNow, holds } from './verify.server.ts';

const EVERY_MS = 60_000;

interface Tell {
	/** The head was written down: for the log, which somebody else may keep. */
	anchored(head: string): void;
	/** The chain does not go through the line written down before, or that could not be read. */
	broken(why: string): void;
}

/** Writes the head of the audit chain down where the chain still goes through the one before; answers whether it does. */
async function anchor(tell: Tell): Promise<boolean> {
	const before: AuditHead | null = writtenHead();
	if (before && !(await holds(before))) {
		tell.broken(`the audit chain does not hold line ${inWords(before)} any more: npm run audit:verify says what is missing`);
		return false;
	}
	const head = await headNow();
	if (!head || (before?.seq === head.seq && before.hash === head.hash)) return true;
	writeHead(head);
	tell.anchored(inWords(head));
	return true;
}

/** Does so now, every minute and when asked to stop. Where the chain is broken it says so once and leaves what is written for the one who looks. */
export function keepAnchored(tell: Tell): () => Promise<void> {
	let isWhole = true;
	const round = async () => {
		if (!isWhole) return;
		isWhole = await anchor(tell).catch((error: unknown) => {
			tell.broken(error instanceof Error ? error.message : String(error));
			return false;
		});
	};
	void round();
	const timer = setInterval(() => void round(), EVERY_MS).unref();
	return () => {
		clearInterval(timer);
		return round();
	};
}
