import { z } from 'zod';
import { withoutUnseen } from '#app/http/unseen.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { isId } from '#db/new-id.ts';
import { DISTRICT_COLOURS } from '#db/vocabulary.ts';
import { type OutlineFault, outlineFrom } from './pasted-outline.server.ts';

const text = (longest: number) =>
	z
		.string()
		.max(longest, { message: m.districts_error_too_long({ count: longest }) })
		.refine((value) => !value.includes('\0'), { message: m.districts_error_characters() })
		.optional()
		.transform((value) => value?.trim() || null);

/** GeoJSON of 20,000 points is about 800 kB; the body cap of a form is 1 MB. */
const LONGEST_OUTLINE = 900_000;

/** A district as the administrator draws it. The slug is made from the name when it is created and stays. */
export const districtForm = (divisions: ReadonlySet<string>) =>
	z.object({
		id: z.string().refine(isId),
		version: versionField().optional(),
		name: z
			.string({ error: m.districts_error_name() })
			.transform((name) => withoutUnseen(name).replace(/\s+/g, ' ').trim())
			.pipe(
				z
					.string()
					.min(1, { message: m.districts_error_name() })
					.max(80, { message: m.districts_error_too_long({ count: 80 }) })
					.refine((name) => !name.includes('\0'), { message: m.districts_error_characters() }),
			),
		identity: text(2_000),
		targetDivisions: z
			.array(z.string())
			.optional()
			.transform((codes) => [...new Set(codes ?? [])].filter((code) => divisions.has(code)).sort()),
		responsibleId: z
			.string()
			.optional()
			.refine((id) => id === undefined || isId(id), { message: m.districts_error_responsible() })
			.transform((id) => id ?? null),
		colour: z.enum(DISTRICT_COLOURS, { error: m.districts_error_colour() }),
		boundary: text(LONGEST_OUTLINE).transform((typed, context) => {
			if (typed === null) return null;
			const read = outlineFrom(typed);
			if ('boundary' in read) return read.boundary;
			context.addIssue({ code: 'custom', message: FAULT[read.fault]({ detail: read.detail ?? '' }) });
			return null;
		}),
		boundaryNote: text(200),
		/** Set by the button that saves although sites move. */
		confirm: z.string().optional(),
	});
export type DistrictInput = z.output<ReturnType<typeof districtForm>>;

const FAULT: Record<OutlineFault, (inputs: { detail: string }) => string> = {
	not_json: () => m.districts_error_not_json(),
	not_polygon: () => m.districts_error_not_polygon(),
	several: (inputs) => m.districts_error_several_named(inputs),
	open_ring: () => m.districts_error_open_ring(),
	out_of_range: () => m.districts_error_out_of_range(),
	too_many_points: () => m.districts_error_too_many_points(),
	crosses: () => m.districts_error_crosses(),
	far_away: () => m.districts_error_far_away(),
	crs_unknown: (inputs) => m.districts_error_crs(inputs),
};
