import type { KeyboardEvent } from 'react';

const FIELDS = 'input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea, select';

/**
 * The form's keys. Ctrl+Enter saves. Enter in a field that says "next" (`enterkeyhint`) goes on to the next field, as the key on
 * a telephone promises, instead of sending half a form. Text comes in by `input` events alone: dictation and autofill pass by here.
 */
export function pressKeys(event: KeyboardEvent<HTMLFormElement>) {
	if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
	if (event.ctrlKey || event.metaKey) {
		event.preventDefault();
		event.currentTarget.requestSubmit();
	} else if (event.target instanceof HTMLInputElement && event.target.enterKeyHint === 'next') {
		event.preventDefault();
		const visible = [...event.currentTarget.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => field.offsetParent !== null);
		visible[visible.indexOf(event.target) + 1]?.focus();
	}
}
