import { formatCvr } from '#app/companies/register-numbers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { Pick } from '#app/ui/pick-field.tsx';
import type { Created } from './commands.server.ts';
import type { Objection } from './components/new-landowner-form.tsx';

/** What stands against an owner as typed: the fault at the name, and what the page offers instead (`offered`: names that begin like it). */
export function objectionTo(
	answer: Exclude<Created, { kind: 'created' | 'known' | 'differs' }>,
	typed: string,
	offered: readonly Pick[],
): { faults: { fieldErrors: Record<string, string[]> }; objection: Objection } {
	const at = (text: string) => ({ fieldErrors: { name: [text] } });
	switch (answer.kind) {
		case 'several': {
			const choices = answer.firms.map(({ id, name, cvr }) => ({ id: `company:${id}`, label: name, ...(cvr && { detail: formatCvr(cvr) }) }));
			return { faults: at(m.landowners_error_several({ typed })), objection: { choices } };
		}
		case 'unknown-cvr':
			return { faults: at(m.landowners_error_unknown_cvr({ cvr: formatCvr(answer.cvr) })), objection: { missing: { cvr: answer.cvr } } };
		case 'unknown-firm':
			return { faults: at(m.landowners_error_unknown_firm({ name: typed })), objection: { missing: { name: typed }, choices: offered } };
		case 'look-alikes':
			return { faults: { fieldErrors: {} }, objection: { lookAlikes: answer.owners } };
	}
}
