import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { refused } from '#app/editing/answer.ts';
import { openNew, saveNew } from '#app/editing/new.server.ts';
import { keepWhenOffline, useAnswer } from '#app/http/keep-when-offline.ts';
import { possessive, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownerTyped } from '#app/landowners/owner-typed.server.ts';
import { formatShare } from '#app/landowners/share.ts';
import { paths } from '#app/paths.ts';
import { viewerWhoMay } from '#app/record/guard.server.ts';
import { Page } from '#app/ui/page.tsx';
import { SaleForm } from '../components/sale-form.tsx';
import { saleForm } from '../ownership-form.server.ts';
import { ownershipFor } from '../queries.server.ts';
import { ownerRefusal, type PropertyRefusal } from '../refusal.server.ts';
import { type Sold, sellShare } from '../sale.server.ts';

const titleOf = ({ landowner, property }: { landowner: { name: string }; property: { name: string } }) =>
	m.landowners_sell_title({ owner: possessive(landowner.name), property: property.name });

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
	{ title: `${shown ? titleOf(shown.ownership) : m.landowners_properties_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'property');
	const ownership = await ownershipFor(viewer, params.ownershipId);
	return {
		...(await openNew(request, viewer, 'ownership', { label: titleOf(ownership), schema: saleForm() })),
		...{ ownership, values: { soldOn: today() } },
	};
}

type More = PropertyRefusal & { seen: Awaited<ReturnType<typeof ownershipFor>> };

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await viewerWhoMay(request, 'revise', 'property');
	const { id, property } = await ownershipFor(viewer, params.ownershipId);
	return saveNew(request, saleForm(), async (input) => {
		const { id: saleId, version, soldOn, part } = input;
		const meant = await ownerTyped(viewer, input);
		if (meant.kind !== 'one') {
			const { fieldErrors, more } = ownerRefusal(meant, input.owner);
			return refused<More>(fieldErrors, more, 400);
		}
		const answer = await sellShare(viewer, { saleId, ownershipId: id, version, buyer: meant.owner, soldOn, part });
		if (answer.kind === 'saved' || answer.kind === 'differs')
			return { kind: answer.kind, to: paths.property(property.id), flash: { key: 'ownership_sold' } };
		// The next try is of the share as it stands now, which the page then shows.
		return refused<More>(faultOf(answer), answer.kind === 'conflict' ? { seen: await ownershipFor(viewer, id) } : {});
	});
}

/** A refused sale in words, at the field they are about; of none, at the form. */
function faultOf({ kind }: Exclude<Sold, { kind: 'saved' | 'differs' }>): Record<string, string> {
	switch (kind) {
		case 'own-buyer':
			return { owner: m.landowners_error_own_buyer() };
		case 'before-bought':
			return { soldOn: m.landowners_error_before_bought() };
		case 'part-too-large':
			return { part: m.landowners_error_part_too_large() };
		case 'sold-already':
			return { '': m.landowners_error_sold_already() };
		case 'conflict':
			return { '': m.landowners_error_conflict() };
	}
}

export const clientAction = keepWhenOffline;

export default function Sale() {
	const { ownership, ...opened } = useLoaderData<typeof loader>();
	const answer = useAnswer<typeof action>();
	const { landowner, property, share, version } = answer?.seen ?? ownership;
	const page = paths.property(property.id);
	return (
		<Page title={titleOf(ownership)} back={{ to: page, label: property.name }}>
			<p className="mb-5 max-w-prose text-muted">
				{share ? m.landowners_sell_text({ owner: landowner.name, share: formatShare(share) }) : m.landowners_sell_text_unknown()}
			</p>
			<SaleForm {...opened} answer={answer} version={version} choices={answer?.choices ?? []} cancel={page} />
		</Page>
	);
}
