import { Form } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import type { Viewer } from '../viewer.ts';

/** Language, colours and single-key shortcuts of the one signed in. A whole new page: the language is part of everything on it. */
export function Preferences({ viewer }: { viewer: Viewer }) {
	return (
		<Form method="post" action={paths.preferences()} reloadDocument className="space-y-4">
			<ChoiceChips
				legend={m.auth_language()}
				name="language"
				chosen={[viewer.language]}
				options={[
					{ value: 'da', label: 'Dansk' },
					{ value: 'en', label: 'English' },
				]}
			/>
			<ChoiceChips
				legend={m.auth_theme()}
				name="theme"
				chosen={[viewer.theme]}
				options={[
					{ value: 'system', label: m.auth_theme_system() },
					{ value: 'light', label: m.auth_theme_light() },
					{ value: 'dark', label: m.auth_theme_dark() },
				]}
			/>
			<ChoiceChips
				legend={m.auth_shortcuts()}
				hint={m.auth_shortcuts_hint()}
				name="shortcuts"
				chosen={[viewer.hasShortcuts ? 'on' : 'off']}
				options={[
					{ value: 'on', label: m.auth_on() },
					{ value: 'off', label: m.auth_off() },
				]}
			/>
			<Button>{m.auth_save_preferences()}</Button>
		</Form>
	);
}
