import { isEdited } from '#app/activity/edited.server.ts';
import { badRequest, notFound } from '#app/http/errors.ts';
import { safeRedirect } from '#app/http/safe-redirect.ts';
import { isId } from '#db/new-id.ts';
import { DRAFT_FIELDS, type DraftKey } from './forms.ts';
import type { DraftGiven } from './saving.server.ts';

const LONGEST_LABEL = 200;

/** Which draft an address names; an unknown form or a malformed id is nobody's draft. */
export function draftKey({ form, recordId }: Record<string, string | undefined>): DraftKey {
	if (!isEdited(form) || !isId(recordId)) throw notFound();
	return { form, recordId };
}

/** A form as its tab sends it to be kept: its own fields, and beside them where they belong. */
export function draftFrom(form: FormData, key: DraftKey): DraftGiven {
	const told = (name: string) => {
		const value = form.get(`${DRAFT_FIELDS}${name}`);
		return typeof value === 'string' ? value : '';
	};
	const path = safeRedirect(told('path'), '');
	const [version, seen, no] = [told('baseVersion'), told('seen'), told('no')];
	if (!path || !/^\d{0,9}$/.test(version) || !/^\d{0,15}$/.test(seen) || !/^\d{1,9}$/.test(no) || !/^[\w-]{1,40}$/.test(told('tab')))
		throw badRequest();
	return {
		...key,
		path,
		label: told('label').slice(0, LONGEST_LABEL) || null,
		baseVersion: version ? Number(version) : null,
		body: [...form].flatMap(([name, value]) => (typeof value === 'string' && !isSecret(name) ? [[name, value] as [string, string]] : [])),
		seenAt: seen ? new Date(Number(seen)) : null,
		tab: told('tab'),
		no: Number(no),
	};
}

const isSecret = (name: string) => /password|secret|token/i.test(name);
