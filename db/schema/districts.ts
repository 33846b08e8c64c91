import type { MultiPolygon, Polygon } from 'geojson';
import { choice, decimal, id, index, instant, int, json, ref, sortText, table, text, uniqueIndex } from '../columns.ts';
import { DISTRICT_COLOURS } from '../vocabulary.ts';
import { users } from './accounts.ts';
import { editable } from './editable.ts';

/** Business districts (erhvervsområder). */
export const districts = table(
	'districts',
	{
		...editable(),
		/** Small number for derived tables (search partitions); never shown. 1 … 2^20 − 1. */
		no: int().notNull(),
		slug: text().notNull(),
		name: text().notNull(),
		sortName: sortText().notNull(),
		/** What the district wants to be, in its own words. */
		identity: text(),
		/** Two-digit industry divisions the district wants more of. */
		targetDivisions: json<string[]>().notNull().default([]),
		responsibleId: ref().references(() => users.id),
		colour: choice(DISTRICT_COLOURS).notNull().default('teal'),
		/** Four digits, e.g. 0161; a scope for sums, never a right. */
		municipalityCode: text(),
		/** GeoJSON geometry in WGS 84 (lon, lat). */
		boundary: json<Polygon | MultiPolygon>(),
		/** Where the outline comes from, shown beside it: "Opdigtet omrids", "Lokalplan 53" … */
		boundaryNote: text(),
		/** Bounding box of the outline, to find candidates for a point by index. */
		west: decimal(),
		south: decimal(),
		east: decimal(),
		north: decimal(),
	},
	(t) => [uniqueIndex('districts_slug').on(t.slug), uniqueIndex('districts_no').on(t.no), index('districts_sort').on(t.sortName, t.id)],
);

/** Derived: a district's sums, recounted by the command that changes a fact; a checker proves them. */
export const districtSummaries = table('district_summaries', {
	districtId: id().references(() => districts.id, { onDelete: 'cascade' }),
	/** Companies whose main site lies here and which are neither archived nor ceased. */
	companies: int().notNull().default(0),
	/** Sites here, neither archived nor ceased. */
	sites: int().notNull().default(0),
	/** Sum of the known headcounts of those sites (heads, not full-time equivalents). */
	headcount: int().notNull().default(0),
	updatedAt: instant().notNull(),
});
