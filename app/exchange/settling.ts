import type { CompanyFields, SiteFields } from '#app/companies/rows.server.ts';
import { addressKey, fold, nameKey } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import type { Deed, PlannedChoice, PlanOptions } from './deed.ts';
import type { Diff, Heads, Reason } from './record.ts';
import type { Firm, PlannedSite, Register } from './register.ts';

/** What the register says of these is law, whoever typed something else before. */
const REGISTER_FIRST: ReadonlySet<string> = new Set(['isProtected', 'status', 'statusGroup', 'ceasedOn', 'cvr']);

/**
 * Settles what one row changes: compares its values with the planned state, keeps what was typed by hand and what
 * an earlier row of the file said, and collects deeds, diff and reasons.
 */
export class Settling {
	readonly deeds: Deed[] = [];
	readonly diff: Diff = {};
	readonly reasons: Reason[];
	isCreating = false;
	/** Values that an earlier row of the file had settled otherwise. */
	passed = 0;

	constructor(
		notes: readonly Reason[],
		private readonly options: PlanOptions,
	) {
		this.reasons = [...notes];
	}

	get isChanging() {
		return Object.keys(this.diff).length > 0;
	}

	createCompany(firm: Firm, fields: CompanyFields) {
		const deed = { is: 'createCompany' as const, id: firm.id, fields: { ...fields } };
		this.deeds.push(deed);
		firm.creation = deed;
		this.isCreating = true;
		this.diff.name = [null, fields.name];
	}

	createSite(site: PlannedSite, fields: SiteFields) {
		const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
		const deed = { is: 'createSite' as const, id: site.id, companyId: site.firm.id, fields: given, district: 'point' as PlannedChoice };
		this.deeds.push(deed);
		site.creation = deed;
		this.isCreating = true;
		for (const [key, value] of Object.entries(given)) this.diff[`site.${key}`] = [null, value];
	}

	company(firm: Firm, wanted: CompanyFields) {
		const changed = this.changes(firm, wanted, '');
		if (Object.keys(changed).length === 0) return;
		if (changed.name) firm.row.nameKey = nameKey(changed.name);
		this.writeCompany(firm, changed);
	}

	site(site: PlannedSite, wanted: SiteFields) {
		const changed = this.changes(site, wanted, 'site.');
		if (Object.keys(changed).length === 0) return;
		site.row.addressKey = addressKey(site.row.address ?? null, site.row.postalCode ?? null);
		this.writeSite(site, changed);
	}

	/** A later figure replaces an earlier one; one without a day is compared by its number alone. */
	companyHeads(firm: Firm, heads: Heads | undefined) {
		const changed = this.heads(firm, heads, '');
		if (changed) this.writeCompany(firm, changed);
	}

	siteHeads(site: PlannedSite, heads: Heads | undefined) {
		const changed = this.heads(site, heads, 'site.');
		if (changed) this.writeSite(site, changed);
	}

	/** A file of sites tells the firm's size by their sum, unless somebody or the register says otherwise. */
	sumOfHeads(firm: Firm) {
		const source = firm.row.provenance?.headcount?.source;
		if (source === 'manual' || source === 'cvr') return;
		const alive = firm.sites.filter(({ row }) => !row.archivedAt && !row.ceasedOn);
		const [only] = alive;
		const isClassOnly = alive.some(({ row }) => (row.headcount ?? null) === null && row.sizeClass);
		if (isClassOnly && alive.length > 1) return;
		const headcount = isClassOnly ? null : alive.reduce((sum, { row }) => sum + (row.headcount ?? 0), 0);
		const sizeClass = isClassOnly ? (only?.row.sizeClass ?? null) : null;
		firm.claims.delete('headcount');
		this.companyHeads(firm, { headcount, sizeClass, on: null });
	}

	identifiers(firm: Firm, wanted: ReadonlyArray<{ scheme: string; value: string }>) {
		for (const { scheme, value } of wanted) {
			if (firm.identifiers.some((known) => known.scheme === scheme && known.value === value)) continue;
			firm.identifiers.push({ scheme, value });
			this.deeds.push({ is: 'addIdentifier', companyId: firm.id, scheme, value });
			this.diff[`identifier.${scheme}`] = [null, value];
		}
	}

	/** The outline that holds the point decides; else the district the file names, made when it is new and allowed. */
	district(site: PlannedSite, name: string | undefined, placed: { districtId: string; isDoubtful: boolean } | undefined, register: Register) {
		const isMoved = !site.creation && ('site.lat' in this.diff || 'site.lon' in this.diff);
		const nameOf = (wanted: string | null | undefined) => [...register.districts.values()].find((one) => one.id === wanted)?.name ?? null;
		if (site.claims.has('district')) {
			if (isMoved) this.hold(site);
			return;
		}
		if (!placed && !name) {
			if (isMoved) this.leave(site, nameOf(site.row.districtId));
			return;
		}
		site.claims.add('district');
		const known = name ? register.districts.get(fold(name)) : undefined;
		const isNew = !placed && !known;
		if (isNew && !this.options.createDistricts) {
			this.reasons.push({ code: 'district_unknown', column: name });
			return;
		}
		const id = placed?.districtId ?? known?.id ?? newId();
		if (site.row.districtId === id) {
			if (isMoved && !placed) this.hold(site);
			return;
		}
		if (site.row.districtSource === 'manual') {
			this.reasons.push({ code: 'kept_manual', column: 'district' });
			return;
		}
		if (isNew && name) {
			this.deeds.unshift({ is: 'createDistrict', id, name });
			register.addDistrict({ id, name });
		}
		this.diff['site.district'] = [nameOf(site.row.districtId), nameOf(id)];
		site.row.districtId = id;
		site.row.districtSource = placed ? 'point' : 'import';
		const choice: PlannedChoice = placed ? 'point' : { id, source: 'import' };
		if (site.creation && 'district' in site.creation) site.creation.district = choice;
		else this.writeSite(site, {}, choice);
	}

	/** A point that moved would take the site out of the district the file names for it. */
	private hold(site: PlannedSite) {
		const { districtId, districtSource } = site.row;
		if (districtSource === 'manual' || !districtId) return;
		site.row.districtSource = 'import';
		this.writeSite(site, {}, { id: districtId, source: 'import' });
	}

	/** A point that moved out of every outline, in a file that names no district. */
	private leave({ row }: PlannedSite, name: string | null) {
		if (!row.districtId || row.districtSource === 'manual' || row.districtSource === 'import') return;
		row.districtId = null;
		this.diff['site.district'] = [name, null];
	}

	private changes<Fields extends CompanyFields | SiteFields>(target: Firm | PlannedSite, wanted: Fields, prefix: string): Fields {
		const row = target.row as Record<string, unknown>; // both kinds of row, by the names of their fields
		const changed: Record<string, unknown> = {};
		for (const [key, value] of Object.entries(wanted)) {
			if (value === undefined) continue;
			const before = row[key] ?? null;
			const isSame = JSON.stringify(before) === JSON.stringify(value);
			if (target.claims.has(key)) {
				if (!isSame) this.passed++;
				continue;
			}
			target.claims.add(key);
			if (isSame || (before === null && value === false)) continue;
			if (this.isKept(target, key, before)) continue;
			row[key] = value;
			changed[key] = value;
			this.diff[prefix + key] = [before, value];
		}
		return changed as Fields;
	}

	private heads(target: Firm | PlannedSite, heads: Heads | undefined, prefix: string) {
		if (!heads) return null;
		const { row } = target;
		const isSame = (row.headcount ?? null) === heads.headcount && (heads.headcount !== null || row.sizeClass === heads.sizeClass);
		if (target.claims.has('headcount')) {
			if (!isSame) this.passed++;
			return null;
		}
		target.claims.add('headcount');
		const isOlder = heads.on !== null && row.headcountOn != null && heads.on < row.headcountOn;
		if (isOlder || (isSame && (heads.on === null || heads.on === row.headcountOn))) return null;
		if (this.isKept(target, 'headcount', row.headcount ?? row.sizeClass ?? null)) return null;
		const changed = {
			headcount: heads.headcount,
			sizeClass: heads.sizeClass,
			headcountOn: heads.on ?? this.options.on,
			headcountSource: this.options.source === 'cvr' ? 'CVR' : this.options.fileName,
		};
		this.diff[`${prefix}headcount`] = [row.headcount ?? row.sizeClass ?? null, heads.headcount ?? heads.sizeClass];
		Object.assign(row, changed);
		return changed;
	}

	private isKept({ row }: Firm | PlannedSite, key: string, before: unknown): boolean {
		if (before === null || row.provenance?.[key]?.source !== 'manual') return false;
		if (this.options.source === 'cvr' && REGISTER_FIRST.has(key)) return false;
		this.reasons.push({ code: 'kept_manual', column: key });
		return true;
	}

	private writeCompany(firm: Firm, fields: CompanyFields) {
		if (firm.creation) {
			Object.assign(firm.creation.fields, fields);
			return;
		}
		const same = this.deeds.find((deed) => deed.is === 'updateCompany' && deed.id === firm.id);
		if (same?.is === 'updateCompany') Object.assign(same.fields, fields);
		else this.deeds.push({ is: 'updateCompany', id: firm.id, version: nextVersion(firm.row), fields });
	}

	private writeSite(site: PlannedSite, fields: SiteFields, district?: PlannedChoice) {
		if (site.creation) {
			Object.assign(site.creation.fields, fields);
			return;
		}
		const same = this.deeds.find((deed) => deed.is === 'updateSite' && deed.id === site.id);
		if (same?.is === 'updateSite') {
			Object.assign(same.fields, fields);
			same.district = district ?? same.district;
		} else this.deeds.push({ is: 'updateSite', id: site.id, companyId: site.firm.id, version: nextVersion(site.row), fields, district });
	}
}

/** The version the deed expects; the planned row moves on to the one it leaves. */
function nextVersion(row: { version?: number }): number {
	const expected = row.version ?? 1;
	row.version = expected + 1;
	return expected;
}
