import { Fragment, type ReactNode } from 'react';
import { classes } from './class-names.ts';
import { Icon } from './icon.tsx';

interface PageProps {
	title: ReactNode;
	/** The page above this one, by name: the only "back" that means the same after a reload. */
	back?: { to: string; label: string };
	/** Badges and short facts under the title. */
	meta?: ReactNode;
	actions?: ReactNode;
	/** Lists and dashboards use the whole width; forms and reading keep to a column, at the same left edge. */
	wide?: boolean;
	children: ReactNode;
}

/** The frame of every page inside the shell: where am I, what is this, what can I do. */
export function Page({ title, back, meta, actions, wide = false, children }: PageProps) {
	return (
		<PageFrame>
			<header className="wrap-anywhere mb-5 md:mb-6">
				{back && <BackLink {...back} />}
				<div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
					<div className="min-w-0">
						<h1 className="text-2xl">{title}</h1>
						{meta && <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-muted">{meta}</div>}
					</div>
					{actions && (
						<div className="flex flex-wrap items-center gap-2" data-screen-only>
							{actions}
						</div>
					)}
				</div>
			</header>
			{wide ? children : <div className="max-w-176">{children}</div>}
		</PageFrame>
	);
}

/** Where every page begins: one left edge for all titles, whatever stands below them. */
export const PageFrame = ({ children }: { children: ReactNode }) => (
	<div className="mx-auto w-full max-w-6xl px-4 pt-4 pb-8 md:px-8 md:pt-7">{children}</div>
);

/** To the page above this one. */
export const BackLink = ({ to, label }: { to: string; label: string }) => (
	<a
		href={to}
		className="-ml-1 mb-1 inline-flex min-h-8 max-w-full items-center gap-1 rounded-md px-1 text-muted text-sm hover:text-text"
		data-screen-only
	>
		<Icon name="back" size={14} />
		{label}
	</a>
);

interface SectionProps {
	title: ReactNode;
	actions?: ReactNode;
	/** Said beside the heading where there is nothing: an empty part of a page is one quiet line. */
	none?: string | false;
	children?: ReactNode;
	className?: string;
}

/** A part of a page under its own heading. */
export function Section({ title, actions, none, children, className }: SectionProps) {
	return (
		<section className={classes('mt-8 min-w-0 first:mt-0', className)}>
			<div className="not-last:mb-2 flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
				<div className="flex flex-wrap items-baseline gap-x-3">
					<h2 className="text-lg">{title}</h2>
					{none && <p className="text-muted text-sm">{none}</p>}
				</div>
				{actions && (
					<div className="flex items-center gap-2" data-screen-only>
						{actions}
					</div>
				)}
			</div>
			{children}
		</section>
	);
}

/** Name and value side by side; an empty value shows a dash, so that "unknown" is seen, not missed. */
export function Facts({ items }: { items: ReadonlyArray<{ label: string; value: ReactNode }> }) {
	return (
		<dl className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[minmax(8rem,max-content)_1fr] sm:gap-y-2">
			{items.map((item) => (
				<Fragment key={item.label}>
					<dt className="text-muted">{item.label}</dt>
					<dd className="wrap-anywhere mb-2 min-w-0 hyphens-auto sm:mb-0" data-figures>
						<Fallback value={item.value} />
					</dd>
				</Fragment>
			))}
		</dl>
	);
}

export const Fallback = ({ value }: { value: ReactNode }) =>
	value === null || value === undefined || value === '' || value === false ? <span className="text-muted">–</span> : value;
