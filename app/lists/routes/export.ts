import type { LoaderFunctionArgs } from '@remix-run/node';
import { personList } from '#app/admin/person-list.server.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { companyList } from '#app/companies/company-list.server.ts';
import { siteList } from '#app/companies/site-list.server.ts';
import { contactList } from '#app/contacts/contact-list.server.ts';
import { talkList } from '#app/dialogues/talk-list.server.ts';
import { followUpList } from '#app/follow-ups/follow-up-list.server.ts';
import { notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { issueList } from '#app/issues/issue-list.server.ts';
import { landownerList } from '#app/landowners/landowner-list.server.ts';
import { needList } from '#app/needs/need-list.server.ts';
import { propertyList } from '#app/properties/property-list.server.ts';
import { csvOf } from '../csv.server.ts';

type Csv = (viewer: Viewer, search: URLSearchParams) => ReturnType<typeof csvOf>;

const EXPORTS = new Map<string | undefined, Csv>([
	['companies', (viewer, search) => csvOf(viewer, companyList, search)],
	['sites', (viewer, search) => csvOf(viewer, siteList, search)],
	['contacts', (viewer, search) => csvOf(viewer, contactList, search)],
	['landowners', (viewer, search) => csvOf(viewer, landownerList, search)],
	['follow-ups', (viewer, search) => csvOf(viewer, followUpList, search)],
	['needs', (viewer, search) => csvOf(viewer, needList, search)],
	['issues', (viewer, search) => csvOf(viewer, issueList, search)],
	['dialogues', (viewer, search) => csvOf(viewer, talkList, search)],
	['people', (viewer, search) => csvOf(viewer, personList, search)],
	['properties', (viewer, search) => csvOf(viewer, propertyList, search)],
]);

/** What a list shows under its filters, as a file a spreadsheet opens. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const csv = EXPORTS.get(params.list);
	if (!csv) throw notFound();
	return new Response(await csv(viewer, new URL(request.url).searchParams), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="${params.list}-${today()}.csv"`,
			'X-Content-Type-Options': 'nosniff',
		},
	});
}
