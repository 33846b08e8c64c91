import { roleLabel } from '#app/auth/labels.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { Table } from '#app/ui/table.tsx';
import { ROLES } from '#db/vocabulary.ts';
import type { Permission } from '../permissions.server.ts';

/** What each role may do, read from the policy itself. */
export function PermissionTable({ permissions }: { permissions: readonly Permission[] }) {
	return (
		<Table
			caption={m.people_may()}
			head={[{ key: 'deed', label: m.people_may_deed() }, ...ROLES.map((role) => ({ key: role, label: roleLabel(role) }))]}
		>
			{permissions.map(({ key, deed, roles }) => (
				<tr key={key}>
					<td>{deed}</td>
					{ROLES.map((role) => (
						<td key={role} data-label={roleLabel(role)}>
							{roles.includes(role) ? (
								<>
									<Icon name="success" className="inline text-success" />
									<span className="sr-only">{m.people_yes()}</span>
								</>
							) : (
								<>
									<span aria-hidden="true" className="text-muted">
										–
									</span>
									<span className="sr-only">{m.people_no()}</span>
								</>
							)}
						</td>
					))}
				</tr>
			))}
		</Table>
	);
}
