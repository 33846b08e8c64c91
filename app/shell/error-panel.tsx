import { isRouteErrorResponse, useLocation } from '@remix-run/react';
import type { ErrorCode } from '#app/http/errors.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { buttonClasses } from '#app/ui/button.tsx';
import { PageFrame } from '#app/ui/page.tsx';

type Fault = ErrorCode | 'offline' | 'failed';

const WORDS: Record<Fault, { title: () => string; text: () => string }> = {
	not_found: { title: () => m.shell_error_not_found_title(), text: () => m.shell_error_not_found_text() },
	forbidden: { title: () => m.shell_error_forbidden_title(), text: () => m.shell_error_forbidden_text() },
	bad_request: { title: () => m.shell_error_bad_request_title(), text: () => m.shell_error_bad_request_text() },
	method_not_allowed: { title: () => m.shell_error_bad_request_title(), text: () => m.shell_error_method_text() },
	too_large: { title: () => m.shell_error_too_large_title(), text: () => m.shell_error_too_large_text() },
	too_many: { title: () => m.shell_error_too_many_title(), text: () => m.shell_error_too_many_text() },
	busy: { title: () => m.shell_error_busy_title(), text: () => m.shell_error_busy_text() },
	offline: { title: () => m.shell_error_offline_title(), text: () => m.shell_error_offline_text() },
	failed: { title: () => m.shell_error_failed_title(), text: () => m.shell_error_failed_text() },
};

const BY_STATUS: Record<number, Fault> = {
	400: 'bad_request',
	403: 'forbidden',
	404: 'not_found',
	405: 'method_not_allowed',
	413: 'too_large',
	429: 'too_many',
	503: 'busy',
};

/** What happened, as far as it is the reader's business: never the error itself. */
export function faultOf(error: unknown): Fault {
	if (isRouteErrorResponse(error)) {
		const code: unknown = error.data?.code;
		return isFault(code) ? code : (BY_STATUS[error.status] ?? 'failed');
	}
	// A browser that cannot reach the server rejects `fetch` with a TypeError.
	if (typeof navigator !== 'undefined' && navigator.onLine === false && error instanceof TypeError) return 'offline';
	return 'failed';
}

/** The page's name in tabs and history. */
export const faultTitle = (error: unknown): string => WORDS[faultOf(error)].title();

const isFault = (code: unknown): code is Fault => typeof code === 'string' && Object.hasOwn(WORDS, code);

/** The page in place of one that could not be shown: what, why, and a way on. */
export function ErrorPanel({ error }: { error: unknown }) {
	const { pathname, search } = useLocation();
	const fault = faultOf(error);
	const status = isRouteErrorResponse(error) ? error.status : undefined;
	const canRetry = fault === 'offline' || fault === 'busy' || fault === 'failed';
	return (
		<PageFrame>
			<div className="max-w-lg py-6 md:py-12">
				{status && <p className="mb-2 font-medium text-muted text-sm tabular-nums">{status}</p>}
				<h1 className="text-2xl">{WORDS[fault].title()}</h1>
				<p className="mt-2 text-pretty text-lg text-muted">{WORDS[fault].text()}</p>
				<div className="mt-6 flex flex-wrap gap-2">
					{/* Whole pages, not client navigations: whatever broke in this one is left behind. */}
					{canRetry && (
						<a href={pathname + search} data-native className={buttonClasses({ variant: 'primary' })}>
							{m.shell_error_retry()}
						</a>
					)}
					<a href={paths.myDay()} data-native className={buttonClasses({ variant: canRetry ? 'secondary' : 'primary' })}>
						{m.shell_error_home()}
					</a>
				</div>
			</div>
		</PageFrame>
	);
}
