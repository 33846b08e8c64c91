import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { keptNew } from '#app/drafts/kept.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { constraintOf, submitted } from '#app/http/submission.server.ts';
import { possessive, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownerTyped } from '#app/landowners/owner-typed.server.ts';
import { formatShare } from '#app/landowners/share.ts';
import { paths } from '#app/paths.ts';
import { Page } from '#app/ui/page.tsx';
import { newId } from '#db/new-id.ts';
import { SaleForm } from '../components/sale-form.tsx';
import { saleForm } from '../ownership-form.server.ts';
import { ownershipFor } from '../queries.server.ts';
import { ownerFault } from '../refusal.server.ts';
import { type Sold, sellShare } from '../sale.server.ts';

const titleOf = ({ landowner, property }: { landowner: { name: string }; property: { name: string } }) =>
	m.landowners_sell_title({ owner: possessive(landowner.name), property: property.name });

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? titleOf(shown.ownership) : m.landowners_properties_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const ownership = await ownershipFor(viewer, params.ownershipId);
	return {
		kept: await keptNew(request, viewer, { form: 'ownership', label: titleOf(ownership) }),
		today: today(),
		ownership,
		constraint: constraintOf(saleForm()),
	};
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'revise', 'property')) throw forbidden();
	const { id, property } = await ownershipFor(viewer, params.ownershipId);
	const submission = submitted(await formOf(request), saleForm());
	if (submission.status !== 'success') return data({ result: submission.reply(), choices: [], seen: null, earlier: null }, { status: 400 });
	const { id: saleId, version, owner: typed, soldOn, part } = submission.value;
	const meant = await ownerTyped(viewer, submission.value);
	if (meant.kind !== 'one') {
		const { faults, choices } = ownerFault(meant, typed);
		return data({ result: submission.reply(faults), choices, seen: null, earlier: null }, { status: 400 });
	}
	const answer = await sellShare(viewer, { saleId, ownershipId: id, version, buyer: meant.owner, soldOn, part });
	if (answer.kind === 'sold') return redirectWith(request, paths.property(answer.propertyId), { key: 'ownership_sold' });
	if (answer.kind === 'differs') {
		const earlier = { to: paths.property(property.id), freshId: newId() };
		return data({ result: submission.reply(), choices: [], seen: null, earlier }, { status: 409 });
	}
	// The next try is of the share as it stands now, which the page then shows.
	const seen = answer.kind === 'conflict' ? await ownershipFor(viewer, id) : null;
	return data({ result: submission.reply(faultsOf(answer)), choices: [], seen, earlier: null }, { status: 409 });
}

/** A refused sale in words, at the field they are about. */
function faultsOf({ kind }: Exclude<Sold, { kind: 'sold' | 'differs' }>): { fieldErrors?: Record<string, string[]>; formErrors?: string[] } {
	switch (kind) {
		case 'own-buyer':
			return { fieldErrors: { owner: [m.landowners_error_own_buyer()] } };
		case 'before-bought':
			return { fieldErrors: { soldOn: [m.landowners_error_before_bought()] } };
		case 'part-too-large':
			return { fieldErrors: { part: [m.landowners_error_part_too_large()] } };
		case 'sold-already':
			return { formErrors: [m.landowners_error_sold_already()] };
		case 'conflict':
			return { formErrors: [m.landowners_error_conflict()] };
	}
}

export const clientAction = keepWhenOffline;

export default function Sale() {
	const { kept, today: day, ownership, constraint } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const { landowner, property, share, version } = answer?.seen ?? ownership;
	return (
		<Page title={titleOf(ownership)} back={{ to: paths.property(property.id), label: property.name }}>
			<p className="mb-5 max-w-prose text-muted">
				{share ? m.landowners_sell_text({ owner: landowner.name, share: formatShare(share) }) : m.landowners_sell_text_unknown()}
			</p>
			<SaleForm
				saleId={kept.recordId}
				kept={kept}
				version={version}
				soldOn={day}
				constraint={constraint}
				lastResult={answer?.result ?? kept.restored}
				choices={answer?.choices ?? []}
				earlier={answer?.earlier}
				cancel={paths.property(property.id)}
			/>
		</Page>
	);
}
