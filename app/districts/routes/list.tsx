import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { formatDay, formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { RowLink, Table } from '#app/ui/table.tsx';
import { DistrictDot } from '../components/district-mark.tsx';
import { districtsWithSums } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.districts_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const responsible = new URL(request.url).searchParams.get('responsible');
	const districts = await districtsWithSums(viewer);
	const theirs = responsible ? districts.filter(({ responsibleId }) => responsibleId === responsible) : [];
	return {
		districts: theirs.length > 0 ? theirs : districts,
		of: theirs[0]?.responsible ?? null,
		seesTalks: can(viewer, 'see', 'dialogue'),
		mayCreate: can(viewer, 'create', 'district'),
	};
}

export default function Districts() {
	const { districts, of, seesTalks, mayCreate } = useLoaderData<typeof loader>();
	const create = mayCreate ? (
		<ButtonLink to={paths.newDistrict()} variant="primary" icon="plus">
			{m.districts_new_action()}
		</ButtonLink>
	) : undefined;
	if (districts.length === 0)
		return (
			<Page title={m.districts_title()} wide>
				<EmptyState title={m.districts_none_title()} text={mayCreate ? m.districts_none_text() : m.districts_none_text_reader()} action={create} />
			</Page>
		);
	return (
		<Page title={m.districts_title()} actions={create} wide>
			{of && (
				<p className="mb-3 flex flex-wrap items-baseline gap-x-3">
					{m.districts_of_responsible({ name: of })} <a href={paths.districts()}>{m.districts_all()}</a>
				</p>
			)}
			<Table
				caption={m.districts_title()}
				head={[
					{ key: 'name', label: m.districts_name() },
					{ key: 'responsible', label: m.districts_responsible(), from: 'lg' },
					{ key: 'companies', label: m.districts_companies(), align: 'end' },
					{ key: 'sites', label: m.districts_sites(), align: 'end', from: 'lg' },
					{ key: 'heads', label: m.districts_heads(), align: 'end' },
					...(seesTalks ? [{ key: 'talk', label: m.districts_last_talk() }] : []),
				]}
			>
				{districts.map((district) => (
					<tr key={district.id}>
						<td>
							<span className="inline-flex items-baseline gap-2">
								<DistrictDot colour={district.colour} />
								<RowLink href={paths.district(district.slug)}>{district.name}</RowLink>
							</span>
							{district.identity && <p className="line-clamp-1 max-w-prose pl-4 text-muted text-sm">{district.identity}</p>}
						</td>
						<td data-from="lg" className="whitespace-nowrap">
							{district.responsible}
						</td>
						<td data-figures data-align="end" data-label={m.districts_companies()}>
							<Figure to={paths.companies({ district: district.slug })}>{district.companies}</Figure>
						</td>
						<td data-figures data-from="lg" data-align="end" data-label={m.districts_sites()}>
							<Figure to={paths.sites({ district: district.slug })}>{district.sites}</Figure>
						</td>
						<td data-figures data-align="end" data-label={m.districts_heads()}>
							<Figure to={paths.sites({ district: district.slug, heads: 'known' })}>{district.headcount}</Figure>
						</td>
						{seesTalks && (
							<td data-figures data-label={m.districts_last_talk()} className="whitespace-nowrap">
								{district.lastTalkOn ? formatDay(district.lastTalkOn) : <span className="text-muted">{m.districts_never()}</span>}
							</td>
						)}
					</tr>
				))}
			</Table>
		</Page>
	);
}

/** A figure that opens its rows. */
const Figure = ({ to, children }: { to: string; children: number }) => (
	<a href={to} className="inline-block min-w-6 py-0.5 hover:text-accent hover:underline">
		{formatNumber(children)}
	</a>
);
