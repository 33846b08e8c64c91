import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { overwriteGetLocale } from '#app/i18n/paraglide/runtime.js';

// The page says which language it is in; every message of the browser follows it.
overwriteGetLocale(() => (document.documentElement.lang === 'en' ? 'en' : 'da'));

startTransition(() => {
	hydrateRoot(
		document,
		<StrictMode>
			<RemixBrowser />
		</StrictMode>,
	);
});
