import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Edition } from '#app/activity/edition.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { reviseCompany } from '#app/companies/commands.server.ts';
import { companyForm } from '#app/companies/company-form.server.ts';
import { valuesOf } from '#app/companies/company-values.ts';
import { formatPoint } from '#app/companies/point.ts';
import { companyFor, siteFor } from '#app/companies/queries.server.ts';
import { reviseSite } from '#app/companies/site-commands.server.ts';
import { siteForm } from '#app/companies/site-form.server.ts';
import { districtFieldOf, siteValuesOf } from '#app/companies/site-values.ts';
import { reviseContact } from '#app/contacts/commands.server.ts';
import { contactForm } from '#app/contacts/contact-form.server.ts';
import { putBackInTalk } from '#app/dialogues/put-back.server.ts';
import { reviseDistrict } from '#app/districts/commands.server.ts';
import { districtForm } from '#app/districts/district-form.server.ts';
import { divisionNames } from '#app/districts/industries.server.ts';
import { keepingDraft } from '#app/drafts/drafts.server.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { reviseLandowner } from '#app/landowners/commands.server.ts';
import { landownerForm } from '#app/landowners/landowner-form.server.ts';
import { reviseProperty } from '#app/properties/commands.server.ts';
import { propertyForm } from '#app/properties/property-form.server.ts';
import { placeAgain } from '#app/properties/replacing.server.ts';
import { db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { activity, activityValues, properties } from '#db/schema/index.ts';
import { isRevision } from './deeds.ts';
import type { UpkeepRecord } from './records.server.ts';
import { currentValues, isRevertibleField } from './revertible.server.ts';

/** What became of putting a value back; `refused` says why in a sentence. */
export type Reverted = { kind: 'reverted' } | { kind: 'conflict'; edition: Edition } | { kind: 'refused'; why: string };

type Values = Record<string, unknown>;

/**
 * Gives one field the value it had before a change, as a new change made through the field's own form and command: every
 * rule of today holds. `version` is the one the page showed. 404 for a change that is not this record's, 403 without the
 * right to revise it.
 */
export async function putBack(viewer: Viewer, record: UpkeepRecord, changeId: unknown, version: number): Promise<Reverted> {
	if (!record.mayReadHistory || !record.mayRevert) throw forbidden();
	if (record.archivedAt) return { kind: 'refused', why: m.upkeep_revert_archived() };
	if (!isId(changeId)) throw notFound();
	const [change] = await db
		.select({ seq: activityValues.seq, field: activityValues.field, before: activityValues.before, verb: activity.verb })
		.from(activityValues)
		.innerJoin(activity, eq(activity.seq, activityValues.seq))
		.where(and(eq(activityValues.id, changeId), eq(activity.subjectKind, record.kind), eq(activity.subjectId, record.id)));
	if (!change || !isRevision(change.verb) || !isRevertibleField(record.kind, change.field)) throw notFound();
	return keepingDraft(viewer, { form: record.kind, recordId: record.id }, () => REVERT[record.kind](viewer, { id: record.id, version }, change));
}

type Revert = (viewer: Viewer, seen: { id: string; version: number }, change: { seq: number; field: string; before: unknown }) => Promise<Reverted>;

const REVERT: Record<UpkeepRecord['kind'], Revert> = {
	company: async (viewer, seen, { field, before }) => {
		const form = companyForm(new Set((await divisionNames()).keys()));
		const company = await companyFor(viewer, seen.id);
		const value = field === 'alternativeNames' && Array.isArray(before) ? before.join('\n') : before;
		return checked(form, { ...valuesOf(company), ...seen, [field === 'industryCode' ? 'industry' : field]: value }, async (input) => {
			const answer = await reviseCompany(viewer, input);
			return answer.kind === 'known' ? { kind: 'refused', why: m.upkeep_revert_cvr_taken() } : settled(answer);
		});
	},
	site: async (viewer, seen, { field, before }) =>
		checked(siteForm(), { ...siteValuesOf(await siteFor(viewer, seen.id)), ...seen, [field]: before }, async (input) => {
			const answer = await reviseSite(viewer, input);
			return answer.kind === 'kept' || answer.kind === 'conflict' ? settled(answer) : { kind: 'refused', why: m.upkeep_revert_site_taken() };
		}),
	district: async (viewer, seen, { field, before }) => {
		const { boundary, ...row } = await currentValues({ kind: 'district', id: seen.id });
		const outline = boundary ? JSON.stringify(boundary) : null;
		return checked(districtForm(new Set((await divisionNames()).keys())), { ...row, ...seen, boundary: outline, [field]: before }, async (input) =>
			settled(await reviseDistrict(viewer, input, placeAgain)),
		);
	},
	contact: async (viewer, seen, { field, before }) =>
		checked(contactForm(), { ...(await currentValues({ kind: 'contact', id: seen.id })), ...seen, [field]: before }, async (input) =>
			settled(await reviseContact(viewer, input)),
		),
	landowner: async (viewer, seen, { field, before }) =>
		checked(landownerForm(), { ...(await currentValues({ kind: 'landowner', id: seen.id })), ...seen, [field]: before }, async (input) => {
			const answer = await reviseLandowner(viewer, input);
			return answer.kind === 'revised' || answer.kind === 'conflict' ? settled(answer) : { kind: 'refused', why: m.upkeep_revert_owner_name() };
		}),
	property: async (viewer, seen, { field, before }) => {
		const [row] = await db.select().from(properties).where(eq(properties.id, seen.id));
		if (!row) throw notFound();
		const place = {
			point: row.lat === null || row.lon === null ? null : formatPoint({ lat: row.lat, lon: row.lon }),
			district: districtFieldOf(row),
		};
		return checked(propertyForm(), { ...row, ...place, ...seen, [field]: before }, async (input) => {
			const answer = await reviseProperty(viewer, input);
			return answer.kind === 'kept' || answer.kind === 'conflict' ? settled(answer) : { kind: 'refused', why: m.upkeep_revert_property_taken() };
		});
	},
	dialogue: async (viewer, { id, version }, { seq, field, before }) => {
		const alongside = await db
			.select({ field: activityValues.field, before: activityValues.before })
			.from(activityValues)
			.where(eq(activityValues.seq, seq));
		const earlier = { field, value: before, alongside: new Map(alongside.map((one) => [one.field, one.before])) };
		const answer = await putBackInTalk(viewer, { id, version }, earlier);
		return answer.kind === 'refused' ? { kind: 'refused', why: m.upkeep_revert_refused() } : settled(answer);
	},
};

const settled = (answer: { kind: string } | { kind: 'conflict'; edition: Edition }): Reverted =>
	'edition' in answer ? { kind: 'conflict', edition: answer.edition } : { kind: 'reverted' };

/** The record's values through its own form: a value that would be refused there is refused here, in the same words. */
async function checked<T extends z.ZodType>(form: T, values: Values, save: (input: z.output<T>) => Promise<Reverted>): Promise<Reverted> {
	const submission = submitted(asPosted(values), form);
	if (submission.status === 'success') return await save(submission.value);
	const [fault] = Object.values(submission.error ?? {}).flat();
	return { kind: 'refused', why: typeof fault === 'string' ? fault : m.upkeep_revert_refused() };
}

/** As the record's form would send it: a box ticked is "on", what is empty is not sent. */
function asPosted(values: Values): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(values)) {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (one === null || one === undefined || one === '' || one === false || typeof one === 'object') continue;
			form.append(name, one === true ? 'on' : String(one));
		}
	}
	return form;
}
