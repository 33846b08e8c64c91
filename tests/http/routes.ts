import { pathToFileURL } from 'node:url';

interface BuiltRoute {
	id: string;
	path?: string;
	index?: boolean;
	module: { action?: unknown; loader?: unknown; default?: unknown };
}

/** Every route of the built product, with what its module exports. */
export async function builtRoutes(): Promise<Array<{ path: string; hasAction: boolean; isPage: boolean }>> {
	// Vitest must not transform the bundle: it is loaded as the server loads it.
	const url = pathToFileURL('build/server/index.js').href;
	const { routes }: { routes: Record<string, BuiltRoute> } = await import(/* @vite-ignore */ url);
	return Object.values(routes)
		.filter((route) => route.id !== 'root')
		.map(({ index, path = '', module }) => ({
			path: index ? '/?index' : `/${path}`,
			hasAction: module.action !== undefined,
			isPage: module.default !== undefined,
		}));
}

/** `/companies/:companyId` → `/companies/<id>`; `*` → a word. */
export const filled = (path: string, id: string) => path.replace(/:\w+/g, id).replace('*', 'nowhere');
