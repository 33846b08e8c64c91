import type { ReactNode } from 'react';
import { BackLink, Fallback, PageFrame } from './page.tsx';

export interface Fact {
	label: string;
	/** Null and the like show as a dash: "unknown" is seen, not missed. */
	value: ReactNode;
	/** Quiet, behind the value: of which day, from where. */
	note?: ReactNode;
}

interface RecordPageProps {
	title: string;
	/** Before the title: a district's colour. */
	mark?: ReactNode;
	/** The page above this one, by name. */
	back: { to: string; label: string };
	/** States, places and ways to reach it, in the line under the title. */
	badges?: ReactNode;
	deeds?: ReactNode;
	/** The few facts people come for. */
	facts: ReadonlyArray<Fact | false | null>;
	children: ReactNode;
}

/** The page of a record: its name, its marks, what one can do, what one comes to know, each in its one place at one left edge. */
export function RecordPage({ title, mark, back, badges, deeds, facts, children }: RecordPageProps) {
	return (
		<PageFrame>
			<header className="wrap-anywhere mb-6">
				<BackLink {...back} />
				<h1 className="flex items-baseline gap-2.5 text-2xl">
					{mark}
					<span>{title}</span>
				</h1>
				{badges && <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-0.5 text-muted">{badges}</div>}
				{deeds && (
					<div className="relative mt-2.5 flex flex-wrap items-center gap-1.5" data-deeds data-screen-only>
						{deeds}
					</div>
				)}
				<HeadFacts facts={facts} />
			</header>
			{children}
		</PageFrame>
	);
}

/** Columns side by side where there is room; on a phone one after another, name and value in a row. */
function HeadFacts({ facts }: Pick<RecordPageProps, 'facts'>) {
	return (
		<dl className="mt-3.5 flex flex-wrap gap-x-4 gap-y-0.5 [&_a]:underline [&_a]:decoration-strong-line/50 [&_a]:underline-offset-3 [&_a]:hover:decoration-current md:gap-x-8 md:gap-y-2.5">
			{facts.map(
				(fact) =>
					fact && (
						<div key={fact.label} className="min-w-0 max-md:flex max-md:items-baseline max-md:gap-x-1.5 max-md:text-sm md:max-w-72">
							<dt className="shrink-0 text-muted text-xs">{fact.label}</dt>
							<dd className="min-w-0 md:font-medium" data-figures>
								<Fallback value={fact.value} />
								{fact.note && <span className="ml-1.5 font-normal text-muted text-xs">{fact.note}</span>}
							</dd>
						</div>
					),
			)}
		</dl>
	);
}
