import type { Viewer } from '#app/auth/viewer.ts';
import { pageByKey } from '#app/lists/keyset.server.ts';
import { stateFrom } from '#app/lists/list.ts';
import { pageOf, type Source } from '#app/lists/source.server.ts';

/** One page of a list as somebody is shown it, by the words of its address. */
export const listed = <Found extends object, Row, Name extends string, Sort extends string>(
	viewer: Viewer,
	source: Source<Found, Row, Name, Sort>,
	params: Record<string, string> | URLSearchParams = {},
	size?: number,
) => pageOf(viewer, source, stateFrom(source.list, new URLSearchParams(params)), { size });

/** All rows of a list, page by page of this size, by way of the address as a reader goes. */
export async function walked<Found extends object, Row, Name extends string, Sort extends string>(
	viewer: Viewer,
	source: Source<Found, Row, Name, Sort>,
	params: Record<string, string>,
	size: number,
): Promise<Row[]> {
	const rows: Row[] = [];
	for (let after = ''; ; ) {
		const page = await listed(viewer, source, { ...params, after }, size);
		rows.push(...page.rows);
		if (!page.next) return rows;
		after = page.next;
	}
}

/** The same page as the database has it, before it is dressed for the list. */
export async function found<Found extends object, Row, Name extends string, Sort extends string>(
	viewer: Viewer,
	source: Source<Found, Row, Name, Sort>,
	params: Record<string, string> = {},
) {
	const state = stateFrom(source.list, new URLSearchParams(params));
	const question = await source.ask(viewer, state);
	if (!question) return { rows: [], total: 0, previous: null, next: null };
	const [page, total = 0] = await Promise.all([pageByKey(question.read, question.order, state), question.count?.()]);
	return { ...page, total };
}
