import { UNIT, USER } from '#app/admin/record.ts';
import { ATTACHMENT } from '#app/attachments/record.ts';
import { COMMITMENT, COMPANY, SITE } from '#app/companies/record.ts';
import { CONTACT, CONTACT_ROLE } from '#app/contacts/record.ts';
import { DIALOGUE } from '#app/dialogues/record.ts';
import { DISTRICT } from '#app/districts/record.ts';
import { FOLLOW_UP } from '#app/follow-ups/record.ts';
import { ISSUE } from '#app/issues/record.ts';
import { LANDOWNER } from '#app/landowners/record.ts';
import { NEED } from '#app/needs/record.ts';
import { OWNERSHIP, PROPERTY } from '#app/properties/record.ts';
import type { Face } from '#app/record/face.ts';

/** Every kind of record, in the order in which search shows them. Browser-safe. */
export const FACES: readonly Face[] = [
	...[COMPANY, CONTACT, LANDOWNER, SITE, PROPERTY, DISTRICT],
	...[DIALOGUE, NEED, ISSUE, FOLLOW_UP, ATTACHMENT],
	...[OWNERSHIP, CONTACT_ROLE, COMMITMENT, USER, UNIT],
];

const byWord = new Map(FACES.map((face) => [face.kind, face]));

/** The kind a word names; undefined for a word that is none. */
export const faceNamed = (word: string | null | undefined): Face | undefined => byWord.get(word ?? '');

export const kindLabel = (kind: string): string => byWord.get(kind)?.one() ?? kind;
