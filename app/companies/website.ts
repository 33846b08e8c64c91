/** "www.firma.example" → "https://www.firma.example/"; null for anything that is not a web address. */
export function websiteUrl(typed: string): string | null {
	if (!URL.canParse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`)) return null;
	const url = new URL(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
	return url.hostname.includes('.') ? url.href : null;
}
