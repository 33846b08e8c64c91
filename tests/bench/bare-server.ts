import { createServer } from 'node:http';
import { gunzipSync, gzip } from 'node:zlib';

// The yardstick: Node's own server with nothing in it. What is posted it answers from then on, packed anew for each
// request as a page made for one person must be. Tells its port on the first line.
let kept = Buffer.alloc(0);

const server = createServer((request, response) => {
	if (request.method === 'POST') {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			kept = gunzipSync(Buffer.concat(parts));
			response.end();
		});
		return;
	}
	gzip(kept, { level: 6 }, (error, packed) => {
		if (error) response.statusCode = 500;
		response.setHeader('content-encoding', 'gzip');
		response.setHeader('content-length', packed.length);
		response.end(packed);
	});
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	console.log(typeof address === 'object' ? address?.port : '');
});
