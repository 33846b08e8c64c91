import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { refused } from '#app/editing/answer.ts';
import { saveEdit } from '#app/editing/edit.server.ts';
import { baseOf } from '#app/editing/merged-edit.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf } from '#app/http/submission.server.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { BaseField } from '#app/ui/base-field.tsx';
import { Button } from '#app/ui/button.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { Section } from '#app/ui/page.tsx';
import { RecordPage } from '#app/ui/record-head.tsx';
import { unitForm } from '../admin-form.server.ts';
import { UNIT_EDIT, unitClashLabels } from '../admin-values.ts';
import { UnitForm } from '../components/unit-form.tsx';
import { renameUnit, unitFor } from '../units.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: `${found?.unit.name ?? m.people_units()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const unit = await unitFor(viewer, params.unitId);
	return { unit, base: baseOf(UNIT_EDIT.shown(unit)), constraint: constraintOf(unitForm()) };
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const { id } = await unitFor(viewer, params.unitId);
	return saveEdit(request, viewer, UNIT_EDIT, {
		id,
		read: () => unitFor(viewer, id),
		schema: unitForm(),
		save: async (input) => {
			const answer = await renameUnit(viewer, id, input);
			return answer === 'name_taken' ? refused({ name: m.people_unit_name_taken() }) : answer;
		},
		page: paths.unit(id),
	});
}

export const clientAction = keepWhenOffline;

export default function Unit() {
	const { unit, base, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<RecordPage
			title={unit.name}
			back={{ to: paths.units(), label: m.people_units() }}
			badges={unit.isArchived ? <Badge>{m.people_unit_archived()}</Badge> : <Badge tone="success">{m.people_unit_present()}</Badge>}
			facts={[{ label: m.people_people(), value: formatNumber(unit.people) }]}
		>
			<div className="max-w-176">
				<UnitForm
					key={unit.version}
					lastResult={answer?.result}
					constraint={constraint}
					hidden={
						<>
							<BaseField base={base} lastResult={answer?.result} />
							<ConflictPanel conflict={answer?.conflict} labels={unitClashLabels()} formId="unit" />
						</>
					}
					name={unit.name}
					deed={m.people_unit_save()}
				/>
				<Section title={unit.isArchived ? m.people_unit_restore() : m.people_unit_archive()}>
					<p className="mb-3 max-w-prose text-muted">
						{unit.isArchived && m.people_unit_restore_text()}
						{!unit.isArchived && (unit.people > 0 ? m.people_unit_has_people() : m.people_unit_archive_text())}
					</p>
					{(unit.isArchived || unit.people === 0) && (
						<Form method="post" action={paths.unitArchival(unit.id)}>
							<Button name="state" value={unit.isArchived ? 'present' : 'archived'}>
								{unit.isArchived ? m.people_unit_restore() : m.people_unit_archive()}
							</Button>
						</Form>
					)}
				</Section>
			</div>
		</RecordPage>
	);
}
