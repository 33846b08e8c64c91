/**
 * The fields whose wanted value differs from the row's, each with its value before and after: what an edit changes, what an
 * import reports, what the audit line names. Lists compare by content; a field not wanted (undefined) is no difference.
 */
export function differences<Row extends object>(before: Row, wanted: Partial<Row>): Record<string, readonly [unknown, unknown]> {
	const found: Record<string, readonly [unknown, unknown]> = {};
	for (const key in wanted) {
		const [was, is] = [before[key], wanted[key]];
		if (is !== undefined && JSON.stringify(was ?? null) !== JSON.stringify(is ?? null)) found[key] = [was ?? null, is ?? null];
	}
	return found;
}

export const hasDifferences = <Row extends object>(before: Row, wanted: Partial<Row>): boolean => Object.keys(differences(before, wanted)).length > 0;
