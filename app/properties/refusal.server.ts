import { m } from '#app/i18n/paraglide/messages.js';
import type { OwnerTyped } from '#app/landowners/owner-typed.server.ts';
import { paths } from '#app/paths.ts';
import type { PropertyKept } from './commands.server.ts';

interface Refusal {
	faults: { fieldErrors: Record<string, string[]> };
	taken: { to: string; name: string };
}

/** A refused property in words, with the way to the one that stands against it. */
export function refusalOf(answer: Exclude<PropertyKept, { kind: 'kept' }>): Refusal {
	const { name, propertyId } = answer;
	const faults: Refusal['faults'] =
		answer.kind === 'bfe-taken'
			? { fieldErrors: { bfe: [m.landowners_error_bfe_taken({ name })] } }
			: { fieldErrors: { parcelNo: [m.landowners_error_parcel_taken({ name })] } };
	return { faults, taken: { to: paths.property(propertyId), name } };
}

/** An owner field that does not name one owner, in words, with those it could mean. */
export function ownerFault(answer: Exclude<OwnerTyped, { kind: 'one' }>, typed: string) {
	const text = answer.kind === 'several' ? m.landowners_error_several({ typed }) : m.landowners_error_owner_unknown({ typed });
	return { faults: { fieldErrors: { owner: [text] } }, choices: answer.kind === 'several' ? answer.choices : [] };
}
