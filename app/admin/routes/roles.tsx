import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { roleLabel } from '#app/auth/labels.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Page, Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { AdminLinks } from '../components/admin-links.tsx';
import { PermissionTable } from '../components/permission-table.tsx';
import { permissions } from '../permissions.server.ts';
import { peopleWithBothTasks } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.people_roles()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return { both: await peopleWithBothTasks(viewer), permissions: permissions() };
}

export default function Roles() {
	const { both, permissions } = useLoaderData<typeof loader>();
	const explained = [
		{ title: roleLabel('consultant'), text: m.people_role_consultant_text() },
		{ title: roleLabel('employment'), text: m.people_role_employment_text() },
		{ title: roleLabel('manager'), text: m.people_role_manager_text() },
		{ title: roleLabel('administrator'), text: m.people_role_administrator_text() },
	];
	return (
		<Page title={m.people_roles()} wide>
			<AdminLinks at="roles" />
			<p className="mb-5 max-w-prose text-muted">{m.people_roles_text()}</p>
			<dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
				{explained.map(({ title, text }) => (
					<div key={title}>
						<dt className="font-semibold">{title}</dt>
						<dd className="mt-0.5 text-pretty text-muted">{text}</dd>
					</div>
				))}
			</dl>
			<Section title={m.people_may()}>
				<PermissionTable permissions={permissions} />
			</Section>
			<Section title={m.people_parts()}>
				<ul className="max-w-prose list-disc space-y-1.5 pl-5">
					<li>{m.people_parts_heading()}</li>
					<li>{m.people_parts_note()}</li>
					<li>{m.people_parts_confidential()}</li>
					<li>{m.people_parts_assessment()}</li>
				</ul>
			</Section>
			<Section title={m.people_both()}>
				<p className="mb-3 max-w-prose text-muted">{both.length > 0 ? m.people_both_text() : m.people_both_none()}</p>
				{both.length > 0 && (
					<RowList label={m.people_both()}>
						{both.map(({ id, name }) => (
							<Row key={id} href={paths.person(id)} title={name} />
						))}
					</RowList>
				)}
			</Section>
		</Page>
	);
}
