import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { RowLink, Table } from '#app/ui/table.tsx';
import { mailHref, phoneShown, telHref } from '../reach.ts';

export interface ContactRow {
	id: string;
	name: string;
	phone: string | null;
	email: string | null;
	roles: ReadonlyArray<{ title: string | null; place: string }>;
}

/** People as rows, to open, call or write to. */
export function ContactTable({ rows }: { rows: readonly ContactRow[] }) {
	return (
		<Table
			caption={m.contacts_title()}
			head={[
				{ key: 'name', label: m.contacts_name() },
				{ key: 'role', label: m.contacts_roles() },
				{ key: 'phone', label: m.contacts_phone() },
				{ key: 'email', label: m.contacts_email(), from: 'lg' },
			]}
		>
			{rows.map((row) => (
				<tr key={row.id}>
					<td className="md:min-w-52">
						<RowLink href={paths.contact(row.id)}>{row.name}</RowLink>
					</td>
					<td className="max-md:basis-full lg:w-full">
						<Roles roles={row.roles} />
					</td>
					<td data-figures className="whitespace-nowrap">
						{row.phone && (
							<a href={telHref(row.phone)} className="inline-flex min-h-8 items-center text-accent underline-offset-2 hover:underline md:min-h-6">
								{phoneShown(row.phone)}
							</a>
						)}
					</td>
					<td data-from="lg">
						{row.email && (
							<a
								href={mailHref(row.email)}
								title={row.email}
								className="max-md:wrap-anywhere inline-flex min-h-8 items-center text-accent underline-offset-2 hover:underline md:min-h-6"
							>
								<span className="md:block md:max-w-56 md:truncate">{row.email}</span>
							</a>
						)}
					</td>
				</tr>
			))}
		</Table>
	);
}

const SHOWN = 2;

function Roles({ roles }: Pick<ContactRow, 'roles'>) {
	if (roles.length === 0) return <span className="text-muted">{m.contacts_no_role()}</span>;
	return (
		<>
			{roles.slice(0, SHOWN).map(({ title, place }, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: roles of one row never move.
				<span key={at} className="block">
					{title && <span className="text-muted">{title}, </span>}
					{place}
				</span>
			))}
			{roles.length > SHOWN && <span className="text-muted">{m.contacts_more_roles({ count: roles.length - SHOWN })}</span>}
		</>
	);
}
