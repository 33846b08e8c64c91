import { parseArgs } from 'node:util';
import { SYSTEM } from '#app/activity/record.server.ts';
import { report } from '#db/cli/report.ts';
import { closeDatabase } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { ROLES } from '#db/vocabulary.ts';
import { admit } from './admission.server.ts';
import { invitationLink } from './invitations.server.ts';
import { unitNamed } from './unit-named.server.ts';

const USAGE = `Usage: npm run user:create -- --email ADDRESS --name "NAME" --role ${ROLES.join('|')} --unit "UNIT"`;

// `npm run user:create`: takes a person in from the server's terminal and prints a one-time link to choose a password.
// The way back in when the last administrator has left.
await report(async () => {
	const { email, name, role: asked, unit } = given();
	const role = ROLES.find((known) => known === asked);
	if (!email || !/^[^\s@]+@[^\s@]+$/.test(email) || !name?.trim() || !unit?.trim() || !role) throw new Error(USAGE);
	const unitId = await unitNamed(unit.trim());
	const answer = await admit({ id: newId(), name: name.trim(), email, memberships: [{ unitId, role }] }, SYSTEM);
	await closeDatabase();
	if (typeof answer === 'string') throw new Error('Somebody with this e-mail address is in already.');
	return `${name.trim()} chooses a password here (works once, for seven days):\n  ${invitationLink(answer.token)}`;
});

function given() {
	const text = { type: 'string' } as const;
	try {
		return parseArgs({ options: { email: text, name: text, role: text, unit: text } }).values;
	} catch {
		throw new Error(USAGE);
	}
}
