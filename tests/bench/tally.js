// Loaded into the measured process before anything else (`node --import`): counts the statements it sends to SQLite and the
// time they take, preparing included. Answers its parent's every message with the sums so far.
import Database from 'better-sqlite3';

const tally = { statements: 0, milliseconds: 0 };

const timed = (holder, name, isStatement) => {
	const own = holder[name];
	holder[name] = function (...given) {
		const began = performance.now();
		try {
			return own.apply(this, given);
		} finally {
			tally.milliseconds += performance.now() - began;
			if (isStatement) tally.statements += 1;
		}
	};
};

const memory = new Database(':memory:');
const statements = Object.getPrototypeOf(memory.prepare('select 1'));
memory.close();
for (const name of ['all', 'get', 'run']) timed(statements, name, true);
timed(Database.prototype, 'prepare', false);

process.on('message', () => process.send(tally));
process.channel?.unref();
