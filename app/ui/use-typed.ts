import { useEffect, useState } from 'react';

/** What stands in these fields of a form, as it is typed, and what was typed before the scripts came. */
export function useTyped<Name extends string>(formId: string, ...names: readonly Name[]): Partial<Record<Name, string>> {
	const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
	const wanted = names.join();
	useEffect(() => {
		const form = document.getElementById(formId);
		if (!(form instanceof HTMLFormElement)) return;
		const read = () => {
			const values = new FormData(form);
			// Of the names asked for, and text: these fields are no files.
			setTyped(Object.fromEntries(wanted.split(',').map((name) => [name, String(values.get(name) ?? '').trim()])) as Partial<Record<Name, string>>);
		};
		read();
		form.addEventListener('input', read);
		return () => form.removeEventListener('input', read);
	}, [formId, wanted]);
	return typed;
}
