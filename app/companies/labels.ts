import { m } from '#app/i18n/paraglide/messages.js';
import type { CommitmentKind, KNOWLEDGE_OVERRIDES, SizeClass, StatusGroup } from '#db/vocabulary.ts';
import { sizeLabel } from './size.ts';

export function statusGroupLabel(group: StatusGroup): string {
	switch (group) {
		case 'active':
			return m.companies_status_active();
		case 'distress':
			return m.companies_status_distress();
		case 'ceased':
			return m.companies_status_ceased();
	}
}

export function knowledgeLabel(override: (typeof KNOWLEDGE_OVERRIDES)[number]): string {
	switch (override) {
		case 'auto':
			return m.companies_knowledge_auto();
		case 'yes':
			return m.companies_knowledge_yes();
		case 'no':
			return m.companies_knowledge_no();
	}
}

/** The exact figure where it is known, else the register's class; null where neither is. */
export const headsLabel = ({ headcount, sizeClass }: { headcount: number | null; sizeClass: SizeClass | null }): string | null =>
	headcount === null ? sizeClass && sizeLabel(sizeClass) : String(headcount);

export const sourceLabel = (source: 'manual' | 'cvr' | 'file'): string => {
	switch (source) {
		case 'manual':
			return m.companies_source_manual();
		case 'cvr':
			return m.companies_source_cvr();
		case 'file':
			return m.companies_source_file();
	}
};

export function commitmentLabel(kind: CommitmentKind): string {
	switch (kind) {
		case 'internships':
			return m.companies_commitment_internships();
		case 'apprentices':
			return m.companies_commitment_apprentices();
		case 'small_jobs':
			return m.companies_commitment_small_jobs();
		case 'network':
			return m.companies_commitment_network();
	}
}
