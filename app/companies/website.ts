const HOST = /^([a-z0-9_-]+\.)+[a-z0-9-]+$/;
const isMail = (typed: string) => /^mailto:/i.test(typed) || /^[^\s/@:]+@[^\s/@]+$/.test(typed);

const addressIn = (typed: string): URL | null => {
	const text = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
	return URL.canParse(text) ? new URL(text) : null;
};

/** "www.firma.example" → "https://www.firma.example/"; null for anything that is not a web address, or carries a name and password. */
export function websiteUrl(typed: string): string | null {
	const url = addressIn(typed);
	return url && !url.username && !url.password && HOST.test(url.hostname) ? url.href : null;
}

/** Why a text is no website: it is a mail address, or it lets everybody sign in who reads it. */
export function websiteFault(typed: string): 'mail' | 'password' | 'none' {
	if (isMail(typed)) return 'mail';
	const url = addressIn(typed);
	return url?.username || url?.password ? 'password' : 'none';
}
