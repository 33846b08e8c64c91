import { and, asc, eq } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { cvrFrom } from '#app/companies/register-numbers.ts';
import { known } from '#app/record/known.server.ts';
import type { Db } from '#db/client.server.ts';
import { fold, nameKey } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { companies } from '#db/schema/index.ts';
import type { LandownerKind } from '#db/vocabulary.ts';

interface Firm {
	id: string;
	name: string;
}

/** How a form names an owner: what stands in the field, and what was picked or chosen beside it. */
export interface OwnerName {
	kind: LandownerKind;
	name: string;
	picked?: string | undefined;
	chosen?: string | undefined;
}

/** The firm of the register an owner's name means; `none` = it means no firm, and may be written as it stands. */
export type FirmMeant =
	| { kind: 'firm'; firm: Firm }
	| { kind: 'several'; firms: Array<Firm & { cvr: string | null }> }
	| { kind: 'unknown-cvr'; cvr: string }
	| { kind: 'unknown-firm' }
	| { kind: 'none' };

/**
 * Reads an owner's name against the register: a pick (while its text still stands), a CVR number, or an exact name.
 * For a firm the company form may be left out; for a public body, an association or a fund every word counts. A
 * person's name is never a firm's: one-man firms are called after their owners.
 */
export async function firmMeantBy(tx: Db, viewer: Viewer, { kind, name, picked, chosen }: OwnerName): Promise<FirmMeant> {
	const pick = await firmById(tx, viewer, chosen ?? picked);
	if (pick && (chosen || fold(pick.name) === fold(name))) return { kind: 'firm', firm: pick };
	const cvr = cvrFrom(name);
	if (cvr) {
		const [firm] = await tx
			.select({ id: companies.id, name: companies.name })
			.from(companies)
			.where(and(eq(companies.cvr, cvr), within(viewer, 'companies')));
		return firm ? { kind: 'firm', firm } : { kind: 'unknown-cvr', cvr };
	}
	if (kind === 'person') return { kind: 'none' };
	const alike = await tx
		.select({ id: companies.id, name: companies.name, cvr: companies.cvr })
		.from(companies)
		.where(and(eq(companies.nameKey, nameKey(name)), within(viewer, 'companies')))
		.orderBy(asc(companies.id))
		.limit(12);
	const exact = alike.filter((firm) => fold(firm.name) === fold(name));
	const [firm, ...others] = exact.length > 0 || kind !== 'company' ? exact : alike;
	if (!firm) return kind === 'company' ? { kind: 'unknown-firm' } : { kind: 'none' };
	return others.length > 0 ? { kind: 'several', firms: [firm, ...others] } : { kind: 'firm', firm };
}

async function firmById(tx: Db, viewer: Viewer, token: string | undefined): Promise<Firm | null> {
	const [, id] = token?.match(/^company:(.+)$/) ?? [];
	if (!isId(id)) return null;
	const firm = await known(tx, viewer, 'companies', id);
	return firm ?? null;
}
