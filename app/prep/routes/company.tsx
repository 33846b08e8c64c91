import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { PrepSheet } from '../components/prep-sheet.tsx';
import { companyPrep } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: m.dialogues_prep_title({ name: data?.prep.name ?? m.shell_product() }) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'see', 'dialogue')) throw forbidden();
	return { prep: await companyPrep(viewer, params.companyId), reader: viewer.name, day: today(), mayLog: can(viewer, 'log', 'dialogue') };
}

export default function CompanyPrep() {
	return <PrepSheet {...useLoaderData<typeof loader>()} />;
}
