import { eq } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { demand } from '#app/record/guard.server.ts';
import type { Db } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies } from '#db/schema/index.ts';
import { actorOf, byHand } from './by-hand.server.ts';
import { refreshCompany } from './derived.server.ts';
import { insertCompany, insertSite } from './rows.server.ts';

/** A firm of which no more is known yet than what it is called. */
interface NamedFirm {
	/** Made with the form: the same id again is the same firm. */
	id: string;
	name: string;
	cvr: string | null;
}

/**
 * Registers a firm by its name alone, with a site that has no address yet, in the transaction of what it is named in.
 * Answers the firm's id: another's when its CVR number is known already. Whether a firm of like name was meant is asked before.
 */
export async function registerOnTheWay(tx: Db, viewer: Viewer, { id, name, cvr }: NamedFirm): Promise<string> {
	demand(viewer, 'create', 'company');
	const [same] = await tx.select({ id: companies.id }).from(companies).where(eq(companies.id, id));
	if (same) return same.id;
	if (cvr) {
		const [known] = await tx.select({ id: companies.id }).from(companies).where(eq(companies.cvr, cvr));
		if (known) return known.id;
	}
	const siteId = newId();
	await insertCompany(tx, { id, name, cvr }, byHand());
	await insertSite(tx, { id: siteId, companyId: id, name, isMain: true }, byHand());
	await refreshCompany(tx, id);
	await recordActivity(tx, actorOf(viewer), {
		verb: 'company.registered',
		subject: { kind: 'company', id },
		changes: { name: [null, name], cvr: [null, cvr] },
	});
	await refreshFindable(tx, { kind: 'company', id });
	await refreshFindable(tx, { kind: 'site', id: siteId });
	return id;
}
