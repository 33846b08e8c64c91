import { randomInt } from 'node:crypto';
import { ensureSetupCode } from '#app/auth/setup-code.server.ts';
import { env } from '#app/env.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/client.server.ts';
import { users } from '#db/schema/index.ts';
import { seedDemo } from '#db/seed/demo.server.ts';

/** Who can sign in, as far as the terminal should tell. */
interface FirstPeople {
	/** The demo's password where it was made in this start. */
	madePassword?: string;
	hasPeople: boolean;
	/** One-time code for the first administrator of an empty installation. */
	setupCode?: string | null;
}

const DEMO_PEOPLE = [
	['erhverv@distrikt.example', 'business consultant'],
	['beskaeftigelse@distrikt.example', 'employment consultant'],
	['leder@distrikt.example', 'manager'],
	['admin@distrikt.example', 'administrator'],
] as const;

// Without characters that are mistaken for one another when typed from paper.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** On an empty database: the demo municipality, or with DEMO=off the set-up code for the first administrator. */
export async function prepareFirstStart(): Promise<FirstPeople> {
	const hasPeople = (await db.select({ id: users.id }).from(users).limit(1)).length > 0;
	if (hasPeople) return { hasPeople };
	if (!env().hasDemo) return { hasPeople, setupCode: await ensureSetupCode() };
	const password = env().demoPassword ?? madePassword();
	await seedDemo({ password });
	return { hasPeople: true, madePassword: password };
}

/** What the terminal says when the server is ready. */
export function greet({ madePassword, hasPeople, setupCode }: FirstPeople) {
	const { appUrl, hasDemo } = env();
	const lines = ['', `Distrikt answers at ${appUrl}`];
	if (setupCode) lines.push('', 'Create the first administrator here (the code works once):', `  ${appUrl}${paths.firstRun()}?code=${setupCode}`);
	else if (hasDemo && hasPeople) {
		lines.push('', 'Demo people:', ...DEMO_PEOPLE.map(([email, role]) => `  ${email.padEnd(34)}${role}`));
		lines.push(madePassword ? `  Password of all four: ${madePassword}` : '  Password: DEMO_PASSWORD, or as printed at the first start');
	}
	process.stdout.write(`${lines.join('\n')}\n\n`);
}

function madePassword(): string {
	const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
	return [group(), group(), group()].join('-');
}
