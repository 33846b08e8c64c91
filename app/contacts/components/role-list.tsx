import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { AddLink, ButtonLink } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { hasEnded, isCurrent, type RolePlace } from '../contact.ts';
import { periodLabel } from '../labels.ts';
import type { RoleLine } from '../role-lines.server.ts';

/** What a person is to whom; what they were before folds away. */
export function RoleSection({ contactId, roles, mayRevise }: { contactId: string; roles: readonly RoleLine[]; mayRevise: boolean }) {
	const day = today();
	const present = roles.filter((role) => !hasEnded(role, day));
	const ended = roles.filter((role) => hasEnded(role, day));
	return (
		<Section
			title={m.contacts_roles()}
			none={present.length === 0 && m.contacts_no_role_text()}
			actions={mayRevise && <AddLink to={paths.newContactRole(contactId)}>{m.contacts_add_role()}</AddLink>}
		>
			{present.length > 0 && <Roles roles={present} mayRevise={mayRevise} />}
			{ended.length > 0 && (
				<Fold summary={m.contacts_ended_roles({ count: ended.length })}>
					<Roles roles={ended} mayRevise={mayRevise} />
				</Fold>
			)}
		</Section>
	);
}

function Roles({ roles, mayRevise }: { roles: readonly RoleLine[]; mayRevise: boolean }) {
	return (
		<RowList label={m.contacts_roles()}>
			{roles.map((role) => (
				<Row
					key={role.roleId}
					href={addressOf(role.place)}
					leading={<Icon name={role.place.kind === 'landowner' ? 'key' : role.place.kind} size={18} />}
					title={role.place.name}
					meta={
						<>
							{role.title && <span>{role.title}</span>}
							{role.isPrimary && isCurrent(role, today()) && <Badge tone="accent">{m.contacts_primary()}</Badge>}
							{role.place.kind === 'landowner' && (
								<span>{role.property ? m.contacts_owner_of({ property: role.property.name }) : m.contacts_owner()}</span>
							)}
							{periodLabel(role) && <span data-figures>{periodLabel(role)}</span>}
						</>
					}
					trailing={
						mayRevise && (
							<ButtonLink
								to={paths.editContactRole(role.roleId)}
								size="sm"
								variant="quiet"
								icon="edit"
								aria-label={m.contacts_edit_role_at({ place: role.place.name })}
							>
								{m.contacts_edit_role()}
							</ButtonLink>
						)
					}
				/>
			))}
		</RowList>
	);
}

export function addressOf({ kind, id }: Pick<RolePlace, 'kind' | 'id'>): string {
	if (kind === 'landowner') return paths.landowner(id);
	return kind === 'site' ? paths.site(id) : paths.company(id);
}
