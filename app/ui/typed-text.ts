// What somebody does to a form's controls before React has taken the page over, and whether they have done anything at all.

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (target: unknown): target is Control =>
	target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** Whether a control stands otherwise than the page came with it. */
function isChanged(control: Control): boolean {
	if (control instanceof HTMLSelectElement) {
		const given = [...control.options].findLastIndex((option) => option.defaultSelected);
		return control.selectedIndex !== Math.max(given, 0);
	}
	if (control instanceof HTMLTextAreaElement || !/^(?:checkbox|radio|file|hidden)$/.test(control.type)) return control.value !== control.defaultValue;
	if (control.type === 'file') return Boolean(control.files?.length);
	return control.type !== 'hidden' && control.checked !== control.defaultChecked;
}

const typedInto = new WeakSet<HTMLFormElement>();

/** Whether a form on this page, one that would save something, has been typed into. */
export const isSomethingTyped = (): boolean => [...document.forms].some((form) => form.method === 'post' && typedInto.has(form));

/**
 * Listens from here on. What is answered tells React's handlers of everything that came before them, as if it had just been
 * typed: to be called when the page is taken over, before anything renders again, which would put a first value back.
 */
export function watchTyping(): () => void {
	const early = new Set<Control>();
	let isEarly = true;
	function note(control: Control) {
		if (control.form) typedInto.add(control.form);
		if (!isEarly) return;
		early.add(control);
		// React sets a textarea anew while it takes over, if its first text still stands beneath what was typed.
		if (control instanceof HTMLTextAreaElement) control.defaultValue = control.value;
	}
	for (const control of document.querySelectorAll('input, textarea, select')) if (isControl(control) && isChanged(control)) note(control);
	window.addEventListener('input', ({ target }) => isControl(target) && note(target), true);
	return () => {
		isEarly = false;
		for (const control of early) for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
	};
}
