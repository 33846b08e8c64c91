import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const TYPES: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml' };

/** The browser's files: hashed assets for ever (packed at build time), the public folder for an hour. */
export function files(folder: string): Router {
	const router = Router();
	const assets = join(folder, 'assets');
	const options = { index: false, redirect: false, dotfiles: 'ignore' as const };
	router.use('/assets', packedTwin(assets), express.static(assets, { ...options, immutable: true, maxAge: '1y' }));
	router.use('/assets', (_, response) => void response.status(404).set('Cache-Control', 'no-store').type('text').send('Not found\n'));
	router.use(express.static(folder, { ...options, maxAge: '1h' }));
	return router;
}

/** Serves `x.js.br` or `x.js.gz` for `x.js` where the build made one and the browser takes it. */
function packedTwin(assets: string): RequestHandler {
	const made = new Set(existsSync(assets) ? readdirSync(assets) : []);
	return (request, response, next) => {
		const name = request.path.slice(1);
		const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
		if (!type || !made.has(name)) return next();
		response.vary('Accept-Encoding');
		const encoding = request.acceptsEncodings('br', 'gzip');
		const twin = `${name}.${encoding === 'br' ? 'br' : 'gz'}`;
		if (!encoding || !made.has(twin)) return next();
		response.set({ 'Content-Encoding': encoding, 'Content-Type': type });
		request.url = `/${twin}`;
		next();
	};
}
