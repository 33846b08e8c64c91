import { m } from '#app/i18n/paraglide/messages.js';

/** The product's mark: a town block cut by two roads, one district lit. */
export function Mark({ size = 24 }: { size?: number }) {
	return (
		<svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="shrink-0">
			<path d="M9 2h6.2L12.6 15.4 2 13.2V9a7 7 0 0 1 7-7Z" className="fill-accent" opacity=".55" />
			<path d="M17.8 2H23a7 7 0 0 1 7 7v10l-14.9-3.1L17.8 2Z" className="fill-accent" />
			<path d="M2 15.8 12 17.9 9.4 30H9a7 7 0 0 1-7-7v-7.2Z" className="fill-accent" opacity=".8" />
			<path d="m14.6 18.4 15.4 3.2V23a7 7 0 0 1-7 7H12.1l2.5-11.6Z" className="fill-accent" opacity=".4" />
		</svg>
	);
}

export function Wordmark() {
	return (
		<span className="inline-flex items-center gap-2 font-semibold text-lg tracking-tight">
			<Mark />
			{m.shell_product()}
		</span>
	);
}
