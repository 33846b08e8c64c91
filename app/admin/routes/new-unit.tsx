import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
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
	const submission = submitted(await formOf(request), newUnitForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), earlier: null }, { status: 400 });
	const { id, name } = submission.value;
	const answer = await foundUnit(viewer, submission.value);
	if (answer === 'saved') return redirectWith(request, paths.units(), { key: 'unit_created', params: { name } });
	if (answer === 'differs') {
		const earlier = { to: paths.unit(id), freshId: newId() };
		return data({ result: submission.reply(), earlier }, { status: 409 });
	}
	const fault = answer === 'name_taken' ? m.people_unit_name_taken() : m.people_units_too_many({ max: MAX_UNITS });
	return data({ result: submission.reply({ fieldErrors: { name: [fault] } }), earlier: null }, { status: 409 });
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
