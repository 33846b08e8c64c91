import { and, asc, eq, inArray } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { companyHits } from '#app/companies/hits.server.ts';
import { formatCvr } from '#app/companies/register-numbers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { present } from '#app/record/meanwhile.server.ts';
import { type Db, db } from '#db/client.server.ts';
import { fold, nameKey } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { landowners } from '#db/schema/index.ts';
import { ownerRoleOf } from './commands.server.ts';
import { hitsWhere, landownerHits } from './queries.server.ts';

/** An owner, or a firm of the register that gets its owner role when it is taken. */
export type OwnerRef = { landownerId: string } | { companyId: string };

/** What a field that names an owner offers: owners first, then firms that own nothing we know of yet. */
export interface OwnerChoice {
	/** "owner:<id>" or "company:<id>". */
	id: string;
	label: string;
	detail: string;
}

/** Owners and firms for what is typed into an owner field: a CVR number or the beginning of any word of a name. */
export async function ownerChoices(viewer: Viewer, typed: string): Promise<OwnerChoice[]> {
	if (!fold(typed)) return [];
	const [owners, firms] = await Promise.all([landownerHits(viewer, typed), can(viewer, 'create', 'landowner') ? companyHits(viewer, typed) : []]);
	const roles = await rolesAmong(
		viewer,
		firms.map(({ id }) => id),
	);
	return [
		...owners.map(({ id, name, detail }) => ({ id: `owner:${id}`, label: name, detail })),
		...firms
			.filter(({ id }) => !roles.has(id))
			.map(({ id, name, cvr, place }) => ({
				id: `company:${id}`,
				label: name,
				detail: [m.landowners_choice_firm(), cvr && formatCvr(cvr), place].filter(Boolean).join(' · '),
			})),
	].slice(0, 12);
}

async function rolesAmong(viewer: Viewer, companyIds: readonly string[]): Promise<ReadonlySet<string | null>> {
	if (companyIds.length === 0) return new Set();
	const rows = await db
		.select({ companyId: landowners.companyId })
		.from(landowners)
		.where(and(inArray(landowners.companyId, [...companyIds]), within(viewer, 'landowners')))
		.orderBy(asc(landowners.id));
	return new Set(rows.map(({ companyId }) => companyId));
}

/** The owner a form means, those it could mean, or none like it. */
export type OwnerTyped = { kind: 'one'; owner: OwnerRef } | { kind: 'several'; choices: OwnerChoice[] } | { kind: 'none' };

/**
 * Reads an owner field: one of several offered, a pick while its name still stands beside it, a CVR number, an exact
 * name, or the beginning of one. Between two it never chooses.
 */
export async function ownerTyped(
	viewer: Viewer,
	{ owner: text, picked, chosen }: { owner: string; picked?: string | undefined; chosen?: string | undefined },
): Promise<OwnerTyped> {
	const chosenRef = refOf(chosen);
	if (chosenRef) return { kind: 'one', owner: chosenRef };
	const pickedRef = refOf(picked);
	const offered = await ownerChoices(viewer, text);
	if (pickedRef && offered.some(({ id, label }) => id === picked && fold(label) === fold(text))) return { kind: 'one', owner: pickedRef };
	const key = nameKey(text);
	const named = key ? await hitsWhere(viewer, eq(landowners.nameKey, key)) : [];
	const exact = named.length > 0 ? named.map(({ id, name, detail }) => ({ id: `owner:${id}`, label: name, detail })) : offered;
	const [first, ...others] = exact;
	const ref = refOf(first?.id);
	if (!first || !ref) return { kind: 'none' };
	return others.length > 0 ? { kind: 'several', choices: exact } : { kind: 'one', owner: ref };
}

function refOf(token: string | undefined): OwnerRef | null {
	const [, kind, id] = token?.match(/^(owner|company):(.+)$/) ?? [];
	if (!isId(id)) return null;
	return kind === 'owner' ? { landownerId: id } : { companyId: id };
}

/** The owner's id, its role as owner made when a firm has none yet. Part of a larger write; 400 for one nobody may know of. */
export async function ownerIn(tx: Db, viewer: Viewer, ref: OwnerRef): Promise<string> {
	if ('companyId' in ref) return ownerRoleOf(tx, viewer, ref.companyId);
	const owner = await present(tx, viewer, 'landowners', ref.landownerId, 'owner');
	return owner.id;
}
