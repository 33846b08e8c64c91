import { RemixBrowser } from '@remix-run/react';
import { type ReactNode, StrictMode, startTransition, useLayoutEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { overwriteGetLocale } from '#app/i18n/paraglide/runtime.js';
import { latePartsCome } from './ui/late-part.tsx';
import { watchTyping } from './ui/typed-text.ts';

// The page says which language it is in; every message of the browser follows it.
overwriteGetLocale(() => (document.documentElement.lang === 'en' ? 'en' : 'da'));

const tellTyped = watchTyping();
void takeOver();

/** React finds everything there: somebody who types while it waits for a part makes it give the whole page up. */
async function takeOver() {
	await Promise.all([dataDecoded(), latePartsCome()]);
	startTransition(() => {
		hydrateRoot(
			document,
			<StrictMode>
				<Taken>
					<RemixBrowser />
				</Taken>
			</StrictMode>,
		);
	});
}

/** Remix decodes the page's data within its first render, which throws the promise to wait for before it uses any hook. */
async function dataDecoded() {
	try {
		RemixBrowser({});
	} catch (waiting) {
		await waiting;
	}
}

function Taken({ children }: { children: ReactNode }) {
	useLayoutEffect(tellTyped, []);
	return children;
}
