interface ErrorLine {
	type: string;
	message: string;
	code?: string;
	/** Where, without the message that V8 puts in front. */
	stack: string;
	cause?: ErrorLine;
}

/** Deep enough for a driver's error in the query builder's in ours. */
const DEEPEST = 4;

/**
 * An error as the log keeps it. A failed query's own words carry its values (notes, names, addresses), and so does what
 * PostgreSQL says about a row: the statement with its placeholders and the code must do.
 */
export function errorWithoutValues(error: unknown, depth = 0): unknown {
	if (!(error instanceof Error)) return { type: typeof error };
	return lineOf(error, depth);
}

function lineOf(error: Error, depth: number): ErrorLine {
	const code = 'code' in error && error.code !== undefined ? String(error.code) : undefined;
	return {
		type: error.name,
		message: messageOf(error, code),
		...(code === undefined ? {} : { code }),
		stack: (error.stack ?? '')
			.split('\n')
			.filter((line) => /^\s+at /.test(line))
			.join('\n'),
		...(error.cause instanceof Error && depth < DEEPEST ? { cause: lineOf(error.cause, depth + 1) } : {}),
	};
}

function messageOf(error: Error, code: string | undefined): string {
	if ('query' in error && 'params' in error) return `Failed query: ${error.query}`;
	// PostgreSQL's five-letter codes: its sentences quote what was sent.
	if ('severity' in error && code) return `PostgreSQL ${code}`;
	return error.message;
}
