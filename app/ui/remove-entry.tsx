import { Form } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button } from './button.tsx';
import { Section } from './page.tsx';

interface Props {
	/** Where removing it is posted. */
	action: string;
	version: number;
	/** What removing means, and what to do instead where the entry was once right. */
	text: string;
	/** The deed's button. */
	label: string;
}

/** On an entry's edit page: a way out for what was written by mistake. One press; the page after it offers to undo. */
export function RemoveEntry({ action, version, text, label }: Props) {
	return (
		<Section title={m.shell_remove_title()}>
			<p className="mb-3 max-w-prose text-pretty text-muted">{text}</p>
			<Form method="post" action={action}>
				<input type="hidden" name="version" value={version} />
				<Button name="state" value="removed" variant="danger" icon="trash">
					{label}
				</Button>
			</Form>
		</Section>
	);
}
