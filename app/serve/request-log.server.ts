import type { IncomingMessage, ServerResponse } from 'node:http';
import { pinoHttp } from 'pino-http';
import { log } from './log.server.ts';
import type { PathWording } from './path-wording.ts';

/**
 * One line per answered request: id, method, path, status, time. The path is worded by the routes, so neither
 * query nor secret link nor what somebody typed into the address bar is kept.
 */
export const requestLog = (wording: PathWording) =>
	pinoHttp({
		logger: log(),
		genReqId: (_, response) => requestIdOf(response),
		wrapSerializers: false,
		serializers: {
			req: (request: IncomingMessage) => ({ method: request.method, path: wording(pathOf(request)) }),
			res: (response: ServerResponse) => ({ status: response.statusCode }),
		},
		customAttributeKeys: { reqId: 'requestId' },
		quietReqLogger: true,
		customLogLevel: (_, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
		customSuccessMessage: () => 'answered',
		customErrorMessage: () => 'failed',
		// The error itself is logged where it was caught; pino-http would add one of its own making.
		customErrorObject: (_, __, ___, line) => ({ ...line, err: undefined }),
		autoLogging: { ignore: (request) => /^\/(assets\/|favicon|healthz|readyz)/.test(request.url ?? '') },
	});

function requestIdOf(response: ServerResponse): string {
	return String(response.getHeader('X-Request-Id'));
}

function pathOf(request: IncomingMessage): string {
	const url = 'originalUrl' in request && typeof request.originalUrl === 'string' ? request.originalUrl : (request.url ?? '');
	return url.split('?', 1)[0] ?? '';
}
