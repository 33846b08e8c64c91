import { parseArgs } from 'node:util';
import { report } from '#db/cli/report.ts';
import { closeDatabase } from '#db/client.server.ts';
import { headNamed, inWords, writeHead, writtenHead } from './audit-head.server.ts';
import { type ChainFault, verifyChain } from './verify.server.ts';

const WORDS: Record<ChainFault['what'], (fault: ChainFault) => string> = {
	changed: ({ seq }) => `line ${seq} was changed`,
	missing: ({ seq, to }) => `${seq === to ? `line ${seq} is` : `lines ${seq} to ${to} are`} missing`,
	unlinked: ({ seq }) => `line ${seq} does not follow line ${seq - 1}: one of them was written anew`,
	values: ({ seq }) => `the values of line ${seq} were changed`,
	cut: ({ seq, to }) => `${seq === to ? `line ${seq} was` : `lines ${seq} to ${to} were`} cut off the end, or an older copy was put in place`,
	other_head: ({ seq }) => `line ${seq} is another than was written down when it was the last`,
};

// `npm run audit:verify`: walks the audit chain and its values; exit status 1 names what was changed, is missing or cut off.
// `-- --head SEQ:HASH` compares with a head noted elsewhere, `-- --anchor` takes the chain as it stands for right from now on.
await report(async () => {
	const { values } = parseArgs({ options: { head: { type: 'string' }, anchor: { type: 'boolean', default: false } } });
	const given = values.head === undefined ? null : headNamed(values.head);
	if (values.head !== undefined && !given) throw new Error('A head is a line and its hash: --head 120:3f…');
	const known = given ?? writtenHead();
	const { lines, erased, faults, head } = await verifyChain(known);
	await closeDatabase();
	const noted = head ? `The last line is ${inWords(head)}.` : '';
	if (values.anchor && head) writeHead(head);
	const anchorless = known || lines === 0 ? '' : 'No head was written down yet: whether lines were cut off the end cannot be told.\n';
	if (faults.length > 0) throw new Error(`${faults.map((fault) => WORDS[fault.what](fault)).join('\n')}\nThe audit chain is broken. ${noted}`);
	if (anchorless) throw new Error(`${anchorless}The ${lines} lines there are fit. ${noted}`);
	return `The audit chain is whole: ${lines} lines, values of ${erased} erased. ${noted}`;
});
