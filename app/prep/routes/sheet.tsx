import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { PrepSheet } from '../components/prep-sheet.tsx';
import { companyPrep, landownerPrep } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: m.dialogues_prep_title({ name: data?.prep.name ?? m.shell_product() }) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'see', 'dialogue');
	const prep = params.companyId ? await companyPrep(viewer, params.companyId) : await landownerPrep(viewer, params.landownerId);
	return { prep, reader: viewer.name, day: today(), mayLog: can(viewer, 'log', 'dialogue') };
}

export default function Prep() {
	return <PrepSheet {...useLoaderData<typeof loader>()} />;
}
