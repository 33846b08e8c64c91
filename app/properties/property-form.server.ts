import { z } from 'zod';
import { siteFields } from '#app/companies/site-form.server.ts';
import { optionalLine } from '#app/http/form-fields.server.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { areaFrom } from '#app/landowners/area.ts';
import { optionalShare } from '#app/landowners/share-field.server.ts';
import { isId } from '#db/new-id.ts';
import { cadastralDistrictsTyped } from './cadastre.server.ts';

const area = () =>
	optionalLine(20).transform((typed, context) => {
		if (typed === null) return null;
		const squareMetres = areaFrom(typed);
		if (squareMetres === null) context.addIssue({ code: 'custom', message: m.landowners_error_area() });
		return squareMetres;
	});

const placeFields = () => {
	const { address, postalCode, city, point, district } = siteFields();
	return { address, postalCode, city, point, district };
};

const fields = () => ({
	id: z.string().refine(isId),
	/** What people call it; left empty it is called by its address. */
	name: optionalLine(200),
	...placeFields(),
	bfe: optionalLine(20).transform((typed, context) => {
		const digits = typed?.replace(/[\s.]/g, '') ?? null;
		if (digits !== null && !/^[1-9]\d{0,9}$/.test(digits)) context.addIssue({ code: 'custom', message: m.landowners_error_bfe() });
		return digits;
	}),
	/** Code or name of the cadastral district; its code comes out. */
	cadastralDistrict: optionalLine(120).transform((typed, context) => {
		if (typed === null) return null;
		const [one, ...others] = cadastralDistrictsTyped(typed);
		if (one && others.length === 0) return one.code;
		const message = one
			? m.landowners_error_ejerlav_several({ names: [one, ...others].map(({ code, name }) => `${code} ${name}`).join(' · ') })
			: m.landowners_error_ejerlav();
		context.addIssue({ code: 'custom', message });
		return null;
	}),
	parcelNo: optionalLine(12).transform((typed, context) => {
		const number = typed?.replace(/\s/g, '').toLowerCase() ?? null;
		if (number !== null && !/^\d{1,5}[a-zæø]{0,3}$/.test(number)) context.addIssue({ code: 'custom', message: m.landowners_error_parcel() });
		return number;
	}),
	landArea: area(),
	floorArea: area(),
	use: optionalLine(200),
});

// Object rules with `when`: they speak up beside the faults of single fields, not only after them.
const NAMED = () => ({ path: ['name'], message: m.landowners_error_property_name(), when: () => true });
const PARCEL = () => ({ path: ['cadastralDistrict'], message: m.landowners_error_parcel_alone(), when: () => true });
const isNamed = ({ name, address }: { name: string | null; address: string | null }) => Boolean(name ?? address);
const isParcelPlaced = ({ parcelNo, cadastralDistrict }: { parcelNo: string | null; cadastralDistrict: string | null }) =>
	!parcelNo || cadastralDistrict !== null;

/** A property as it is first written down, with its first owner where one is named. */
export const newPropertyForm = () =>
	z
		.object({
			...fields(),
			owner: optionalLine(200),
			picked: z.string().max(60).optional(),
			chosen: z.string().max(60).optional(),
			share: optionalShare(),
		})
		.refine(isNamed, NAMED())
		.refine(isParcelPlaced, PARCEL());
export type NewPropertyInput = z.output<ReturnType<typeof newPropertyForm>>;

/** A property revised. */
export const propertyForm = () =>
	z
		.object({ ...fields(), version: versionField() })
		.refine(isNamed, NAMED())
		.refine(isParcelPlaced, PARCEL());
export type PropertyInput = z.output<ReturnType<typeof propertyForm>>;
