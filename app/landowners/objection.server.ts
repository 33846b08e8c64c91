import { formatCvr } from '#app/companies/register-numbers.ts';
import { type Refused, refused } from '#app/editing/answer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Pick } from '#app/ui/pick-field.tsx';
import type { LandownerCreated } from './commands.server.ts';
import type { Objection } from './components/landowner-form.tsx';

/** What stands against an owner as typed: the fault at the name, and what the page offers instead (`offered`: names that begin like it). */
export function objectionTo(
	answer: Exclude<LandownerCreated, { id: string }>,
	typed: string,
	offered: readonly Pick[],
): Refused<{ objection: Objection }> {
	switch (answer.kind) {
		case 'several': {
			const choices = answer.firms.map(({ id, name, cvr }) => ({ id: `company:${id}`, label: name, ...(cvr && { detail: formatCvr(cvr) }) }));
			return refused({ name: m.landowners_error_several({ typed }) }, { objection: { choices } });
		}
		case 'unknown-cvr':
			return refused({ name: m.landowners_error_unknown_cvr({ cvr: formatCvr(answer.cvr) }) }, { objection: { missing: { cvr: answer.cvr } } });
		case 'unknown-firm':
			return refused({ name: m.landowners_error_unknown_firm({ name: typed }) }, { objection: { missing: { name: typed }, choices: offered } });
		case 'look-alikes':
			return refused({}, { objection: { lookAlikes: answer.owners } });
	}
}
