import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Express } from 'express';
import { env } from '#app/env.server.ts';
import { projectRoot } from '#db/root.ts';
import { createApp } from './app.server.ts';
import { files } from './files.server.ts';
import { pathWording } from './path-wording.ts';

/** The product as an Express app: the built one, or Vite's in development. */
export async function openSite(): Promise<Express> {
	if (env().isDevelopment) return openDevelopment();
	const build: ServerBuild = await import(pathToFileURL(join(projectRoot, 'build', 'server', 'index.js')).href);
	return createApp({ build, files: files(join(projectRoot, 'build', 'client')), wording: pathWording(build.routes) });
}

async function openDevelopment(): Promise<Express> {
	const { createServer } = await import('vite');
	const vite = await createServer({ root: projectRoot, server: { middlewareMode: true } });
	// Vite answers with its own type for a module it makes on the fly.
	const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
	return createApp({ build, files: vite.middlewares, wording: (path) => path });
}
