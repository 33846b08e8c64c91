import { m } from '#app/i18n/paraglide/messages.js';
import type { CommitmentKind, KNOWLEDGE_OVERRIDES, SizeClass, StatusGroup } from '#db/vocabulary.ts';
import { sizeLabel } from './size.ts';

const STATUS_GROUP: Record<StatusGroup, () => string> = {
	active: () => m.companies_status_active(),
	distress: () => m.companies_status_distress(),
	ceased: () => m.companies_status_ceased(),
};
export const statusGroupLabel = (group: StatusGroup): string => STATUS_GROUP[group]();

const KNOWLEDGE: Record<(typeof KNOWLEDGE_OVERRIDES)[number], () => string> = {
	auto: () => m.companies_knowledge_auto(),
	yes: () => m.companies_knowledge_yes(),
	no: () => m.companies_knowledge_no(),
};
export const knowledgeLabel = (override: (typeof KNOWLEDGE_OVERRIDES)[number]): string => KNOWLEDGE[override]();

/** The exact figure where it is known, else the register's class; null where neither is. */
export const headsLabel = ({ headcount, sizeClass }: { headcount: number | null; sizeClass: SizeClass | null }): string | null =>
	headcount === null ? sizeClass && sizeLabel(sizeClass) : String(headcount);

const SOURCE: Record<'manual' | 'cvr' | 'file', () => string> = {
	manual: () => m.companies_source_manual(),
	cvr: () => m.companies_source_cvr(),
	file: () => m.companies_source_file(),
};
export const sourceLabel = (source: 'manual' | 'cvr' | 'file'): string => SOURCE[source]();

const COMMITMENT: Record<CommitmentKind, () => string> = {
	internships: () => m.companies_commitment_internships(),
	apprentices: () => m.companies_commitment_apprentices(),
	small_jobs: () => m.companies_commitment_small_jobs(),
	network: () => m.companies_commitment_network(),
};
export const commitmentLabel = (kind: CommitmentKind): string => COMMITMENT[kind]();
