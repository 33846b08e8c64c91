import type { SubmissionResult } from '@conform-to/react';
import type { z } from 'zod';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { lookAlikesOf } from '#app/companies/look-alikes.server.ts';
import { cvrFrom, pNumberFrom } from '#app/companies/register-numbers.ts';
import { type FollowUpRow, isApproach } from '#app/follow-ups/follow-up-line.ts';
import { colleaguesNear } from '#app/follow-ups/places.server.ts';
import { badRequest } from '#app/http/errors.ts';
import { submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { firmOfSite } from '#app/subjects/firms.server.ts';
import { ofFirm, type SubjectHit } from '#app/subjects/hits.server.ts';
import { subjectById, subjectMeant, subjectTyped } from '#app/subjects/meant.server.ts';
import { MOST_SUBJECTS } from '#app/subjects/naming.server.ts';
import type { SubjectRef } from '#app/subjects/subject.ts';
import { isId, newId } from '#db/new-id.ts';
import type { DialogueInput } from './dialogue.ts';
import type { TalkFields } from './dialogue-form.server.ts';

/** How the form says that the firm typed is to be created. */
const NEW = 'new';

const textOf = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.slice(0, 400) : '';
};

/** What a refused form shows of its subjects: those understood, and those it could have meant. */
export interface FormSubjects {
	first: SubjectHit | null;
	more: SubjectHit[];
	/** For the first subject, and for the further one typed. */
	choices: SubjectHit[];
	alsoChoices: SubjectHit[];
	/** Nobody knows the firm typed: it can be created. */
	isUnknown: boolean;
	/** The firm typed is to be created with the talk. */
	isNew: boolean;
}

/** The form of a talk about these. */
export const subjectsOf = (first: SubjectHit | null, more: SubjectHit[] = []): FormSubjects => ({ ...NOTHING_ASKED, first, more });

/** The subjects of a form that opens with what was typed into it earlier. */
export async function subjectsRestored(viewer: Viewer, restored: Pick<SubmissionResult, 'initialValue'>): Promise<FormSubjects> {
	const form = new FormData();
	for (const [name, value] of Object.entries(restored.initialValue ?? {}))
		for (const one of [value].flat()) if (typeof one === 'string') form.append(name, one);
	const { page } = await subjectsOfForm(viewer, form);
	// What is unclear is asked when the form is sent, not when it opens.
	return { ...page, choices: [], alsoChoices: [], isUnknown: false };
}

const NOTHING_ASKED = { choices: [], alsoChoices: [], isUnknown: false, isNew: false };

type Read = Pick<DialogueInput, 'subjects' | 'newFirm'>;
type SubjectsAnswer = { page: FormSubjects } & ({ errors: Record<string, string[]> } | { errors: null; read: Read });

/** Reads how a posted form names its subjects, and words what is unclear about them. */
export async function subjectsOfForm(viewer: Viewer, form: FormData): Promise<SubjectsAnswer> {
	const [first, also] = [await firstOf(viewer, form), await furtherOf(viewer, form)];
	const page = {
		...NOTHING_ASKED,
		first: 'subject' in first ? first.subject : null,
		more: also.subjects,
		alsoChoices: also.choices,
		...('choices' in first && { choices: first.choices, isUnknown: first.isUnknown }),
		isNew: 'newFirm' in first || 'nameless' in first,
	};
	const errors = {
		...('errors' in first && { firm: first.errors }),
		...(also.errors && { also: also.errors }),
		...('nameless' in first && first.nameless),
	};
	if ('errors' in first || 'nameless' in first || also.errors) return { page, errors };
	const own: SubjectRef = 'newFirm' in first ? { kind: 'company', id: first.newFirm.id } : first.ref;
	return {
		page,
		errors: null,
		read: { subjects: [own, ...also.subjects.map(({ kind, id }) => ({ kind, id }))], newFirm: 'newFirm' in first ? first.newFirm : null },
	};
}

type First =
	| { subject: SubjectHit; ref: SubjectRef }
	| { newFirm: NonNullable<DialogueInput['newFirm']> }
	| { nameless: Record<string, string[]> }
	| { errors: string[]; choices: SubjectHit[]; isUnknown: boolean };

async function firstOf(viewer: Viewer, form: FormData): Promise<First> {
	const fields = {
		firm: textOf(form, 'firm'),
		pickedId: textOf(form, 'pickedId'),
		recentId: textOf(form, 'recentId'),
		chosenId: textOf(form, 'chosenId'),
	};
	const typed = fields.firm.trim().slice(0, 200);
	const isConfirmed = fields.chosenId === NEW || (fields.pickedId === NEW && form.has('seenAlike'));
	if (typed && (fields.pickedId === NEW || fields.chosenId === NEW) && can(viewer, 'create', 'company'))
		return newFirmOf(viewer, form, typed, isConfirmed);
	const meant = await subjectMeant(viewer, fields);
	if (meant.kind === 'one') {
		const { id, kind } = meant.subject;
		const siteId = meant.siteId ?? (kind === 'company' ? await siteOf(viewer, id, textOf(form, 'siteId')) : null);
		return { subject: meant.subject, ref: siteId ? { kind: 'site', id: siteId } : { kind, id } };
	}
	if (meant.kind === 'several') return { errors: [m.dialogues_firm_several({ typed })], choices: meant.subjects, isUnknown: false };
	if (!typed) return { errors: [m.dialogues_firm_missing()], choices: [], isUnknown: false };
	const choices = await alikeOf(viewer, typed);
	return { errors: [m.dialogues_firm_unknown({ typed })], choices, isUnknown: can(viewer, 'create', 'company') && !pNumberFrom(typed) };
}

/** The site chosen. One of another firm was chosen before the firm was changed without scripts: it counts for nothing. */
async function siteOf(viewer: Viewer, companyId: string, siteId: string): Promise<string | null> {
	if (!siteId) return null;
	const firm = await firmOfSite(viewer, siteId);
	if (!firm) throw badRequest();
	return firm.id === companyId ? siteId : null;
}

async function newFirmOf(viewer: Viewer, form: FormData, typed: string, isConfirmed: boolean): Promise<First> {
	const cvr = cvrFrom(typed);
	const name = cvr ? textOf(form, 'newFirmName').trim().slice(0, 200) : typed;
	if (!name) return { nameless: { newFirmName: [m.dialogues_firm_new_name_missing()] } };
	const choices = isConfirmed ? [] : await alikeOf(viewer, name);
	if (choices.length > 0) return { errors: [m.dialogues_firm_alike({ typed: name })], choices, isUnknown: true };
	const id = textOf(form, 'newFirmId');
	return { newFirm: { id: isId(id) ? id : newId(), name, cvr } };
}

const alikeOf = async (viewer: Viewer, name: string): Promise<SubjectHit[]> =>
	(await lookAlikesOf(viewer, { name }, '', { archived: false })).map(({ id, name: called, cvr, address, city, districtName }) =>
		ofFirm({ id, name: called, cvr, districtName, place: [address, city].filter(Boolean).join(', '), sites: [] }),
	);

async function furtherOf(viewer: Viewer, form: FormData): Promise<{ subjects: SubjectHit[]; choices: SubjectHit[]; errors: string[] | null }> {
	const sent = form.getAll('alsoIds').slice(0, MOST_SUBJECTS);
	const ticked = (await Promise.all(sent.map((text) => (typeof text === 'string' ? subjectById(viewer, text) : null)))).flatMap((hit) => hit ?? []);
	const typed = textOf(form, 'also').trim();
	if (!typed) return { subjects: ticked, choices: [], errors: null };
	const meant = await subjectTyped(viewer, typed);
	if (meant.kind === 'one') return { subjects: [...ticked.filter(({ ref }) => ref !== meant.subject.ref), meant.subject], choices: [], errors: null };
	if (meant.kind === 'none') return { subjects: ticked, choices: [], errors: [m.dialogues_also_unknown({ typed })] };
	// One of those it could mean is ticked already: that was the answer.
	if (meant.subjects.some(({ ref }) => ticked.some((hit) => hit.ref === ref))) return { subjects: ticked, choices: [], errors: null };
	return { subjects: ticked, choices: meant.subjects, errors: [m.dialogues_also_several({ typed })] };
}

/** Whether a visit or call agreed here falls near colleagues' own contact with the firm or owner. */
async function meetColleagues(viewer: Viewer, { first, more }: FormSubjects, agreed: readonly FollowUpRow[]): Promise<boolean> {
	const hits = [first, ...more].flatMap((hit) => hit ?? []);
	const place = { company: hits.find(({ kind }) => kind === 'company') ?? null, landowner: hits.find(({ kind }) => kind === 'landowner') ?? null };
	const days = new Set(agreed.filter(isApproach).map(({ dueOn }) => dueOn));
	for (const day of days) if (day && (await colleaguesNear(viewer, place, day))) return true;
	return false;
}

/** What of a form is read from other fields than their namesakes. */
type FormOnly = 'firm' | 'siteId' | 'followUp' | 'goAheadReason' | 'person' | 'personTitle' | 'personPhone';

type TalkRead<Fields extends TalkFields> =
	| {
			talk: Omit<Fields, FormOnly> & Pick<DialogueInput, 'subjects' | 'newFirm' | 'newPerson'>;
			page: FormSubjects;
			reply: (fieldErrors: Record<string, string[]>) => SubmissionResult<string[]>;
	  }
	| { talk: null; page: FormSubjects; result: SubmissionResult<string[]> };

/** Reads a posted talk whole: its fields checked, its subjects found, the person named anew with them. What is wrong is said all at once. */
export async function talkOfForm<Fields extends TalkFields>(viewer: Viewer, form: FormData, schema: z.ZodType<Fields>): Promise<TalkRead<Fields>> {
	const submission = submitted(form, schema);
	const named = await subjectsOfForm(viewer, form);
	const { page } = named;
	if (named.errors) return { talk: null, page, result: submission.reply({ fieldErrors: named.errors }) };
	if (submission.status !== 'success') return { talk: null, page, result: submission.reply() };
	const { firm: _firm, siteId: _site, followUp, goAheadReason, person, personTitle, personPhone, ...fields } = submission.value;
	const isOfSomebody = named.read.subjects.some(({ kind }) => kind === 'company' || kind === 'site' || kind === 'landowner');
	if (person && !isOfSomebody) return { talk: null, page, result: submission.reply({ fieldErrors: { person: [m.dialogues_person_of_whom()] } }) };
	const newPerson = person ? { name: person, title: personTitle, phone: personPhone, email: null } : null;
	const agreed = followUp ? [followUp, ...fields.followUps] : fields.followUps;
	if (!goAheadReason && (await meetColleagues(viewer, page, agreed)))
		return { talk: null, page, result: submission.reply({ fieldErrors: { goAheadReason: [m.dialogues_guard_reason_missing()] } }) };
	const followUps = agreed.map((one) => (isApproach(one) ? { ...one, goAheadReason } : one));
	const talk = { ...fields, followUps, ...named.read, newPerson };
	return { talk, page, reply: (fieldErrors) => submission.reply({ fieldErrors }) };
}
