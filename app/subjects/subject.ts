export const SUBJECT_KINDS = ['company', 'site', 'district', 'landowner', 'property'] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a talk is about, by name: a firm (its main site, where it has one), one site of it, an owner, a property, a district. */
export interface SubjectRef {
	kind: SubjectKind;
	id: string;
}

/** Somebody of the talk's first firm or owner whom nobody has met before. */
export interface NewPerson {
	name: string;
	title: string | null;
	phone: string | null;
	email: string | null;
}

/** A subject as stored: one of the five, with the company and district of the day of the talk. */
export interface Subject {
	companyId: string | null;
	siteId: string | null;
	districtId: string | null;
	landownerId?: string | null;
	propertyId?: string | null;
	/** The firm itself, the site's, or the firm the owner is. */
	thenCompanyId: string | null;
	thenDistrictId: string | null;
}

/** True when every subject is an owner or land: its note and topics are then the acting unit's and the managers'. */
export const concernsLandOnly = (subjects: readonly Subject[]): boolean =>
	subjects.length > 0 && subjects.every(({ landownerId, propertyId }) => Boolean(landownerId ?? propertyId));

/** What a stored subject is of. */
export function refOf({ companyId, siteId, districtId, landownerId, propertyId }: Subject): SubjectRef {
	if (siteId) return { kind: 'site', id: siteId };
	if (districtId) return { kind: 'district', id: districtId };
	if (landownerId) return { kind: 'landowner', id: landownerId };
	return propertyId ? { kind: 'property', id: propertyId } : { kind: 'company', id: companyId ?? '' };
}

export const REF = new RegExp(`^(?:(${SUBJECT_KINDS.join('|')}):)?([0-9a-f-]{36})$`);

/** A subject as forms and addresses carry it, "landowner:0190…"; an id alone is a firm's. */
export function subjectRef(text: string | null | undefined): SubjectRef | null {
	const [, kind = 'company', id] = REF.exec(text ?? '') ?? [];
	const known = SUBJECT_KINDS.find((one) => one === kind);
	return known && id ? { kind: known, id } : null;
}

export const subjectText = ({ kind, id }: SubjectRef): string => `${kind}:${id}`;
