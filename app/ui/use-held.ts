import { useState } from 'react';

/**
 * What a form carries unseen (base, new id, draft) belongs to the moment it was opened: it stays when a loader runs again
 * beside the fields, which stay too, and moves on only with an answer of the server.
 */
export function useHeld<Value>(opened: Value, answered?: Value): Value {
	const [held, setHeld] = useState({ value: opened });
	if (answered === undefined || answered === held.value) return held.value;
	setHeld({ value: answered });
	return answered;
}
