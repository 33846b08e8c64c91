import type { CompanyFields, SiteFields } from '#app/companies/rows.server.ts';
import { columnOf } from '#app/record/field.ts';
import { addressKey, fold, nameKey } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import type { Deed, PlanOptions } from './deed.ts';
import { PLAIN, PLAIN_FIELDS } from './fields.ts';
import { firmFor, meetKnown, siteFor } from './match.ts';
import { isLeftOut, type RowOutcome, type SourceRow, type Values } from './record.ts';
import type { Firm, PlannedSite, Register } from './register.ts';
import { Settling } from './settling.ts';

export interface PlannedRow extends RowOutcome {
	deeds: Deed[];
	/** The firm the row named, changed or not. */
	firmId?: string | undefined;
}

export interface Plan {
	/** In the order in which they are carried out: firms before P-units. */
	rows: PlannedRow[];
	/** Names of one firm that differ in the file, each group met by normalising. */
	joinedNames: string[][];
}

/** Works out the verdict and the deeds of every row. `register` is used up: it holds the planned state afterwards. */
export function plan(rows: readonly SourceRow[], register: Register, options: PlanOptions): Plan {
	meetKnown(rows, register);
	const firms = new Set<Firm>();
	const ordered = [...rows.filter(({ kind }) => kind === 'company'), ...rows.filter(({ kind }) => kind === 'unit')];
	const planned = ordered.map((row) => planRow(withOwnUnit(row, register), register, options, firms));
	const joinedNames = [...firms].filter(({ spellings }) => spellings.size > 1).map(({ spellings }) => [...spellings]);
	return { rows: planned, joinedNames };
}

/** A P-number of another firm is a slip of one cell: a row that names its firm goes without it, and says so. */
function withOwnUnit(row: SourceRow, register: Register): SourceRow {
	const { pNumber, ...values } = row.values;
	if (row.fault || row.kind === 'unit' || !values.name || !pNumber || !register.byPNumber.has(pNumber)) return row;
	const match = firmFor(row, register);
	if (match.is !== 'refused' || match.reason.code !== 'p_number_of_other_company') return row;
	return { ...row, values, notes: [...row.notes, { ...match.reason, column: row.columns?.pNumber, value: pNumber }] };
}

function planRow(row: SourceRow, register: Register, options: PlanOptions, firms: Set<Firm>): PlannedRow {
	const nothing = { no: row.no, diff: {}, deeds: [] };
	if (row.fault) return { ...nothing, verdict: isLeftOut(row.fault) ? 'skipped' : 'failed', reasons: [row.fault] };
	const match = firmFor(row, register);
	if (match.is === 'refused') return { ...nothing, verdict: match.verdict, reasons: [match.reason, ...row.notes], firmId: match.firm?.id };
	const settling = new Settling(row.notes, options);
	const firm = match.is === 'known' ? match.firm : newFirm(match.name, register, settling);
	firms.add(firm);
	if (match.is === 'known' && match.by === 'file') settling.reasons.push({ code: 'joined_by_name', value: row.values.name });
	if (row.kind === 'company') {
		if (row.values.name && (match.is === 'new' || match.by !== 'cvr')) firm.spellings.add(row.values.name);
		const isNamed = match.is === 'known' && (match.by === 'cvr' || match.by === 'identifier');
		settling.company(firm, companyFields(row.values, firm, isNamed));
		settling.companyHeads(firm, row.values.companyHeads);
		if (row.values.name) {
			register.meet(row.values.name, firm);
			firm.claims.add('name');
		}
	}
	settling.identifiers(firm, row.kind === 'company' ? (row.values.identifiers ?? []) : []);
	planSite(row, firm, register, settling, options);
	register.index(firm);
	const verdict = settling.isCreating ? 'created' : settling.isChanging ? 'updated' : 'unchanged';
	return { no: row.no, verdict, reasons: settling.reasons, diff: settling.diff, deeds: settling.deeds, firmId: firm.id };
}

function planSite(row: SourceRow, firm: Firm, register: Register, settling: Settling, { source }: PlanOptions) {
	const { values } = row;
	const known = siteFor(row, firm, source, register);
	const site = known === null ? newSite(values, firm, settling) : known;
	if (!site) {
		if (source === 'file') settling.companyHeads(firm, values.siteHeads);
		return;
	}
	const isAgain = site.claims.size > 0;
	const before = settling.passed;
	const was = site.row.addressKey;
	settling.site(site, siteFields(row, firm, site, source));
	if (site.stored && was && was !== site.row.addressKey) settling.reasons.push({ code: 'site_moved', column: site.stored.address ?? undefined });
	// Its place is what the first row of the file says it is, also where that only led to it.
	if (values.address !== undefined) site.claims.add('address').add('postalCode');
	if (values.siteName !== undefined) site.claims.add('name');
	settling.siteHeads(site, values.siteHeads);
	// A point that was passed over, since an earlier row or a hand gave another, tells nothing of the district.
	const isItsPoint = site.row.lat === values.lat && site.row.lon === values.lon;
	settling.district(site, values.district, isItsPoint ? register.placed.get(row.no) : undefined, register);
	if (isAgain && settling.passed > before) settling.reasons.push({ code: 'duplicate_row' });
	const isClosing = 'site.ceasedOn' in settling.diff && (site.row.headcount != null || site.row.sizeClass != null);
	if (source === 'file' && (values.siteHeads || isClosing)) settling.sumOfHeads(firm);
	register.indexSite(site);
}

function newFirm(name: string, register: Register, settling: Settling): Firm {
	const firm: Firm = {
		id: newId(),
		row: { name, nameKey: nameKey(name) },
		stored: null,
		sites: [],
		identifiers: [],
		claims: new Set(['name']),
		spellings: new Set(),
	};
	settling.createCompany(firm, { name });
	register.add(firm);
	return firm;
}

function newSite(values: Values, firm: Firm, settling: Settling): PlannedSite {
	const fields = {
		name: values.siteName ?? firm.row.name ?? '',
		isMain: firm.sites.length === 0,
		address: values.address,
		postalCode: values.postalCode,
	};
	const row = { ...fields, addressKey: addressKey(values.address ?? null, values.postalCode ?? null) };
	const site: PlannedSite = { id: newId(), firm, row, stored: null, claims: new Set(['isMain']) };
	firm.sites.push(site);
	settling.createSite(site, fields);
	return site;
}

/** `isNamed`: the firm was met by a number, so that its name may be another one now. */
function companyFields(values: Values, firm: Firm, isNamed: boolean): CompanyFields {
	const { name, alternativeNames, ...rest } = values;
	const known = firm.row.alternativeNames ?? [];
	const more = alternativeNames?.filter((other) => !known.some((one) => fold(one) === fold(other))) ?? [];
	return {
		name: isNamed ? name : undefined,
		alternativeNames: more.length > 0 ? [...known, ...more] : undefined,
		cvr: rest.cvr,
		formCode: rest.formCode,
		status: rest.status,
		statusGroup: rest.statusGroup ?? (rest.ceasedOn ? 'ceased' : undefined),
		industryCode: rest.industryCode,
		industryText: rest.industryText,
		industryScheme: rest.industryScheme,
		industryFrom: rest.industryFrom,
		isProtected: rest.isProtected,
		...Object.fromEntries(PLAIN_FIELDS.map((field) => [columnOf(field, PLAIN[field]), rest[field]])),
	};
}

function siteFields({ kind, values }: SourceRow, firm: Firm, site: PlannedSite, source: 'cvr' | 'file'): SiteFields {
	const isSamePlace = values.address !== undefined && site.row.addressKey === addressKey(values.address, values.postalCode ?? null);
	// A postal code without an address says nothing of a place that has one.
	const isLoose = values.address === undefined && site.row.address != null;
	// A list of P-units gives each its own name beside the firm's number.
	const ownName = values.pNumber && values.cvr && source === 'file' && values.name !== firm.row.name ? values.name : undefined;
	const hasIndustry = source === 'file' || kind === 'unit';
	return {
		name: values.siteName ?? ownName,
		pNumber: values.pNumber,
		address: isSamePlace ? undefined : values.address,
		postalCode: isSamePlace || isLoose ? undefined : values.postalCode,
		city: values.city,
		lat: values.lat,
		lon: values.lon,
		industryCode: hasIndustry ? values.industryCode : undefined,
		industryText: hasIndustry ? values.industryText : undefined,
		isProtected: values.isProtected,
		ceasedOn: values.ceasedOn,
	};
}
