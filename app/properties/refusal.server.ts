import { type Refused, refused } from '#app/editing/answer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { OwnerTyped } from '#app/landowners/owner-typed.server.ts';
import { paths } from '#app/paths.ts';
import type { Pick } from '#app/ui/pick-field.tsx';
import type { PropertyTaken } from './commands.server.ts';

/** What a page of properties shows beside the faults of its fields. */
export interface PropertyRefusal {
	taken: { to: string; name: string };
	choices: readonly Pick[];
}

/** A refused property in words, with the way to the one that stands against it. */
export function refusalOf({ kind, name, propertyId }: PropertyTaken): Refused<PropertyRefusal> {
	const fault: Record<string, string> =
		kind === 'bfe-taken' ? { bfe: m.landowners_error_bfe_taken({ name }) } : { parcelNo: m.landowners_error_parcel_taken({ name }) };
	return refused(fault, { taken: { to: paths.property(propertyId), name } });
}

/** An owner field that does not name one owner, in words, with those it could mean. */
export function ownerRefusal(answer: Exclude<OwnerTyped, { kind: 'one' }>, typed: string): Refused<PropertyRefusal> {
	if (answer.kind === 'several') return refused({ owner: m.landowners_error_several({ typed }) }, { choices: answer.choices }, 400);
	return refused({ owner: m.landowners_error_owner_unknown({ typed }) }, {}, 400);
}
