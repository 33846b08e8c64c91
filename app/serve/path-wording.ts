/** What a path is called in the log. */
export type PathWording = (path: string) => string;

interface RouteLike {
	path?: string;
	parentId?: string;
}

/**
 * Wording by the product's routes: `/companies/0198…` stays (an id is no secret), `/invitations/s3cret` becomes
 * `/invitations/:token`, and what no route knows becomes `*`.
 */
export function pathWording(routes: Record<string, RouteLike | undefined>): PathWording {
	const known = Object.values(routes)
		.flatMap((route) => (route?.path && route.path !== '*' ? [route.path] : []))
		.map((path) => ({ pattern: new RegExp(`^/${path.replace(/:\w+/g, '[^/]+')}(\\.data)?/?$`), path }));
	return (path) => {
		if (path === '/' || path === '/_root.data') return path;
		const route = known.find(({ pattern }) => pattern.test(path));
		if (!route) return '*';
		return route.path.includes(':token') ? `/${route.path}` : path;
	};
}
