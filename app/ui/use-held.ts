import { useActionData, useNavigation } from '@remix-run/react';
import { useState } from 'react';

/**
 * What a form carries unseen (its base, the new id, its draft) belongs to the moment it was opened. It stays when a loader
 * runs again beside the fields, which stay too; it moves on with an answer of the server, and once the form is saved. `mark`
 * is what the form sends of it.
 */
export function useHeld<Value>(opened: Value, answered?: Value, mark: (held: Value) => string = String): Value {
	const { state, formData } = useNavigation();
	const isRefused = useActionData() !== undefined;
	const [held, setHeld] = useState({ value: opened, isSent: false });
	const isSent = formData !== undefined && [...formData.values()].includes(mark(held.value));
	let value = answered ?? held.value;
	// Saved, and still on its page.
	if (state === 'idle' && held.isSent && !isRefused) value = opened;
	const next = { value, isSent: state !== 'idle' && (isSent || held.isSent) };
	if (next.value !== held.value || next.isSent !== held.isSent) setHeld(next);
	return value;
}
