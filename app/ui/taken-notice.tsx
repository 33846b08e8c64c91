import { ButtonLink } from './button.tsx';
import { Notice } from './notice.tsx';

/** A record that has already what was typed: a number, an address, a role. */
export interface Taken {
	to: string;
	name: string;
}

/** Says who has it, with the way there. */
export const TakenNotice = ({ to, text, open }: { to: string; text: string; open: string }) => (
	<div className="mb-4">
		<Notice
			tone="info"
			action={
				<ButtonLink to={to} size="sm">
					{open}
				</ButtonLink>
			}
		>
			{text}
		</Notice>
	</div>
);
