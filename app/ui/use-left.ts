import { useState } from 'react';

/**
 * Whether a field is not being written in: what is wrong with it is said once it is left, not while somebody still writes "31/".
 * Left by pressing a button, it is said when the button is let go: a line that appears before would move the button away
 * from under the finger, and the press would come to nothing.
 */
export function useLeft(): { isLeft: boolean; onFocus: () => void; onBlur: () => void } {
	const [isLeft, setLeft] = useState(true);
	return {
		isLeft,
		onFocus: () => setLeft(false),
		onBlur() {
			if (!document.querySelector(':is(button, a, summary, label):active')) return setLeft(true);
			window.addEventListener('mouseup', () => setTimeout(() => setLeft(true)), { once: true, capture: true });
		},
	};
}
