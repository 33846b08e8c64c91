import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { RowLink, Table } from '#app/ui/table.tsx';
import { AdminLinks } from '../components/admin-links.tsx';
import { unitsWithPeople } from '../units.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.people_units()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { units: await unitsWithPeople(viewer) };
}

export default function Units() {
	const { units } = useLoaderData<typeof loader>();
	return (
		<Page
			title={m.people_units()}
			wide
			actions={
				<ButtonLink to={paths.newUnit()} variant="primary" icon="plus">
					{m.people_unit_new()}
				</ButtonLink>
			}
		>
			<AdminLinks at="units" />
			<p className="mb-4 max-w-prose text-muted">{m.people_units_text()}</p>
			<Table
				caption={m.people_units()}
				head={[
					{ key: 'name', label: m.people_unit() },
					{ key: 'people', label: m.people_people(), align: 'end' },
					{ key: 'state', label: m.people_state() },
				]}
			>
				{units.map(({ id, name, people, archivedAt }) => (
					<tr key={id}>
						<td>
							<RowLink href={paths.unit(id)}>{name}</RowLink>
						</td>
						<td data-align="end" data-label={m.people_people()}>
							{formatNumber(people)}
						</td>
						<td>{archivedAt ? <Badge>{m.people_unit_archived()}</Badge> : <Badge tone="success">{m.people_unit_present()}</Badge>}</td>
					</tr>
				))}
			</Table>
		</Page>
	);
}
