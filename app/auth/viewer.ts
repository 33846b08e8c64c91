import type { Language, Role, Theme } from '#db/vocabulary.ts';

/** Who is asking: plain data, made once per request, safe to hand to components. */
export interface Viewer {
	id: string;
	name: string;
	email: string;
	language: Language;
	theme: Theme;
	hasShortcuts: boolean;
	memberships: ReadonlyArray<{ unitId: string; unitName: string; role: Role }>;
}

/** The viewer's roles; rights are their union. */
export const rolesOf = (viewer: Viewer): ReadonlySet<Role> => new Set(viewer.memberships.map((membership) => membership.role));
