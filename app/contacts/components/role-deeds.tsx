import { Form } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { periodLabel } from '../labels.ts';
import type { RoleLine } from '../role-lines.server.ts';

/** One press ends the role today; talks held in it keep it. */
export function EndRole() {
	return (
		<Section title={m.contacts_end_role_title()}>
			<p className="mb-3 text-muted">{m.contacts_end_role_text()}</p>
			<Form method="post">
				<Button name="intent" value="end">
					{m.contacts_end_role()}
				</Button>
			</Form>
		</Section>
	);
}

/** Further roles of the same person with the same firm or owner, to be taken in by this one. */
export function JoinRoles({ twins }: { twins: readonly RoleLine[] }) {
	return (
		<Section title={m.contacts_join_title()}>
			<p className="mb-3 text-muted">{m.contacts_join_text()}</p>
			<RowList label={m.contacts_join_title()}>
				{twins.map((twin) => (
					<Row
						key={twin.roleId}
						title={twin.title ?? m.contacts_without_title()}
						meta={
							<>
								<span>{twin.place.name}</span>
								{periodLabel(twin) && <span data-figures>{periodLabel(twin)}</span>}
							</>
						}
						trailing={
							<Form method="post">
								<input type="hidden" name="intent" value="join" />
								<Button name="other" value={twin.roleId} size="sm">
									{m.contacts_join()}
								</Button>
							</Form>
						}
					/>
				))}
			</RowList>
		</Section>
	);
}
