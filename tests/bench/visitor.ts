import { Agent, request } from 'node:http';

export interface Answer {
	status: number;
	location: string | undefined;
	bytes: number;
	body: Buffer;
}

export interface Visitor {
	cookie: string;
	get(path: string): Promise<Answer>;
	post(path: string, fields: Record<string, string>): Promise<Answer>;
	/** Ends the connection. */
	leave(): void;
}

/** Somebody, signed in with a cookie, on one connection that stays open, one request after the other. Takes nothing packed. */
export function visitor(url: string, cookie = ''): Visitor {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const send = (method: string, path: string, form?: string) =>
		new Promise<Answer>((resolve, reject) => {
			const headers = {
				...{ cookie, 'accept-encoding': 'identity', accept: 'text/html' },
				...(form === undefined
					? {}
					: { origin: url, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) }),
			};
			const asked = request(`${url}${path}`, { method, agent, headers }, (response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('error', reject);
				response.on('end', () => {
					const body = Buffer.concat(parts);
					resolve({ status: response.statusCode ?? 0, location: response.headers.location, bytes: body.length, body });
				});
			});
			asked.on('error', reject);
			asked.end(form);
		});
	return {
		cookie,
		get: (path) => send('GET', path),
		post: (path, fields) => send('POST', path, new URLSearchParams(fields).toString()),
		leave: () => agent.destroy(),
	};
}
