import { and, eq, ne } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { districtChoiceOf } from '#app/companies/by-hand.server.ts';
import type { DistrictChoice } from '#app/companies/rows.server.ts';
import { districtFieldOf } from '#app/companies/site-values.ts';
import { districtAt } from '#app/districts/placing.server.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise, writeOnce } from '#app/editing/revise.server.ts';
import { notFound } from '#app/http/errors.ts';
import type { OwnerRef } from '#app/landowners/owner-typed.server.ts';
import type { Share } from '#app/landowners/share.ts';
import { demand } from '#app/record/guard.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { addressKey, sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { properties } from '#db/schema/index.ts';
import { insertOwnership } from './ownerships.server.ts';
import type { NewPropertyInput, PropertyInput } from './property-form.server.ts';

type PropertyRow = typeof properties.$inferSelect;

/** A BFE or parcel number that another property has. */
export type PropertyTaken = { kind: 'bfe-taken' | 'parcel-taken'; propertyId: string; name: string };

type Facts = Omit<NewPropertyInput, 'owner' | 'picked' | 'chosen' | 'share'>;

/** Writes down a property, with its first owner where one is named. The same id again is the same property. */
export async function createProperty(
	viewer: Viewer,
	input: Facts,
	first: { owner: OwnerRef; share: Share | null } | null,
): Promise<Created | PropertyTaken> {
	demand(viewer, 'create', 'property');
	const { id } = input;
	const subject = { kind: 'property', id } as const;
	return writeOnce(async (tx): Promise<Created | PropertyTaken> => {
		const fields = fieldsOf(input);
		const [same] = await tx.select().from(properties).where(eq(properties.id, id));
		if (same) return madeBefore(tx, viewer, subject, !hasDifferences(same, fields));
		const taken = await takenBy(tx, input);
		if (taken) return taken;
		const placed = await placing(tx, fields, await districtChoiceOf(tx, viewer, input.district));
		const now = new Date();
		await tx.insert(properties).values({ id, ...fields, ...derivedOf(fields), ...placed, createdAt: now, updatedAt: now });
		if (first) await insertOwnership(tx, viewer, { id: newId(), propertyId: id, ...first, fromOn: null, toOn: null });
		const { name, bfe, address } = fields;
		await recordDeed(tx, viewer, { verb: 'property.created', subject, changes: { name: [null, name], bfe: [null, bfe], address: [null, address] } });
		return { kind: 'saved', id };
	});
}

/** Changes a property. The district follows a moved point unless it was chosen by hand. */
export async function reviseProperty(viewer: Viewer, input: PropertyInput): Promise<Revised | PropertyTaken> {
	demand(viewer, 'revise', 'property');
	const { id, version } = input;
	return write(async (tx) => {
		const [before] = await tx
			.select()
			.from(properties)
			.where(and(eq(properties.id, id), within(viewer, 'properties', { archived: true })));
		if (!before) throw notFound();
		const taken = await takenBy(tx, input);
		if (taken) return taken;
		const fields = fieldsOf(input);
		const choice =
			(input.district ?? '') === districtFieldOf(before) ? movedChoice(before, fields) : await districtChoiceOf(tx, viewer, input.district);
		const placed = choice ? await placing(tx, fields, choice) : {};
		return revise(tx, viewer, { kind: 'property', id }, { before, version, wanted: { ...fields, ...placed }, derived: derivedOf(fields) });
	});
}

/** A property that follows its point goes where the point goes; one placed by hand or by a file stays. */
function movedChoice(before: PropertyRow, after: { lat: number | null; lon: number | null }): DistrictChoice {
	const isMoved = after.lat !== before.lat || after.lon !== before.lon;
	const isFixed = before.districtSource === 'manual' || before.districtSource === 'import';
	return isMoved && !isFixed ? 'point' : undefined;
}

async function placing(tx: Db, { lat, lon }: { lat: number | null; lon: number | null }, choice: Exclude<DistrictChoice, undefined>) {
	if (choice !== 'point') return { districtId: choice.id, districtSource: choice.source };
	const found = lat !== null && lon !== null ? await districtAt(tx, lat, lon) : null;
	return { districtId: found?.districtId ?? null, districtSource: found ? ('point' as const) : null };
}

async function takenBy(tx: Db, { id, bfe, cadastralDistrict, parcelNo }: Facts): Promise<PropertyTaken | null> {
	const other = { propertyId: properties.id, name: properties.name };
	if (bfe) {
		const [taken] = await tx
			.select(other)
			.from(properties)
			.where(and(eq(properties.bfe, bfe), ne(properties.id, id)));
		if (taken) return { kind: 'bfe-taken', ...taken };
	}
	if (!cadastralDistrict || !parcelNo) return null;
	const [taken] = await tx
		.select(other)
		.from(properties)
		.where(and(eq(properties.cadastralDistrict, cadastralDistrict), eq(properties.parcelNo, parcelNo), ne(properties.id, id)));
	return taken ? { kind: 'parcel-taken', ...taken } : null;
}

function fieldsOf({ name, bfe, cadastralDistrict, parcelNo, address, postalCode, city, point, landArea, floorArea, use }: Facts) {
	const place = { address, postalCode, city, lat: point?.lat ?? null, lon: point?.lon ?? null };
	return { name: name ?? address ?? '', bfe, cadastralDistrict, parcelNo, ...place, landArea, floorArea, use };
}

const derivedOf = ({ name, address, postalCode }: { name: string; address: string | null; postalCode: string | null }) => ({
	sortName: sortName(name),
	addressKey: addressKey(address, postalCode),
});
