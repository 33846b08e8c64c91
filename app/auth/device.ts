const BROWSERS: ReadonlyArray<[RegExp, string]> = [
	[/\bEdgA?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(?:Firefox|FxiOS)\//, 'Firefox'],
	[/(?:Chrome|CriOS)\//, 'Chrome'],
	[/\bSafari\//, 'Safari'],
];
const SYSTEMS: ReadonlyArray<[RegExp, string]> = [
	[/iPhone/, 'iPhone'],
	[/iPad/, 'iPad'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/Macintosh|Mac OS X/, 'macOS'],
	[/Linux|X11/, 'Linux'],
];

/** Browser and system in two words, e.g. "Firefox · Windows": enough to recognise one's own sign-in. Null when neither is known. */
export function deviceOf(userAgent: string | null): string | null {
	const text = (userAgent ?? '').slice(0, 500);
	const find = (list: typeof BROWSERS) => list.find(([pattern]) => pattern.test(text))?.[1];
	return [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(' · ') || null;
}
