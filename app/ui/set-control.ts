import type { FieldValue } from '#app/http/merge.ts';

/** Puts a value into a form's native control, as typing would: text, choice, box or group of boxes. Listeners hear of it. */
export function setControl(formId: string, name: string, value: FieldValue): void {
	const form = document.getElementById(formId);
	if (!(form instanceof HTMLFormElement)) return;
	const wanted = typeof value === 'string' ? [value] : value;
	for (const control of form.elements) {
		if (!('name' in control) || control.name !== name) continue;
		if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio'))
			control.checked = wanted.includes(control.value);
		else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)
			control.value = wanted[0] ?? '';
		else continue;
		control.dispatchEvent(new Event('input', { bubbles: true }));
	}
}

/** Calls back with the text whenever a person (not `setControl`) types into a form's field; answers how to stop. */
export function onTyping(formId: string, name: string, typed: (text: string) => void): () => void {
	const form = document.getElementById(formId);
	const listen = ({ isTrusted, target }: Event) => {
		const isControl = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
		if (isTrusted && isControl && target.name === name) typed(target.value);
	};
	form?.addEventListener('input', listen);
	return () => form?.removeEventListener('input', listen);
}
