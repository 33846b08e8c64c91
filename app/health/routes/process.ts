/** The process lives. Says nothing about the database: a supervisor that restarts on a full disk helps nobody. */
export async function loader() {
	return new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
