import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { roleLabel } from '#app/auth/role-label.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '#app/ui/filter-bar.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { RowLink, Table } from '#app/ui/table.tsx';
import { AdminLinks } from '../components/admin-links.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { PERSON_STATES } from '../people.ts';
import { people } from '../queries.server.ts';
import { stateLabel } from '../state-label.ts';

export const meta: MetaFunction = () => [{ title: `${m.people_people()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const { searchParams } = new URL(request.url);
	const asked = (name: string) => searchParams.get(name)?.trim().slice(0, 100) || undefined;
	const filter = { q: asked('q'), state: PERSON_STATES.find((state) => state === asked('state')) };
	return { filter, ...(await people(viewer, { ...filter, after: asked('after'), before: asked('before') })) };
}

export default function People() {
	const { filter, rows, before, after } = useLoaderData<typeof loader>();
	const isFiltered = Boolean(filter.q || filter.state);
	const newPerson = (
		<ButtonLink to={paths.newPerson()} variant="primary" icon="plus">
			{m.people_new()}
		</ButtonLink>
	);
	return (
		<Page title={m.people_people()} actions={newPerson} wide>
			<AdminLinks at="people" />
			<FilterBar label={m.people_filter()} reset={isFiltered ? paths.people() : undefined}>
				<FilterSearch label={m.people_search()} value={filter.q} />
				<FilterSelect
					name="state"
					label={m.people_state()}
					value={filter.state}
					any={m.people_state_any()}
					options={PERSON_STATES.map((state) => ({ value: state, label: stateLabel(state) }))}
				/>
			</FilterBar>
			{rows.length === 0 ? (
				<EmptyState title={m.people_none()} text={m.people_none_text()} action={newPerson} />
			) : (
				<Table
					caption={m.people_people()}
					head={[
						{ key: 'name', label: m.auth_name() },
						{ key: 'email', label: m.auth_email() },
						{ key: 'roles', label: m.people_roles() },
						{ key: 'state', label: m.people_state() },
					]}
				>
					{rows.map((row) => (
						<tr key={row.id}>
							<td>
								<RowLink href={paths.person(row.id)}>{row.name}</RowLink>
							</td>
							<td>{row.email}</td>
							<td>{row.memberships.map(({ role, unitName }) => `${roleLabel(role)}, ${unitName}`).join(' · ')}</td>
							<td>
								<StateBadge state={row.state} />
							</td>
						</tr>
					))}
				</Table>
			)}
			<KeysetPages
				label={m.people_people()}
				previous={before && paths.people({ ...filter, before })}
				next={after && paths.people({ ...filter, after })}
			/>
		</Page>
	);
}
