import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { CONTROL } from '#app/ui/field.tsx';
import { Fold } from '#app/ui/fold.tsx';
import type { Choice } from '../handing-over.ts';
import type { Heir } from '../holdings.server.ts';
import { type Held, HOLDINGS, type Holding, holdingLabel, LEFT, rowsOfHolding } from '../holdings.ts';

interface HoldingsProps {
	person: { id: string; name: string };
	held: Held;
	heirs: readonly Heir[];
	/** Whether the viewer may open the rows of follow-ups and matters. */
	seesTalks: boolean;
	typed: Choice | undefined;
}

const OF_TALKS: ReadonlyArray<Holding | 'overdue'> = ['tasks', 'overdue', 'visits', 'issues'];

/** What somebody holds, each number with its rows, and who goes on with it. */
export function Holdings({ person, held, heirs, seesTalks, typed }: HoldingsProps) {
	const kinds = HOLDINGS.filter((kind) => held[kind] > 0);
	const options = (takes: readonly Holding[]) => heirs.filter((heir) => takes.every((kind) => heir.takes.includes(kind)));
	return (
		<section className="mb-4 max-w-prose">
			<h2 className="mb-1.5 font-medium">{m.people_holds({ name: person.name })}</h2>
			<ul className="mb-3" data-figures>
				{([...kinds.slice(0, 1), ...(held.overdue > 0 ? (['overdue'] as const) : []), ...kinds.slice(1)] as const).map((kind) => (
					<li key={kind}>
						{holdingLabel[kind]()}:{' '}
						{seesTalks || !OF_TALKS.includes(kind) ? (
							<a href={rowsOfHolding[kind](person.id)}>{formatNumber(held[kind])}</a>
						) : (
							formatNumber(held[kind])
						)}
					</li>
				))}
			</ul>
			{!seesTalks && kinds.some((kind) => OF_TALKS.includes(kind)) && <p className="mb-3 text-muted text-sm">{m.people_holds_rows()}</p>}
			<HeirSelect label={m.people_hand_all()} name="all" blank={m.people_hand_choose()} heirs={options(kinds)} given={typed?.all} {...{ person }} />
			{kinds.length > 1 && (
				<Fold summary={m.people_hand_apart()} isOpen={Object.values(typed?.apart ?? {}).some(Boolean)}>
					{kinds.map((kind) => (
						<HeirSelect
							key={kind}
							label={holdingLabel[kind]()}
							name={`apart.${kind}`}
							blank={m.people_hand_as_above()}
							heirs={options([kind])}
							given={typed?.apart[kind]}
							{...{ person }}
						/>
					))}
				</Fold>
			)}
		</section>
	);
}

interface HeirSelectProps {
	label: string;
	name: string;
	blank: string;
	heirs: readonly Heir[];
	given: string | undefined;
	person: { name: string };
}

const HeirSelect = ({ label, name, blank, heirs, given = '', person }: HeirSelectProps) => (
	<label className="mb-3 block max-w-sm">
		<span className="mb-1 block text-sm">{label}</span>
		<select name={name} defaultValue={given} className={CONTROL}>
			<option value="">{blank}</option>
			<option value={LEFT}>{m.people_hand_left({ name: person.name })}</option>
			{heirs.map((heir) => (
				<option key={heir.id} value={heir.id}>
					{heir.name}
				</option>
			))}
		</select>
	</label>
);
