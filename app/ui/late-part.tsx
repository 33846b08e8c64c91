import { memo, type ReactNode, Suspense, useEffect, useState } from 'react';

/**
 * A part of a form whose script comes by itself. Until that has arrived the server's markup stands, and whatever changes
 * around it is held back: React would otherwise throw the markup away, with what was typed into it and which folds are open.
 */
export function LatePart({ children }: { children: ReactNode }) {
	const [isThere, setThere] = useState(false);
	return (
		<Held isThere={isThere}>
			<Suspense>
				{children}
				<Arrival onArrival={setThere} />
			</Suspense>
		</Held>
	);
}

const Held = memo(
	({ children }: { isThere: boolean; children: ReactNode }) => children,
	(_, { isThere }) => !isThere,
);

function Arrival({ onArrival }: { onArrival: (isThere: true) => void }) {
	useEffect(() => onArrival(true), [onArrival]);
	return null;
}
