import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { RECORD_KINDS, type RecordKind } from '#db/vocabulary.ts';

// The records whose history is read and that are put away. Browser-safe.

export const isRecordKind = (kind: unknown): kind is RecordKind => RECORD_KINDS.some((known) => known === kind);

/** A record's own page; a district is addressed by its slug. */
export function recordPath(kind: RecordKind, { id, slug }: { id: string; slug?: string | null }): string {
	switch (kind) {
		case 'company':
			return paths.company(id);
		case 'site':
			return paths.site(id);
		case 'landowner':
			return paths.landowner(id);
		case 'property':
			return paths.property(id);
		case 'contact':
			return paths.contact(id);
		case 'district':
			return paths.district(slug ?? id);
		case 'dialogue':
			return paths.dialogue(id);
	}
}

/** The list a record stands in: where one goes on once it is gone. */
export function listPath(kind: RecordKind): string {
	switch (kind) {
		case 'company':
		case 'site':
			return paths.companies();
		case 'landowner':
			return paths.landowners();
		case 'property':
			return paths.properties();
		case 'contact':
			return paths.contacts();
		case 'district':
			return paths.districts();
		case 'dialogue':
			return paths.dialogues();
	}
}

export function kindLabel(kind: RecordKind): string {
	switch (kind) {
		case 'company':
			return m.upkeep_kind_company();
		case 'site':
			return m.upkeep_kind_site();
		case 'landowner':
			return m.upkeep_kind_landowner();
		case 'property':
			return m.upkeep_kind_property();
		case 'contact':
			return m.upkeep_kind_contact();
		case 'district':
			return m.upkeep_kind_district();
		case 'dialogue':
			return m.upkeep_kind_dialogue();
	}
}
