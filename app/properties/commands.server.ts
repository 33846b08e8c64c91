import { and, eq, ne } from 'drizzle-orm';
import { differences, hasDifferences } from '#app/activity/differences.ts';
import { type Conflict, conflictWith } from '#app/activity/edition.server.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { actorOf, districtChoiceOf } from '#app/companies/by-hand.server.ts';
import type { DistrictChoice } from '#app/companies/rows.server.ts';
import { districtFieldOf } from '#app/companies/site-values.ts';
import { districtAt } from '#app/districts/placing.server.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import type { OwnerRef } from '#app/landowners/owner-typed.server.ts';
import type { Share } from '#app/landowners/share.ts';
import { type Db, write } from '#db/client.server.ts';
import { addressKey, sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { properties } from '#db/schema/index.ts';
import { isDuplicate } from '#db/sql.server.ts';
import { insertOwnership } from './ownerships.server.ts';
import type { NewPropertyInput, PropertyInput } from './property-form.server.ts';

type PropertyRow = typeof properties.$inferSelect;

/** What became of a property as typed; a taken BFE or parcel number names the property that has it. */
export type PropertyKept = { kind: 'kept'; id: string } | { kind: 'bfe-taken' | 'parcel-taken'; propertyId: string; name: string };

type Facts = Omit<NewPropertyInput, 'owner' | 'picked' | 'chosen' | 'share'>;

/**
 * Writes down a property, with its first owner where one is named. The same id again is the same property; `differs`:
 * the form saved it before, and it stands with other words now.
 */
export async function createProperty(
	viewer: Viewer,
	input: Facts,
	first: { owner: OwnerRef; share: Share | null } | null,
): Promise<PropertyKept | { kind: 'differs'; id: string }> {
	if (!can(viewer, 'create', 'property')) throw forbidden();
	const attempt = () =>
		write(async (tx): Promise<PropertyKept | { kind: 'differs'; id: string }> => {
			const [same] = await tx.select().from(properties).where(eq(properties.id, input.id));
			if (same) return { kind: hasDifferences(same, fieldsOf(input)) ? 'differs' : 'kept', id: same.id };
			const taken = await takenBy(tx, input);
			if (taken) return taken;
			const fields = fieldsOf(input);
			const placed = await placing(tx, fields, await districtChoiceOf(tx, viewer, input.district));
			const now = new Date();
			await tx.insert(properties).values({ id: input.id, ...fields, ...derivedOf(fields), ...placed, createdAt: now, updatedAt: now });
			await recordActivity(tx, actorOf(viewer), {
				verb: 'property.created',
				subject: { kind: 'property', id: input.id },
				changes: { name: [null, fields.name], bfe: [null, fields.bfe], address: [null, fields.address] },
			});
			if (first) await insertOwnership(tx, viewer, { id: newId(), propertyId: input.id, ...first, fromOn: null, toOn: null });
			await refreshFindable(tx, { kind: 'property', id: input.id });
			await dropDraft(tx, viewer, { form: 'property', recordId: input.id });
			return { kind: 'kept', id: input.id };
		});
	return attempt().catch((error: unknown) => {
		if (isDuplicate(error)) return attempt();
		throw error;
	});
}

/**
 * Changes a property. The district follows a moved point unless it was chosen by hand. `conflict`: somebody else saved
 * since the form was opened; nothing is written.
 */
export async function reviseProperty(viewer: Viewer, input: PropertyInput): Promise<PropertyKept | Conflict> {
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	return write(async (tx): Promise<PropertyKept | Conflict> => {
		const [before] = await tx
			.select()
			.from(properties)
			.where(and(eq(properties.id, input.id), within(viewer, 'properties', { archived: true })));
		if (!before) throw notFound();
		const taken = await takenBy(tx, input);
		if (taken) return taken;
		const fields = fieldsOf(input);
		const choice =
			(input.district ?? '') === districtFieldOf(before) ? movedChoice(before, fields) : await districtChoiceOf(tx, viewer, input.district);
		const placed = choice ? await placing(tx, fields, choice) : {};
		const changes = differences(before, { ...fields, ...placed });
		if (Object.keys(changes).length === 0) {
			await dropDraft(tx, viewer, { form: 'property', recordId: before.id });
			return { kind: 'kept', id: input.id };
		}
		const changed = await tx
			.update(properties)
			.set({ ...fields, ...derivedOf(fields), ...placed, version: before.version + 1, updatedAt: new Date() })
			.where(and(eq(properties.id, before.id), eq(properties.version, input.version)))
			.returning({ id: properties.id });
		if (changed.length === 0) return conflictWith(tx, { kind: 'property', id: before.id });
		await recordActivity(tx, actorOf(viewer), { verb: 'property.revised', subject: { kind: 'property', id: before.id }, changes });
		await refreshFindable(tx, { kind: 'property', id: before.id });
		await dropDraft(tx, viewer, { form: 'property', recordId: before.id });
		return { kind: 'kept', id: input.id };
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

async function takenBy(tx: Db, { id, bfe, cadastralDistrict, parcelNo }: Facts): Promise<PropertyKept | null> {
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
