import { addressKey, nameKey } from '#db/fold.ts';
import type { Reason, SourceRow, Values } from './record.ts';
import { type Firm, joinKey, type PlannedSite, type Register } from './register.ts';

// Which firm and which site a row means. The order is the same everywhere: CVR number, identifier of another
// register, P-number, name with address; a name alone joins rows of one file and never an existing firm.

export type FirmMatch =
	| { is: 'known'; firm: Firm; by: 'cvr' | 'identifier' | 'pNumber' | 'address' | 'file' }
	| { is: 'new'; name: string }
	| { is: 'refused'; verdict: 'skipped' | 'failed'; reason: Reason; firm?: Firm | undefined };

const refused = (verdict: 'skipped' | 'failed', code: Reason['code'], column?: string, firm?: Firm): FirmMatch => ({
	is: 'refused',
	verdict,
	reason: { code, column },
	firm,
});

/** The firm a row means. Ask `meetKnown` for all rows of the file first. */
export function firmFor(row: SourceRow, register: Register): FirmMatch {
	const { values } = row;
	const strong = byKeys(values, register);
	const holder = values.pNumber ? register.byPNumber.get(values.pNumber)?.firm : undefined;
	if (row.kind === 'unit') return unitsFirm(values, strong, holder);
	const match = strong ?? byFile(values, register);
	if (match?.is !== 'known') return match ?? unknown(values, register);
	if (holder && holder !== match.firm) return refused('failed', 'p_number_of_other_company', values.pNumber);
	if (match.firm.stored?.archivedAt) return refused('skipped', 'company_archived', undefined, match.firm);
	return match;
}

/** Notes which stored firms the rows mean beyond doubt, so that other rows of the same name join them whatever their order. */
export function meetKnown(rows: readonly SourceRow[], register: Register) {
	for (const { values, fault, kind } of rows) {
		if (fault || kind === 'unit' || !values.name) continue;
		const known = byKeys(values, register);
		if (!known) continue;
		register.meet(values.name, known.firm);
		register.timesNamed.set(known.firm, (register.timesNamed.get(known.firm) ?? 0) + 1);
	}
}

/** A P-unit is written only where its firm is known; a ceased one that we never had is no loss. */
function unitsFirm(values: Values, strong: ReturnType<typeof byKeys>, holder: Firm | undefined): FirmMatch {
	const firm = values.cvr ? (strong?.by === 'cvr' ? strong.firm : undefined) : holder;
	if (values.ceasedOn && !holder) return refused('skipped', 'p_unit_ceased', values.pNumber);
	if (!firm) return refused('failed', 'company_unknown', values.cvr);
	if (holder && holder !== firm) return refused('failed', 'p_number_of_other_company', values.pNumber);
	if (firm.stored?.archivedAt) return refused('skipped', 'company_archived', undefined, firm);
	return { is: 'known', firm, by: 'cvr' };
}

function byKeys(values: Values, register: Register): Extract<FirmMatch, { is: 'known' }> | null {
	const byCvr = values.cvr ? register.byCvr.get(values.cvr) : undefined;
	if (byCvr) return { is: 'known', firm: byCvr, by: 'cvr' };
	for (const { scheme, value } of values.identifiers ?? []) {
		const firm = register.byIdentifier.get(`${scheme}\u0000${value}`);
		if (firm && isCompatible(firm, values)) return { is: 'known', firm, by: 'identifier' };
	}
	const holder = values.pNumber ? register.byPNumber.get(values.pNumber)?.firm : undefined;
	if (holder && isCompatible(holder, values)) return { is: 'known', firm: holder, by: 'pNumber' };
	const firm = byNameAndAddress(values, register);
	return firm ? { is: 'known', firm, by: 'address' } : null;
}

function byNameAndAddress(values: Values, register: Register): Firm | undefined {
	if (!values.name) return undefined;
	const wanted = addressKey(values.address ?? null, values.postalCode ?? null);
	const name = joinKey(values.name);
	const there = [...(register.byNameKey.get(nameKey(values.name)) ?? [])].filter(
		(firm) => isCompatible(firm, values) && firm.sites.some((site) => site.row.addressKey === wanted && isSameUnit(site, values)),
	);
	const exact = there.find((firm) => joinKey(firm.row.name ?? '') === name);
	// No address on either side is the same row again only where an import brought the firm; else it is a name alone.
	if (wanted === '') return exact && exact.row.provenance?.name?.source !== 'manual' && exact.row.provenance?.name ? exact : undefined;
	return exact ?? there[0];
}

function byFile(values: Values, register: Register): FirmMatch | null {
	if (!values.name) return null;
	const firms = [...(register.inFile.get(joinKey(values.name)) ?? [])].filter((firm) => isCompatible(firm, values));
	const [only] = firms;
	if (firms.length > 1) return refused('skipped', 'name_ambiguous', values.name);
	return only ? { is: 'known', firm: only, by: 'file' } : null;
}

function unknown(values: Values, register: Register): FirmMatch {
	const { name } = values;
	if (!name) return values.pNumber && !values.cvr ? refused('failed', 'company_unknown', values.pNumber) : refused('failed', 'name_missing');
	const holder = values.pNumber ? register.byPNumber.get(values.pNumber) : undefined;
	if (holder) return refused('failed', 'p_number_of_other_company', values.pNumber);
	const namesake = [...(register.byNameKey.get(nameKey(name)) ?? [])].find(
		(firm) => firm.stored && firm.row.nameKey === nameKey(name) && isCompatible(firm, values),
	);
	return namesake ? refused('skipped', 'name_only_match', namesake.row.name, namesake) : { is: 'new', name };
}

/** Two different CVR numbers are two firms, whatever their names. */
const isCompatible = (firm: Firm, { cvr }: Values) => !cvr || !firm.row.cvr || cvr === firm.row.cvr;

/** Two different P-numbers are two sites, whatever their address. */
const isSameUnit = (site: PlannedSite, { pNumber }: Values) => !pNumber || !site.row.pNumber || pNumber === site.row.pNumber;

/**
 * The site of the firm a row means: by P-number, then by address; null = a new one; undefined = the row says
 * nothing of a place and the firm has several.
 */
export function siteFor(row: SourceRow, firm: Firm, source: 'cvr' | 'file', register: Register): PlannedSite | null | undefined {
	const { values } = row;
	const numbered = values.pNumber ? register.byPNumber.get(values.pNumber) : undefined;
	if (numbered?.firm === firm) return numbered;
	const own = firm.sites.filter((site) => isSameUnit(site, values));
	const key = addressKey(values.address ?? null, values.postalCode ?? null);
	const there = own.find((site) => site.row.addressKey === key);
	if (there) return there;
	if (key === '') {
		if (values.pNumber || values.siteName || values.lat !== undefined || firm.sites.length === 0) return null;
		return firm.sites.length === 1 ? firm.sites[0] : undefined;
	}
	const [first] = own;
	// The firm's only site had no address yet, and no row of this file says it is another place.
	if (first && firm.sites.length === 1 && first.row.addressKey === '' && first.claims.size === 0) return first;
	const main = own.find((site) => site.row.isMain);
	const isRegisters = source === 'cvr' && row.kind === 'company' && main?.row.provenance?.address?.source === 'cvr';
	if (isRegisters && main.claims.size === 0) return main;
	return hasOneSiteThatMoved(row, firm, register) ? first : null;
}

/**
 * A list that names the firm once, at another place than the one it has, without a P-number to tell two apart: the same
 * place at its new address, as the list of last month had it. Two sites would count its people twice.
 */
function hasOneSiteThatMoved({ kind, values }: SourceRow, firm: Firm, register: Register): boolean {
	const [only, more] = firm.sites;
	if (kind !== 'company' || values.pNumber || !values.cvr || !only?.stored || more || only.claims.size > 0) return false;
	// A name of its own is another place: the store beside the works.
	if (values.siteName && values.siteName !== only.row.name) return false;
	return !only.row.archivedAt && (register.timesNamed.get(firm) ?? 0) === 1;
}
