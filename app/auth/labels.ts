import { m } from '#app/i18n/paraglide/messages.js';
import type { Role } from '#db/vocabulary.ts';

const LABELS: Record<Role, () => string> = {
	consultant: () => m.auth_role_consultant(),
	employment: () => m.auth_role_employment(),
	manager: () => m.auth_role_manager(),
	administrator: () => m.auth_role_administrator(),
};

/** The role as people call it. */
export const roleLabel = (role: Role): string => LABELS[role]();

/** "Too many tries, wait n minutes", rounded up. */
export const lockedText = (seconds: number): string => m.auth_locked({ minutes: Math.max(1, Math.ceil(seconds / 60)) });

/** A person who is responsible for something or does it, by name: one who can no longer sign in is said to be gone wherever named. */
export const personWords = ({ name, disabledAt }: { name: string; disabledAt: Date | null }): string => (disabledAt ? m.people_gone({ name }) : name);
