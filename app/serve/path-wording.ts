/** What a path is called in the log. */
export type PathWording = (path: string) => string;

interface RouteLike {
	path?: string;
	parentId?: string;
}

// An id or a slug says nothing about a person; anything else in their place was typed by one.
const HARMLESS = '[0-9a-f]{8}-[0-9a-f-]{27}';
const SLUG = '[a-z0-9-]{1,80}';

/**
 * Wording by the product's routes: `/companies/0198…` stays (an id is no secret), `/companies/Jens%20Hansen` becomes
 * `/companies/:companyId`, `/invitations/s3cret` becomes `/invitations/:token`, and what no route knows becomes `*`.
 */
export function pathWording(routes: Record<string, RouteLike | undefined>): PathWording {
	const known = Object.values(routes)
		.flatMap((route) => (route?.path && route.path !== '*' ? [route.path] : []))
		.map((path) => ({
			path,
			pattern: new RegExp(`^/${path.replace(/:\w+/g, '[^/]+')}(\\.data)?/?$`),
			harmless: new RegExp(`^/${path.replace(':slug', SLUG).replace(/:\w+/g, HARMLESS)}(\\.data)?/?$`),
		}));
	return (path) => {
		if (path === '/' || path === '/_root.data') return path;
		const route = known.find(({ pattern }) => pattern.test(path));
		if (!route) return '*';
		return route.harmless.test(path) ? path : `/${route.path}`;
	};
}
