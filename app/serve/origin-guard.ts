/** What an unsafe request says about where it comes from. */
export interface Provenance {
	'sec-fetch-site'?: string | undefined;
	origin?: string | undefined;
	referer?: string | undefined;
}

/**
 * Whether an unsafe request comes from our own pages. The browser's own word (`Sec-Fetch-Site`) decides where there is one;
 * else Origin, else Referer, must be the configured address. Host and X-Forwarded-Host are never asked: the sender chooses them.
 * No word at all is a no. (OWASP's cheat sheet on CSRF: Fetch Metadata with an origin fallback.)
 */
export function isOurs(headers: Provenance, appUrl: string): boolean {
	const site = headers['sec-fetch-site'];
	if (site !== undefined) return site === 'same-origin' || site === 'none';
	if (headers.origin !== undefined) return headers.origin === appUrl;
	return headers.referer !== undefined && URL.canParse(headers.referer) && new URL(headers.referer).origin === appUrl;
}
