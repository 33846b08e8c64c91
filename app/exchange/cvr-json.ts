import { sizeClassOf } from '#app/companies/size.ts';
import { SIZE_CLASSES } from '#db/vocabulary.ts';
import { isObject, type Json, records } from './cvr-envelope.ts';
import type { Decoded } from './decode.ts';
import type { Heads, ReadFile, Reason, SourceRow, Values } from './record.ts';
import { present } from './row-values.ts';
import { addressLine, knownStatus } from './values.ts';

// The register's own JSON (system-til-system distribution). Lists are histories: the current entry is the one whose
// period is open. The "nyeste…" shortcuts mean latest, not current, and are never read.

/** Reads firms and P-units of the CVR register. `today` decides which periods are open. Throws `ExchangeError`. */
export function readCvr(file: Decoded, today: string): ReadFile {
	const rows = records(file.text).map((record, at) => rowOf(record, at + 1, today));
	return { reading: { format: 'cvr-json', encoding: file.encoding, bom: file.bom, unmatched: [] }, mapping: {}, source: 'cvr', rows };
}

function rowOf(record: Json, no: number, today: string): SourceRow {
	const firm = record.Vrvirksomhed ?? (record.cvrNummer !== undefined ? record : undefined);
	if (isObject(firm)) return { no, kind: 'company', ...firmOf(firm, today) };
	const unit = record.VrproduktionsEnhed ?? (record.pNummer !== undefined ? record : undefined);
	if (isObject(unit)) return { no, kind: 'unit', ...unitOf(unit, today) };
	return { no, kind: 'company', values: {}, notes: [], fault: { code: 'not_a_record' } };
}

function firmOf(firm: Json, today: string): Pick<SourceRow, 'values' | 'notes'> {
	const notes: Reason[] = [];
	const metadata = object(firm.virksomhedMetadata);
	const status = text(current(firm.virksomhedsstatus, today)?.status) ?? text(metadata.sammensatStatus);
	const ceasedOn = ceasing(firm, today);
	const known = status ? knownStatus(status) : 'active';
	if (!known) notes.push({ code: 'status_unknown', value: status });
	const heads = headsOf(firm);
	const units = open(firm.penheder, today);
	const only = units.length === 1 ? digits(units[0]?.pNummer, 10) : undefined;
	const form = current(firm.virksomhedsform, today)?.virksomhedsformkode;
	const values: Values = {
		...parts(firm, today),
		cvr: digits(firm.cvrNummer, 8),
		alternativeNames: open(firm.binavne, today).flatMap(({ navn }) => text(navn) ?? []),
		formCode: form === undefined || form === null ? undefined : String(form),
		status,
		statusGroup: ceasedOn ? 'ceased' : (known ?? 'active'),
		phone: contact(firm.telefonNummer, today),
		email: contact(firm.elektroniskPost, today),
		website: contact(firm.hjemmeside, today),
		foundedOn: start(text(metadata.stiftelsesDato) ?? first(firm.livsforloeb)),
		ceasedOn,
		companyHeads: heads,
		pNumber: only,
		siteHeads: only ? heads : undefined,
	};
	if (values.alternativeNames?.length === 0) delete values.alternativeNames;
	return { values: present(values), notes };
}

function unitOf(unit: Json, today: string): Pick<SourceRow, 'values' | 'notes'> {
	const relations = array(unit.virksomhedsrelation);
	const relation = current(relations, today) ?? latest(relations);
	const { name, ...rest } = parts(unit, today);
	const values: Values = {
		...rest,
		siteName: name,
		cvr: digits(relation?.cvrNummer, 8),
		pNumber: digits(unit.pNummer, 10),
		ceasedOn: ceasing(unit, today),
		siteHeads: headsOf(unit),
	};
	return { values: present(values), notes: [] };
}

/** What firms and P-units have in common. */
function parts(record: Json, today: string): Values {
	const address = current(record.beliggenhedsadresse, today);
	const industry = current(record.hovedbranche, today);
	const from = start(text(object(industry?.periode).gyldigFra));
	return {
		name: text(current(record.navne, today)?.navn),
		isProtected: typeof record.reklamebeskyttet === 'boolean' ? record.reklamebeskyttet : undefined,
		industryCode: industry ? digits(industry.branchekode, 6) : undefined,
		industryText: text(industry?.branchetekst),
		// DB25 is in force from 2025; a code valid since before is DB07's.
		industryScheme: industry ? ((from ?? '') >= '2025-01-01' ? 'DB25' : 'DB07') : undefined,
		industryFrom: from,
		...(address && addressOf(address)),
	};
}

function addressOf(address: Json): Values {
	const [from, to] = [text(address.husnummerFra), text(address.husnummerTil)];
	const line = addressLine({
		street: text(address.vejnavn),
		number: from && to && to !== from ? `${from}-${to}` : from,
		letter: text(address.bogstavFra),
		floor: text(address.etage),
		door: text(address.sidedoer),
	});
	return {
		address: line ?? text(address.fritekst),
		postalCode: digits(address.postnummer, 4),
		city: text(address.postdistrikt),
	};
}

/** Heads by the newest month of the series still kept (erstMaanedsbeskaeftigelse), else by quarter, else by year. */
function headsOf(record: Json): Heads | undefined {
	const series: Array<[unknown, (entry: Json) => number]> = [
		[record.erstMaanedsbeskaeftigelse, ({ maaned }) => Number(maaned)],
		[record.maanedsbeskaeftigelse, ({ maaned }) => Number(maaned)],
		[record.kvartalsbeskaeftigelse, ({ kvartal }) => Number(kvartal) * 3],
		[record.aarsbeskaeftigelse, () => 12],
	];
	for (const [entries, monthOf] of series) {
		const dated = array(entries)
			.map((entry) => ({ entry, year: Number(entry.aar), month: monthOf(entry) }))
			.filter(({ year, month, entry }) => year > 1900 && month >= 1 && month <= 12 && (figure(entry) !== null || interval(entry) !== null))
			.sort((a, b) => b.year - a.year || b.month - a.month);
		const [newest] = dated;
		if (!newest) continue;
		const headcount = figure(newest.entry);
		const sizeClass = headcount === null ? interval(newest.entry) : sizeClassOf(headcount);
		return { headcount, sizeClass, on: new Date(Date.UTC(newest.year, newest.month, 0)).toISOString().slice(0, 10) };
	}
	return undefined;
}

const figure = ({ antalAnsatte }: Json) =>
	typeof antalAnsatte === 'number' && Number.isInteger(antalAnsatte) && antalAnsatte >= 0 ? antalAnsatte : null;
const interval = ({ intervalKodeAntalAnsatte: code }: Json) => SIZE_CLASSES.find((name) => name === code) ?? null;

/** The last day of a life that is over, by its periods or, where those are silent, by the register's word for it. */
function ceasing(record: Json, today: string): string | undefined {
	const lives = array(record.livsforloeb);
	if (lives.length > 0 && open(lives, today).length === 0) return end(latest(lives));
	const metadata = object(record.virksomhedMetadata ?? record.produktionsEnhedMetadata);
	const word = text(metadata.sammensatStatus);
	return word && knownStatus(word) === 'ceased' ? (end(latest(lives)) ?? today) : undefined;
}

function isOpen(entry: Json, today: string): boolean {
	const { gyldigFra, gyldigTil } = object(entry.periode);
	return (typeof gyldigTil !== 'string' || gyldigTil >= today) && (typeof gyldigFra !== 'string' || gyldigFra <= today);
}

const open = (list: unknown, today: string): Json[] => array(list).filter((entry) => isOpen(entry, today));
const from = (entry: Json) => text(object(entry.periode).gyldigFra) ?? '';
const end = (entry: Json | undefined) => text(object(entry?.periode).gyldigTil);
const latest = (list: unknown): Json | undefined =>
	array(list).reduce<Json | undefined>((best, entry) => (!best || from(entry) >= from(best) ? entry : best), undefined);
const current = (list: unknown, today: string): Json | undefined => latest(open(list, today));
const first = (list: unknown): string | undefined => array(list).map(from).filter(Boolean).sort()[0];

/** 1901-01-01 stands for "since nobody knows when". */
const start = (day: string | undefined) => (day && day !== '1901-01-01' && day !== '1900-01-01' ? day : undefined);

const contact = (list: unknown, today: string) => text(latest(open(list, today).filter(({ hemmelig }) => hemmelig !== true))?.kontaktoplysning);
const array = (list: unknown): Json[] => (Array.isArray(list) ? list.filter(isObject) : []);
const object = (value: unknown): Json => (isObject(value) ? value : {});
const text = (value: unknown): string | undefined =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined;
/** Numbers lose their leading zeros in this API: 800 is postal code 0800. */
const digits = (value: unknown, length: number) => text(value)?.padStart(length, '0');
