import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { refused } from '#app/editing/answer.ts';
import { saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf } from '#app/http/submission.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { newUnitForm } from '../admin-form.server.ts';
import { UnitForm } from '../components/unit-form.tsx';
import { foundUnit, MAX_UNITS, presentUnits } from '../units.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.people_unit_new()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	await presentUnits(viewer);
	return { id: newId(), constraint: constraintOf(newUnitForm()) };
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	await presentUnits(viewer);
	return saveNew(request, newUnitForm(), async (input) => {
		const { id, name } = input;
		const answer = await foundUnit(viewer, input);
		if (answer === 'saved') return { kind: answer, to: paths.units(), flash: { key: 'unit_created', params: { name } } };
		if (answer === 'differs') return { kind: answer, to: paths.unit(id) };
		return refused({ name: answer === 'name_taken' ? m.people_unit_name_taken() : m.people_units_too_many({ max: MAX_UNITS }) });
	});
}

export const clientAction = keepWhenOffline;

export default function NewUnit() {
	const { id, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	return (
		<Page title={m.people_unit_new()} back={{ to: paths.units(), label: m.people_units() }}>
			<UnitForm
				lastResult={answer?.result}
				constraint={constraint}
				hidden={
					<>
						<input type="hidden" name="id" value={answer?.earlier?.freshId ?? id} />
						{answer?.earlier && <EarlierNotice {...answer.earlier} />}
					</>
				}
				deed={m.people_unit_new_do()}
			/>
		</Page>
	);
}
