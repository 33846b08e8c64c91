import type { CompanyFields, SiteFields } from '#app/companies/rows.server.ts';
import { fold } from '#db/fold.ts';
import type { companies, sites } from '#db/schema/companies.ts';

export type CompanyRow = typeof companies.$inferSelect;
export type SiteRow = typeof sites.$inferSelect;

/** A site as planned: the stored row (when there is one) with what the file adds. */
export interface PlannedSite {
	id: string;
	firm: Firm;
	row: Partial<SiteRow>;
	stored: SiteRow | null;
	/** Fields an earlier row of the file has settled. */
	claims: Set<string>;
	/** The deed that will write it, when it is new: later rows of the file add to it. */
	creation?: { fields: SiteFields };
}

/** A firm as planned. */
export interface Firm {
	id: string;
	row: Partial<CompanyRow>;
	stored: CompanyRow | null;
	sites: PlannedSite[];
	identifiers: Array<{ scheme: string; value: string }>;
	claims: Set<string>;
	/** Spellings of the name met in the file. */
	spellings: Set<string>;
	creation?: { fields: CompanyFields };
}

export interface PlannedDistrict {
	id: string;
	name: string;
}

/** Names meet inside one file when they differ by case and blanks only: "X Ltd" and "X Inc" are two firms. */
export const joinKey = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The part of the stored firms a file can touch, in memory, with what the plan has added so far. */
export class Register {
	readonly byCvr = new Map<string, Firm>();
	readonly byIdentifier = new Map<string, Firm>();
	readonly byPNumber = new Map<string, PlannedSite>();
	readonly byNameKey = new Map<string, Set<Firm>>();
	/** Firms that rows of this file have met or made, by the file's spelling of the name. */
	readonly inFile = new Map<string, Set<Firm>>();
	/** How many rows of the file name a stored firm beyond doubt. */
	readonly timesNamed = new Map<Firm, number>();
	readonly districts = new Map<string, PlannedDistrict>();
	/** Row number → the district whose outline holds the row's point. */
	readonly placed = new Map<number, { districtId: string; isDoubtful: boolean }>();

	add(firm: Firm) {
		this.index(firm);
		for (const site of firm.sites) this.indexSite(site);
	}

	/** Call again after a firm's number, name or identifiers changed. */
	index(firm: Firm) {
		if (firm.row.cvr) this.byCvr.set(firm.row.cvr, firm);
		for (const { scheme, value } of firm.identifiers) this.byIdentifier.set(`${scheme}\u0000${value}`, firm);
		if (firm.row.nameKey) put(this.byNameKey, firm.row.nameKey, firm);
	}

	indexSite(site: PlannedSite) {
		if (site.row.pNumber) this.byPNumber.set(site.row.pNumber, site);
	}

	meet(name: string, firm: Firm) {
		put(this.inFile, joinKey(name), firm);
	}

	addDistrict(district: PlannedDistrict) {
		this.districts.set(fold(district.name), district);
	}
}

function put<T>(map: Map<string, Set<T>>, key: string, value: T) {
	const set = map.get(key);
	if (set) set.add(value);
	else map.set(key, new Set([value]));
}
