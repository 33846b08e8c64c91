import type { Noun } from '#app/auth/policy.ts';
import type { IconName } from '#app/ui/icon.tsx';

/** What a kind of record is to the eye: the part of its declaration that reaches the browser. */
export interface Face {
	/** Its word in addresses, in the audit chain, in search, in drafts and in imports. */
	kind: string;
	/** Whose rights it goes by (`app/auth/policy.ts`). */
	noun: Noun;
	one: () => string;
	many?: () => string;
	icon: IconName;
	/** Search finds it by its name and numbers, or by what was written; left out = not at all. */
	foundBy?: 'name' | 'text';
	/** The list it stands in: where one goes on once it is gone. */
	list?: () => string;
}
