/** Fields that differ, each with its value before and after: what the audit chain keeps of a change. Lists compare by content. */
export function differences<T extends Record<string, unknown>>(before: T, after: Partial<T>): Record<string, readonly [unknown, unknown]> {
	const changes: Record<string, readonly [unknown, unknown]> = {};
	for (const [field, value] of Object.entries(after))
		if (JSON.stringify(before[field]) !== JSON.stringify(value)) changes[field] = [before[field], value];
	return changes;
}
