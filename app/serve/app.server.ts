import type { ServerBuild } from '@remix-run/node';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { env } from '#app/env.server.ts';
import { body } from './body.server.ts';
import { failureOf } from './failure.ts';
import { proxyWatch } from './forwarded.server.ts';
import { gate } from './gate.server.ts';
import { identify, securityHeaders } from './headers.server.ts';
import { log } from './log.server.ts';
import { pages } from './pages.server.ts';
import type { PathWording } from './path-wording.ts';
import { refuse } from './refusal.server.ts';
import { requestLog } from './request-log.server.ts';

interface Site {
	build: ServerBuild | (() => Promise<ServerBuild>);
	/** Answers for the browser's files: the built ones, or Vite in development. */
	files: RequestHandler;
	wording: PathWording;
}

/** The whole way of a request, top to bottom. */
export function createApp({ build, files, wording }: Site) {
	const app = express();
	app.disable('x-powered-by');
	app.set('trust proxy', env().trustProxy);
	app.set('etag', false);
	app.set('query parser', false);
	app.use(identify);
	app.use(proxyWatch());
	app.use(requestLog(wording));
	app.use(securityHeaders());
	app.use(gate);
	app.use(files);
	app.use(body);
	app.use(pages(build));
	app.use(lastResort);
	return app;
}

const lastResort: ErrorRequestHandler = (error, request, response, next) => {
	if (response.headersSent) return next(error);
	const status = typeof error?.status === 'number' ? error.status : 500;
	if (status >= 500) log().error({ err: error, requestId: response.locals.requestId }, 'unexpected');
	refuse(request, response, status < 500 ? 'bad_request' : (failureOf(error) ?? 'failed'));
};
