import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { keptEdit } from '#app/drafts/kept.server.ts';
import { clashesOf, togetherFlash } from '#app/editing/editors.server.ts';
import { baseOf, mergeAndSave } from '#app/editing/merged-edit.server.ts';
import { badRequest, forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { SiteForm } from '../components/site-form.tsx';
import { SITE_CHAIN_NAMES, siteFieldLabel } from '../field-labels.ts';
import { siteFor } from '../queries.server.ts';
import { refusalOf } from '../site-answer.server.ts';
import { reviseSite } from '../site-commands.server.ts';
import { siteForm } from '../site-form.server.ts';
import { SITE_READINGS, siteAsShown, siteValuesOf } from '../site-values.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? m.companies_edit_title({ name: shown.name }) : m.companies_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'site')) throw forbidden();
	const [site, districts] = await Promise.all([siteFor(viewer, params.siteId), districtChoices(viewer)]);
	const { id, name, version, isMain } = site;
	const kept = await keptEdit(request, viewer, { form: 'site', recordId: id, label: name, baseVersion: version });
	return { kept, id, name, isMain, base: baseOf(siteAsShown(site)), values: siteValuesOf(site), districts, constraint: constraintOf(siteForm()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'site')) throw forbidden();
	const { id } = await siteFor(viewer, params.siteId);
	const subject = { kind: 'site', id } as const;
	return mergeAndSave(
		await formOf(request),
		async () => siteAsShown(await siteFor(viewer, id)),
		async (edit) => {
			const submission = submitted(edit.form, siteForm());
			if (edit.clashes.length > 0) {
				const conflict = await clashesOf(viewer, subject, edit, SITE_CHAIN_NAMES);
				return data({ result: submission.reply(), taken: null, conflict }, { status: 409 });
			}
			if (submission.status !== 'success') return data({ result: submission.reply(), taken: null, conflict: null }, { status: 400 });
			if (submission.value.id !== id) throw badRequest();
			const answer = await reviseSite(viewer, submission.value);
			if (answer.kind === 'conflict') return null;
			if (answer.kind === 'kept')
				return redirectWith(request, paths.site(id), await togetherFlash(viewer, subject, edit.takenOver, siteFieldLabel, SITE_CHAIN_NAMES));
			const { faults, taken } = refusalOf(answer);
			return data({ result: submission.reply(faults), taken, conflict: null }, { status: 409 });
		},
		SITE_READINGS,
	);
}

export const clientAction = keepWhenOffline;

export default function EditSite() {
	const { kept, id, name, base, isMain, values, districts, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.companies_edit_title({ name })} back={{ to: paths.site(id), label: name }}>
			<SiteForm
				id={id}
				base={base}
				values={values}
				districts={districts}
				constraint={constraint}
				kept={kept}
				lastResult={answer?.result ?? kept.restored}
				conflict={answer?.conflict}
				taken={answer?.taken ?? null}
				isMain={isMain}
				deed={m.companies_save()}
				cancel={paths.site(id)}
			/>
		</Page>
	);
}
