import { notFound } from '#app/http/errors.ts';

// Every address no other route knows. Says the same to everybody, signed in or not.
export async function loader() {
	throw notFound();
}

export async function action() {
	throw notFound();
}

/** Never rendered; without it the answer would not be a page. */
export default function NotFound() {
	return null;
}
