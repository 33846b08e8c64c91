import { eq } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { followUpsOf, issuesOf, ownershipsOf, rolesOf, stancesOf, talksAbout } from '#app/record/hanging.server.ts';
import { PLACE, REACH, RESPONSIBLE, wordIn } from '#app/record/history-fields.ts';
import type { Kind } from '#app/record/kind.server.ts';
import { plainUpkeep } from '#app/record/plain.server.ts';
import { refusedBack, revertedBy, throughForm } from '#app/record/put-back.server.ts';
import { dropTimeline } from '#app/timelines/derived.server.ts';
import { contactRoles, dialogueSubjects, followUps, issues, landownerResponsibles, landowners, ownerships, stances } from '#db/schema/index.ts';
import { LANDOWNER_KINDS } from '#db/vocabulary.ts';
import { reviseLandowner } from './commands.server.ts';
import { landownerCards, landownerEntries, ownersIn } from './findable.server.ts';
import { landownerKindLabel } from './labels.ts';
import { landownerForm } from './landowner-form.server.ts';
import { wordLike } from './queries.server.ts';
import { LANDOWNER } from './record.ts';

const plain = plainUpkeep(LANDOWNER, landowners, { page: paths.landowner, mayRevise: (viewer) => can(viewer, 'revise', 'landowner') });

export const landownerKind: Kind = {
	...LANDOWNER,
	table: landowners,
	found: { drawer: 3, entries: landownerEntries, cards: landownerCards, inDistrict: ownersIn },
	upkeep: {
		...plain,
		named: wordLike,
		fields: {
			...PLACE,
			...REACH,
			name: { label: () => m.companies_name(), isRevertible: true },
			kind: { label: () => m.upkeep_field_landowner_kind(), isRevertible: true, words: wordIn(LANDOWNER_KINDS, landownerKindLabel) },
			responsible: RESPONSIBLE,
		},
		putBack: async (viewer, seen, { field, before }) =>
			throughForm(landownerForm(), { ...(await plain.current(seen.id)), ...seen, [field]: before }, async (input) => {
				const answer = await reviseLandowner(viewer, input);
				return answer.kind === 'saved' || answer.kind === 'unchanged' || answer.kind === 'conflict'
					? revertedBy(answer)
					: refusedBack(m.upkeep_revert_owner_name());
			}),
		hanging: (id) => [
			talksAbout(eq(dialogueSubjects.landownerId, id)),
			followUpsOf(eq(followUps.landownerId, id)),
			stancesOf(eq(stances.landownerId, id)),
			issuesOf(eq(issues.landownerId, id)),
			rolesOf(eq(contactRoles.landownerId, id)),
			ownershipsOf(eq(ownerships.landownerId, id)),
		],
		async erase(tx, id, parts) {
			const gone = [...(await parts('contactRole', eq(contactRoles.landownerId, id))), ...(await parts('ownership', eq(ownerships.landownerId, id)))];
			await dropTimeline(tx, { scopeKind: 'landowner', scopeId: id });
			await tx.delete(landownerResponsibles).where(eq(landownerResponsibles.landownerId, id));
			await tx.delete(landowners).where(eq(landowners.id, id));
			return gone;
		},
	},
};
