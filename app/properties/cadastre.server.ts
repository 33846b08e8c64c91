import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { fold } from '#db/fold.ts';
import { projectRoot } from '#db/root.ts';

/** One of the country's 9,034 cadastral districts (ejerlav): parcel numbers are unique within it. */
export interface CadastralDistrict {
	/** Ejerlavskode, digits. */
	code: string;
	/** "Ejby By, Glostrup". */
	name: string;
}

let all: Map<string, CadastralDistrict> | undefined;

function districts(): Map<string, CadastralDistrict> {
	const file = join(projectRoot, 'db', 'reference', 'ejerlav.csv');
	all ??= new Map(
		(parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as Array<{ ejerlavskode: string; navn: string }>).map((row) => [
			row.ejerlavskode,
			{ code: row.ejerlavskode, name: row.navn },
		]),
	);
	return all;
}

/** "20451" → "Ejby By, Glostrup"; the code itself where the list has a newer one. */
export const cadastralDistrictName = (code: string): string => districts().get(code)?.name ?? code;

/** As it is typed and shown: "20451 Ejby By, Glostrup". */
export const cadastralDistrictText = (code: string): string => [code, districts().get(code)?.name].filter(Boolean).join(' ');

/** The cadastral districts a typed code or name can mean: "20451", "20451 Ejby By, Glostrup", "ejby by glostrup". */
export function cadastralDistrictsTyped(typed: string): CadastralDistrict[] {
	const [code] = typed.trim().match(/^\d{1,8}\b/) ?? [];
	if (code) return [districts().get(code)].filter((one) => one !== undefined);
	const name = fold(typed);
	if (!name) return [];
	const alike = [...districts().values()].filter((one) => fold(one.name).startsWith(name));
	const exact = alike.filter((one) => fold(one.name) === name);
	return (exact.length > 0 ? exact : alike).slice(0, 4);
}
