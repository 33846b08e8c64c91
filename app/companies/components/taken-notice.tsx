import { m } from '#app/i18n/paraglide/messages.js';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** The record that already has the number or address which was typed. */
export interface Taken {
	to: string;
	name: string;
}

export const TakenNotice = ({ to, name }: Taken) => (
	<div className="mb-4">
		<Notice
			tone="info"
			action={
				<ButtonLink to={to} size="sm">
					{m.companies_open()}
				</ButtonLink>
			}
		>
			{m.companies_taken_by({ name })}
		</Notice>
	</div>
);
