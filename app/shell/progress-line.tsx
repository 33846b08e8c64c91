import { useNavigation } from '@remix-run/react';

/** A thin line while a page is fetched; it waits a moment, since most pages are there before anybody looks. */
export function ProgressLine() {
	const { state } = useNavigation();
	if (state === 'idle') return null;
	return (
		<div
			aria-hidden="true"
			className="pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden opacity-0 motion-safe:animate-reveal motion-reduce:opacity-100"
		>
			<div className="size-full bg-accent motion-safe:animate-progress" />
		</div>
	);
}
