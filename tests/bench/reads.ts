import Database from 'better-sqlite3';
import { type Spread, spreadOf } from './spread.ts';

const READS = 2_000;

/** A row of the municipality read by its key with nothing in between: what the fastest statement can cost. */
export function bareRead(file: string): Spread {
	const connection = new Database(file, { readonly: true });
	const ids = connection.prepare<[number], { id: string }>('select id from companies order by id limit ?').all(READS);
	const read = connection.prepare('select * from companies where id = ?');
	const milliseconds = ids.map(({ id }) => {
		const began = performance.now();
		read.get(id);
		return performance.now() - began;
	});
	connection.close();
	return spreadOf(milliseconds);
}
