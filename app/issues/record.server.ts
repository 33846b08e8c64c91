import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import { firmsIn } from '#app/companies/findable.server.ts';
import { audienceIn, textEntries } from '#app/findable/entry.ts';
import { TALK } from '#app/findable/of-talk.server.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownersIn } from '#app/landowners/findable.server.ts';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import type { Kind, Removable } from '#app/record/kind.server.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { companies, dialogues, districts, issues, landowners } from '#db/schema/index.ts';
import { ISSUE } from './record.ts';
import { issueReadable } from './rights.server.ts';

async function entries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: issues.id, title: issues.title, ...TALK })
		.from(issues)
		.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
		.where(and(inArray(issues.id, ids), isNull(issues.archivedAt)))
		.orderBy(asc(issues.id));
	return rows.flatMap((issue) => textEntries('issue', issue.id, audienceIn(issue), [issue.title]));
}

const cards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({
			...{ id: issues.id, title: issues.title, openedOn: issues.openedOn },
			...{ company: companies.name, landowner: landowners.name, district: districts.name },
		})
		.from(issues)
		.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
		.leftJoin(companies, eq(companies.id, issues.companyId))
		.leftJoin(landowners, eq(landowners.id, issues.landownerId))
		.leftJoin(districts, eq(districts.id, issues.districtId))
		.where(and(inArray(issues.id, ids), within(viewer, 'issues'), issueReadable(viewer)));
	return rows.map(({ id, title, openedOn, company, landowner, district }) => ({
		...{ kind: 'issue' as const, id, title, to: paths.issue(id), text: title, on: openedOn },
		detail: detailLine(company ?? landowner ?? district, formatDay(openedOn)),
	}));
};

const inDistrict = (id: string) =>
	db
		.select({ id: issues.id })
		.from(issues)
		.where(or(eq(issues.districtId, id), inArray(issues.companyId, firmsIn(id)), inArray(issues.landownerId, ownersIn(id))));

// Raised in a talk it is the talk's own: it is taken out there.
const place: Removable['place'] = async (tx, viewer, id) => {
	const [row] = await tx
		.select({ companyId: issues.companyId, landownerId: issues.landownerId, districtId: issues.districtId })
		.from(issues)
		.where(and(eq(issues.id, id), isNull(issues.raisedInId), within(viewer, 'issues', { archived: true })));
	if (!row) return null;
	const also = [
		...(row.companyId ? [{ kind: 'company', id: row.companyId }] : []),
		...(row.landownerId ? [{ kind: 'landowner', id: row.landownerId }] : []),
		...(row.districtId ? [{ kind: 'district', id: row.districtId }] : []),
	];
	return { also, findable: { kind: 'issue', id }, page: paths.issue(id), pageWithout: paths.issues() };
};

export const issueKind: Kind = {
	...ISSUE,
	table: issues,
	found: { drawer: 9, entries, cards, inDistrict },
	removable: { may: (viewer) => can(viewer, 'record', 'issue'), called: () => m.upkeep_entry_issue(), place },
};
