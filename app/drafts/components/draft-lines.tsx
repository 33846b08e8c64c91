import { Form } from '@remix-run/react';
import { formatMoment } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { DraftLine } from '../drafts.server.ts';
import { DISCARD } from '../forms.ts';

/** Drafts waiting: what of, since when; the row opens the form with what was typed. */
export function DraftLines({ drafts }: { drafts: readonly DraftLine[] }) {
	return (
		<RowList label={m.drafts_title()}>
			{drafts.map(({ form, formLabel, recordId, label, path, updatedAt }) => (
				<Row
					key={`${form} ${recordId}`}
					href={path}
					title={label ? m.drafts_line({ form: formLabel, label }) : formLabel}
					meta={<span data-figures>{m.drafts_line_at({ at: formatMoment(updatedAt) })}</span>}
					trailing={
						<Form method="post" action={paths.draft(form, recordId)} className="relative flex flex-wrap gap-1">
							<ButtonLink to={paths.draftText(form, recordId)} variant="quiet" size="sm">
								{m.drafts_read()}
							</ButtonLink>
							<Button variant="quiet" size="sm" name={DISCARD} value="list" aria-label={m.drafts_discard_this({ label: label ?? formLabel })}>
								{m.drafts_discard()}
							</Button>
						</Form>
					}
				/>
			))}
		</RowList>
	);
}
