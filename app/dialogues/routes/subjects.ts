import type { LoaderFunctionArgs } from '@remix-run/node';
import { lookAlikesOf } from '#app/companies/look-alikes.server.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { ofFirm, subjectHits } from '#app/subjects/hits.server.ts';
import { MOST_SUBJECTS } from '#app/subjects/naming.server.ts';
import { subjectRef } from '#app/subjects/subject.ts';
import { aboutSubjects } from '../about.server.ts';

const textOf = (text: string | null) => (text ?? '').slice(0, 100).replaceAll('\0', '');

/**
 * For the talk form's pickers. `?q=` as typed: the subjects it could mean, with `alike` also firms of like names. `?of=`
 * (repeated): what belongs to these subjects, with `person=` the people called as typed.
 */
export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'log', 'dialogue');
	const asked = new URL(request.url).searchParams;
	// Responses of their own: this address answers fetch as well as pages.
	if (asked.has('of') || asked.has('person')) {
		const refs = asked
			.getAll('of')
			.slice(0, MOST_SUBJECTS)
			.flatMap((text) => subjectRef(text) ?? []);
		return Response.json(await aboutSubjects(viewer, refs, { typed: textOf(asked.get('person')) }));
	}
	const typed = textOf(asked.get('q'));
	const [hits, alike] = await Promise.all([
		subjectHits(viewer, typed),
		asked.has('alike') ? lookAlikesOf(viewer, { name: typed }, '', { archived: false }) : [],
	]);
	const firms = alike.map(({ id, name, address, city, districtName }) =>
		ofFirm({ id, name, cvr: null, place: [address, city].filter(Boolean).join(', '), districtName, sites: [] }),
	);
	return Response.json({ hits, alike: firms });
}
