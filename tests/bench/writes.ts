import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newId } from '#db/new-id.ts';
import { settle } from '#db/sqlite.server.ts';
import { readable } from './places.ts';
import type { Served } from './served.ts';
import { type Spread, spreadOf, timed } from './spread.ts';
import type { Visitor } from './visitor.ts';

/** A talk logged by its form, beside one row inserted and synced by itself. */
export interface WriteFigures extends Spread {
	bare: Spread;
	cpu: number | null;
}

const NOTE = 'Talte om to lærlinge og mere plads til værkstedet i foråret.';

/** Posts the talk form `times` times, each for another firm, each followed by a bare insert with the product's own settings. */
export async function measureLogging(file: string, folder: string, consultant: Visitor, product: Served, times: number): Promise<WriteFigures> {
	const fields = fieldsOf((await readable(consultant, '/dialogues/new')).text);
	const connection = new Database(file, { readonly: true });
	const firms = connection.prepare<[number], { id: string }>('select id from companies order by id limit ?').all(times);
	connection.close();
	const bareInsert = bareInsertIn(join(folder, 'bare.db'));

	const [own, theirs]: [number[], number[]] = [[], []];
	const cpuBefore = product.cpu();
	for (const { id } of firms) {
		const talk = { ...fields, id: newId(), pickedId: `company:${id}`, note: NOTE, followUp: 'Sende referat om 2 uger' };
		own.push(
			await timed(async () => {
				const { status } = await consultant.post('/dialogues/new', talk);
				if (status !== 302) throw new Error(`Logging a talk answered ${status}`);
			}),
		);
		theirs.push(await timed(bareInsert));
	}
	const cpuAfter = product.cpu();
	const [spread, bare] = [spreadOf(own), spreadOf(theirs)];
	const cpu = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / own.length;
	return { ...spread, bare, cpu };
}

/** What the form would send as it stands: hidden fields, filled inputs, ticked boxes. */
function fieldsOf(html: string): Record<string, string> {
	const form = /<form[^>]*id="talk"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
	const fields: Record<string, string> = {};
	for (const [input] of form.matchAll(/<input [^>]*>/g)) {
		const read = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(input)?.[1];
		const [name, value, type] = [read('name'), read('value'), read('type')];
		const isChoice = type === 'radio' || type === 'checkbox';
		if (name && value && (!isChoice || /\schecked/.test(input)) && type !== 'file')
			fields[name] = value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
	}
	return fields;
}

/** One row, one transaction, on disk before it answers. */
function bareInsertIn(file: string): () => void {
	const connection = new Database(file);
	settle(connection);
	connection.exec('create table talks (id text primary key, note text not null) strict');
	const insert = connection.prepare('insert into talks values (?, ?)');
	return () => {
		insert.run(newId(), NOTE);
	};
}
