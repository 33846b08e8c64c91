const HERE = 'http://here.invalid';
/** As sent, letters like æ written out: a flash message takes such a path along in its cookie, which ends at 4,096 bytes. */
const LONGEST = 1_500;

/**
 * A path on this site to go on to, from a form field or the address bar; anything that could lead elsewhere
 * (`//evil`, `/\evil`, `https:…`, `javascript:…`, control characters, not a string) becomes `fallback`.
 */
export function safeRedirect(to: unknown, fallback = '/'): string {
	if (typeof to !== 'string' || to.length > LONGEST || !to.startsWith('/')) return fallback;
	// Browsers read a backslash as a slash and skip tabs and line breaks; encoded ones are nobody's path either.
	if (/[\\\p{Cc}]|^\/\/|%(?:0[0-9a-f]|1[0-9a-f]|7f|5c)|^\/%2f/iu.test(to)) return fallback;
	const url = URL.canParse(to, HERE) ? new URL(to, HERE) : null;
	if (url?.origin !== HERE || url.pathname.startsWith('//')) return fallback;
	const path = `${url.pathname}${url.search}${url.hash}`;
	return path.length > LONGEST ? fallback : path;
}
