import { and, asc, eq, ne } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { cvrFrom } from '#app/companies/register-numbers.ts';
import { firstPhoneKey } from '#app/contact-details/phones.server.ts';
import { type Created, madeBefore, type Revised, recordDeed, revise, writeOnce } from '#app/editing/revise.server.ts';
import { notFound } from '#app/http/errors.ts';
import { demand } from '#app/record/guard.server.ts';
import { present } from '#app/record/meanwhile.server.ts';
import { shareTimelines } from '#app/timelines/derived.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { nameKey, sortName } from '#db/fold.ts';
import { isId, newId } from '#db/new-id.ts';
import { landowners } from '#db/schema/index.ts';
import type { LandownerKind } from '#db/vocabulary.ts';
import { type FirmMeant, firmMeantBy } from './firm-meant.server.ts';
import type { LandownerInput, NewLandownerInput } from './landowner-form.server.ts';

/** What an owner is, apart from its name. */
type Details = Pick<typeof landowners.$inferInsert, 'kind' | 'phone' | 'email' | 'address' | 'postalCode' | 'city'>;

/** What became of an owner as typed. `known`: the firm's owner role or the owner picked, which is where the work goes on. */
export type LandownerCreated =
	| (Created & { name: string })
	| { kind: 'known'; id: string; name: string }
	| Exclude<FirmMeant, { kind: 'firm' | 'none' }>
	| { kind: 'look-alikes'; owners: Array<{ id: string; name: string; ownerKind: LandownerKind; city: string | null }> };

/**
 * Writes down an owner. A registered organisation is never stored twice: a CVR number or the exact name of a firm
 * makes (or leads to) that firm's owner role. A person or body named like another owner is written only once the
 * viewer has confirmed it. The same id again is the same owner.
 */
export async function createLandowner(viewer: Viewer, input: NewLandownerInput): Promise<LandownerCreated> {
	demand(viewer, 'create', 'landowner');
	const { id, name } = input;
	return writeOnce(async (tx): Promise<LandownerCreated> => {
		const [same] = await tx.select().from(landowners).where(eq(landowners.id, id));
		if (same) return { ...(await madeBefore(tx, viewer, { kind: 'landowner', id }, isAsTyped(same, input))), name: same.name };
		const known = await pickedOwner(tx, viewer, input);
		if (known) return { kind: 'known', ...known };
		const meant = await firmMeantBy(tx, viewer, input);
		if (meant.kind === 'firm') return firmsRole(tx, viewer, meant.firm, input);
		if (meant.kind !== 'none') return meant;
		const twins = input.confirm ? [] : await namedAlike(tx, viewer, name);
		if (twins.length > 0) return { kind: 'look-alikes', owners: twins };
		await insertLandowner(tx, viewer, { id, name, companyId: null, details: detailsOf(input) });
		return { kind: 'saved', id, name };
	});
}

/** The form sent again says the same. A firm's role is called like the firm, however that was typed. */
function isAsTyped(same: typeof landowners.$inferSelect, input: NewLandownerInput): boolean {
	const kind = same.companyId && input.kind === 'person' ? ('company' as const) : input.kind;
	const isNamed = same.companyId
		? cvrFrom(input.name) !== null || Boolean(input.chosen) || nameKey(input.name) === same.nameKey
		: input.name === same.name;
	return isNamed && !hasDifferences(same, { ...detailsOf(input), kind });
}

async function firmsRole(tx: Db, viewer: Viewer, firm: { id: string; name: string }, input: NewLandownerInput): Promise<LandownerCreated> {
	const role = await roleOf(tx, firm.id);
	if (role) return { kind: 'known', id: role.id, name: firm.name };
	const kind = input.kind === 'person' ? 'company' : input.kind;
	await insertLandowner(tx, viewer, { id: input.id, name: firm.name, companyId: firm.id, details: { ...detailsOf(input), kind } });
	return { kind: 'saved', id: input.id, name: firm.name };
}

/** The owner role of a firm the viewer may know of, made when missing. Part of a larger write. */
export async function ownerRoleOf(tx: Db, viewer: Viewer, companyId: string): Promise<string> {
	const firm = await present(tx, viewer, 'companies', companyId, 'owner');
	const role = await roleOf(tx, firm.id);
	if (role) return role.id;
	demand(viewer, 'create', 'landowner');
	const id = newId();
	const details = { kind: 'company' as const, phone: null, email: null, address: null, postalCode: null, city: null };
	await insertLandowner(tx, viewer, { id, name: firm.name, companyId: firm.id, details });
	return id;
}

/** A firm has one owner role for good: an archived one counts too, and is where the work goes on. */
async function roleOf(tx: Db, companyId: string): Promise<{ id: string } | null> {
	const [role] = await tx.select({ id: landowners.id }).from(landowners).where(eq(landowners.companyId, companyId));
	return role ?? null;
}

interface NewOwner {
	id: string;
	name: string;
	companyId: string | null;
	details: Details;
}

async function insertLandowner(tx: Db, viewer: Viewer, { id, name, companyId, details }: NewOwner) {
	const now = new Date();
	await tx
		.insert(landowners)
		.values({ id, companyId, ...namesOf(name), ...details, phoneKey: firstPhoneKey(details.phone ?? null), createdAt: now, updatedAt: now });
	if (companyId) await shareTimelines(tx, { landownerId: id, companyId });
	await recordDeed(tx, viewer, {
		verb: 'landowner.created',
		subject: { kind: 'landowner', id },
		also: companyId ? [{ kind: 'company', id: companyId }] : [],
		changes: { name: [null, name], kind: [null, details.kind] },
	});
}

/** An owner that is there already, chosen from several, or picked while its name still stands. */
async function pickedOwner(tx: Db, viewer: Viewer, { picked, chosen, name }: NewLandownerInput) {
	const [, id] = (chosen ?? picked)?.match(/^owner:(.+)$/) ?? [];
	if (!isId(id)) return null;
	const [owner] = await tx
		.select({ id: landowners.id, name: landowners.name })
		.from(landowners)
		.where(and(eq(landowners.id, id), chosen ? undefined : eq(landowners.name, name), within(viewer, 'landowners')));
	return owner ?? null;
}

const namedAlike = (tx: Db, viewer: Viewer, name: string) =>
	tx
		.select({ id: landowners.id, name: landowners.name, ownerKind: landowners.kind, city: landowners.city })
		.from(landowners)
		.where(and(eq(landowners.nameKey, nameKey(name)), within(viewer, 'landowners')))
		.orderBy(asc(landowners.id))
		.limit(5);

type Objection = { kind: 'known'; id: string; name: string } | Exclude<FirmMeant, { kind: 'firm' | 'none' }>;

/**
 * Changes an owner. A new name that is a firm's links the owner to the firm, unless the firm has its owner role
 * already (`known`). The name of a firm's role follows the firm and is not changed here.
 */
export async function reviseLandowner(viewer: Viewer, input: LandownerInput): Promise<Revised | Objection> {
	demand(viewer, 'revise', 'landowner');
	const { id, version } = input;
	return write(async (tx) => {
		const [before] = await tx
			.select()
			.from(landowners)
			.where(and(eq(landowners.id, id), within(viewer, 'landowners', { archived: true })));
		if (!before) throw notFound();
		const named = before.companyId ? { name: before.name, companyId: before.companyId } : await nameFor(tx, viewer, before, input);
		if ('kind' in named) return named;
		const details = { ...detailsOf(input), ...(named.companyId && input.kind === 'person' && { kind: 'company' as const }) };
		const derived = { ...namesOf(named.name), phoneKey: firstPhoneKey(details.phone ?? null) };
		const revised = await revise(tx, viewer, { kind: 'landowner', id }, { before, version, wanted: { ...details, ...named }, derived });
		const { companyId } = named;
		if (revised.kind === 'saved' && companyId && companyId !== before.companyId) await shareTimelines(tx, { landownerId: id, companyId });
		return revised;
	});
}

/** The name an owner without a firm gets, or the answer that stands against it. */
async function nameFor(
	tx: Db,
	viewer: Viewer,
	before: typeof landowners.$inferSelect,
	input: LandownerInput,
): Promise<{ name: string; companyId: string | null } | Objection> {
	const isUntouched = input.name === before.name && input.kind === before.kind && !input.picked && !input.chosen;
	const meant: FirmMeant = isUntouched ? { kind: 'none' } : await firmMeantBy(tx, viewer, input);
	if (meant.kind === 'none') return { name: input.name, companyId: null };
	if (meant.kind !== 'firm') return meant;
	const [role] = await tx
		.select({ id: landowners.id })
		.from(landowners)
		.where(and(eq(landowners.companyId, meant.firm.id), ne(landowners.id, before.id)));
	return role ? { kind: 'known', id: role.id, name: meant.firm.name } : { name: meant.firm.name, companyId: meant.firm.id };
}

const namesOf = (name: string) => ({ name, sortName: sortName(name), nameKey: nameKey(name) });
const detailsOf = ({ kind, phone, email, address, postalCode, city }: NewLandownerInput | LandownerInput): Details => ({
	kind,
	phone,
	email,
	address,
	postalCode,
	city,
});
