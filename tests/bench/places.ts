import Database from 'better-sqlite3';
import type { Visitor } from './visitor.ts';

/** A page or answer that is measured. */
export interface Place {
	name: string;
	path: string;
}

const PAGES_DEEP = 30;

/** What a day's work opens, in a municipality's data: the firms and owners with the most to show. */
export async function placesIn(file: string, consultant: Visitor): Promise<Place[]> {
	const connection = new Database(file, { readonly: true });
	const ask = (question: string) => String(connection.prepare(question).pluck().get() ?? '');
	const busiest = (kind: string) =>
		ask(`select scope_id from timeline_entries where scope_kind = '${kind}' group by scope_id order by count(*) desc, scope_id limit 1`);
	const [company, owner] = [busiest('company'), busiest('landowner')];
	const slug = ask('select d.slug from districts d join companies c on c.district_id = d.id group by d.id order by count(*) desc limit 1');
	const number = ask(`select cvr from companies where id = '${company}'`);
	const name = ask(`select name from companies where id = '${company}'`);
	connection.close();
	return [
		{ name: 'nothing (/healthz)', path: '/healthz' },
		{ name: 'my day', path: '/' },
		{ name: 'firms, first page', path: '/companies' },
		{ name: `firms, page ${PAGES_DEEP}`, path: await deep(consultant, '/companies') },
		{ name: 'firms of a district, by latest talk', path: `/companies?district=${slug}&sort=-talk` },
		{ name: 'firm with most talks', path: `/companies/${company}` },
		{ name: 'prep sheet of it', path: `/companies/${company}/prep` },
		{ name: 'owner with most talks', path: `/landowners/${owner}` },
		{ name: 'talks, first page', path: '/dialogues' },
		{ name: `talks, page ${PAGES_DEEP}`, path: await deep(consultant, '/dialogues') },
		{ name: 'talk form', path: '/dialogues/new' },
		{ name: 'district with most firms', path: `/districts/${slug}` },
		{ name: 'Ctrl-K, a name', path: `/search/hits?q=${encodeURIComponent(name.slice(0, 5))}` },
		{ name: 'Ctrl-K, a number', path: `/search/hits?q=${number}` },
		{ name: 'Ctrl-K, a word of notes', path: `/search/hits?q=${encodeURIComponent('lærling')}` },
		{ name: 'search page, a word of notes', path: `/search?q=${encodeURIComponent('lærling')}` },
	];
}

/** The address of a page far down a list, reached by its own way to the next one. */
async function deep(consultant: Visitor, list: string): Promise<string> {
	let path = list;
	for (let page = 1; page < PAGES_DEEP; page += 1) {
		const { text } = await readable(consultant, path);
		const next = /<a [^>]*rel="next"[^>]*>/.exec(text)?.[0];
		const address = next && /href="([^"]+)"/.exec(next)?.[1];
		if (!address) return path;
		path = address.replaceAll('&amp;', '&');
	}
	return path;
}

/** The page's words. */
export async function readable(consultant: Visitor, path: string): Promise<{ status: number; text: string }> {
	const { status, body } = await consultant.get(path);
	return { status, text: body.toString() };
}
