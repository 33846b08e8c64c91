import type { ComponentType } from 'react';

const parts = new Set<Promise<unknown>>();

/**
 * A part of a page whose script is fetched beside the page's own. The server renders it like any other, and the browser
 * takes the page over once every part is there (`latePartsCome`): what waits for a script while React takes over loses its
 * markup, and what was typed into it. After that a part is fetched together with the page that shows it.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
	let Part: ComponentType<Props> | undefined;
	let failure: unknown;
	let coming: Promise<void> | undefined;
	function fetched() {
		coming ??= load().then(
			(part) => {
				Part = part;
			},
			(error: unknown) => {
				failure = error;
			},
		);
		return coming;
	}
	if (typeof document !== 'undefined') parts.add(fetched().then(() => failure && Promise.reject(failure)));
	return (props: Props) => {
		if (failure) throw failure;
		if (!Part) throw fetched();
		return <Part {...props} />;
	};
}

/** Fails when one of them cannot be fetched: the page then stays as the server made it, and works as without scripts. */
export const latePartsCome = (): Promise<unknown> => Promise.all(parts);
