import { m } from '#app/i18n/paraglide/messages.js';
import type { IconName } from '#app/ui/icon.tsx';
import type { SubjectKind } from './subject.ts';

const SUBJECT: Record<SubjectKind, { label: () => string; icon: IconName }> = {
	company: { label: () => m.dialogues_subject_company(), icon: 'company' },
	site: { label: () => m.dialogues_subject_site(), icon: 'site' },
	landowner: { label: () => m.dialogues_subject_landowner(), icon: 'key' },
	property: { label: () => m.dialogues_subject_property(), icon: 'pin' },
	district: { label: () => m.dialogues_subject_district(), icon: 'district' },
};
/** What a talk is about, in a word: firm, owner, property. */
export const subjectLabel = (kind: SubjectKind): string => SUBJECT[kind].label();
export const subjectIcon = (kind: SubjectKind): IconName => SUBJECT[kind].icon;
