import { m } from '#app/i18n/paraglide/messages.js';
import { CONFIDENTIALITY_REASONS } from '#db/vocabulary.ts';
import type { ConfidentialityReason } from './dialogue.ts';

const REASON: Record<ConfidentialityReason, () => string> = {
	business_secret: () => m.dialogues_reason_business_secret(),
	private_matter: () => m.dialogues_reason_private_matter(),
	planning: () => m.dialogues_reason_planning(),
};
export const reasonLabel = (reason: ConfidentialityReason): string => REASON[reason]();
export const reasonOptions = () => CONFIDENTIALITY_REASONS.map((value) => ({ value, label: reasonLabel(value) }));
