import { and, eq } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { type Kind, refsOf } from '#app/record/kind.server.ts';
import { companies, companyCommitments } from '#db/schema/index.ts';
import { COMMITMENT } from './record.ts';

export const commitmentKind: Kind = {
	...COMMITMENT,
	table: companyCommitments,
	eraseAll: async (tx, which) => refsOf('commitment', await tx.delete(companyCommitments).where(which).returning({ id: companyCommitments.id })),
	removable: {
		may: (viewer) => can(viewer, 'record', 'commitment'),
		called: () => m.upkeep_entry_commitment(),
		async place(tx, viewer, id) {
			const [row] = await tx
				.select({ companyId: companyCommitments.companyId })
				.from(companyCommitments)
				.innerJoin(companies, eq(companies.id, companyCommitments.companyId))
				.where(and(eq(companyCommitments.id, id), within(viewer, 'companies', { archived: true })));
			if (!row) return null;
			const page = paths.company(row.companyId);
			return { also: [{ kind: 'company', id: row.companyId }], findable: null, page, pageWithout: page };
		},
	},
};
