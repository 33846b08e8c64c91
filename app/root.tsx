import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import {
	Links,
	Meta,
	type MetaFunction,
	Outlet,
	Scripts,
	ScrollRestoration,
	useLoaderData,
	useLocation,
	useRouteError,
	useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext, useEffect } from 'react';
import { flashText } from '#app/http/flash-text.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { getLocale } from '#app/i18n/paraglide/runtime.js';
import { languageCookie } from './auth/language-cookie.server.ts';
import { optionalViewer } from './auth/viewer.server.ts';
import { takeFlash } from './http/flash.server.ts';
import { NonceContext } from './http/nonce.tsx';
import { ErrorPanel, faultTitle } from './shell/error-panel.tsx';
import { FlashRegion } from './shell/flash-region.tsx';
import { useLinkNavigation } from './shell/link-navigation.ts';
import { ProgressLine } from './shell/progress-line.tsx';
import { Shell } from './shell/shell.tsx';
import { isSomethingTyped } from './ui/typed-text.ts';
import './tailwind.css';

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await optionalViewer(request);
	if (!viewer) chooseLanguage(request);
	const { flash, setCookie } = await takeFlash(request);
	// Worded here: the sentences of all deeds are no weight for the browser.
	const said = flash && { ...flash, text: flashText(flash.key, flash.params) };
	return data({ viewer, flash: said, language: getLocale() }, setCookie ? { headers: { 'Set-Cookie': setCookie } } : undefined);
}

export const meta: MetaFunction = ({ error }) => [{ title: error ? `${faultTitle(error)} · ${m.shell_product()}` : m.shell_product() }];

/** The document round every page and every error. */
export function Layout({ children }: { children: ReactNode }) {
	const nonce = useContext(NonceContext);
	const viewer = useRouteLoaderData<typeof loader>('root')?.viewer;
	return (
		<html lang={getLocale()} data-theme={viewer?.theme ?? 'system'}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
				<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
				<meta name="theme-color" content="#151c21" media="(prefers-color-scheme: dark)" />
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
				<link rel="manifest" href="/manifest.webmanifest" />
				<Meta />
				<Links />
			</head>
			<body>
				<ProgressLine />
				{children}
				<ScrollRestoration nonce={nonce} />
				<Scripts nonce={nonce} />
			</body>
		</html>
	);
}

export default function App() {
	const { viewer, flash, language } = useLoaderData<typeof loader>();
	useLinkNavigation();
	useLanguage(language);
	const { pathname } = useLocation();
	return (
		<>
			{viewer ? (
				<Shell viewer={viewer}>
					{/* Another record's page begins anew, also where it is of the same kind. */}
					<Outlet key={pathname} />
				</Shell>
			) : (
				<Outlet />
			)}
			<FlashRegion flash={flash} />
		</>
	);
}

export function ErrorBoundary() {
	const error = useRouteError();
	const viewer = useRouteLoaderData<typeof loader>('root')?.viewer;
	if (!viewer) {
		return (
			<main>
				<ErrorPanel error={error} />
			</main>
		);
	}
	return (
		<Shell viewer={viewer}>
			<ErrorPanel error={error} />
		</Shell>
	);
}

/** Before the sign-in there is no account to keep the language: a link carries it, a cookie remembers it. Throws the redirect. */
function chooseLanguage(request: Request) {
	const url = new URL(request.url);
	const wanted = url.searchParams.get('language');
	if (wanted !== 'da' && wanted !== 'en') return;
	url.searchParams.delete('language');
	throw redirect(`${url.pathname.replace(/^\/+/, '/')}${url.search}`, { headers: { 'Set-Cookie': languageCookie(wanted) } });
}

/** Messages already on the page do not change by themselves: another language is another document, once nothing typed is lost with this one. */
function useLanguage(language: string) {
	const { key } = useLocation();
	// biome-ignore lint/correctness/useExhaustiveDependencies: the next page may be one where nothing is typed.
	useEffect(() => {
		if (language !== document.documentElement.lang && !isSomethingTyped()) window.location.reload();
	}, [language, key]);
}
