import { m } from '#app/i18n/paraglide/messages.js';
import type { LandownerKind } from '#db/vocabulary.ts';

export function landownerKindLabel(kind: LandownerKind): string {
	switch (kind) {
		case 'company':
			return m.landowners_kind_company();
		case 'person':
			return m.landowners_kind_person();
		case 'public_body':
			return m.landowners_kind_public_body();
		case 'association':
			return m.landowners_kind_association();
		case 'fund':
			return m.landowners_kind_fund();
	}
}
