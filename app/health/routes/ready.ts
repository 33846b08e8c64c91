import { unreadiness } from '../readiness.server.ts';

/** Ready for people: database readable and writable, schema complete, room on the disk. 503 with the reason otherwise. */
export async function loader() {
	const reason = await unreadiness();
	return new Response(`${reason ?? 'ready'}\n`, {
		status: reason ? 503 : 200,
		headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	});
}
