import { commitmentLabel } from '#app/companies/labels.ts';
import { formatDay, formatNumber, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { needInWords } from '#app/needs/labels.ts';
import { horizonLabel, stanceLabel } from '#app/stances/labels.ts';
import type { Prep } from '../queries.server.ts';
import { PrepPart } from './prep-parts.tsx';

// What stands open or is known of the firm or owner, a line each; a part with nothing in it is left out.

function Lines({ title, lines }: { title: string; lines: ReadonlyArray<{ id: string; words: string; more?: string | null }> }) {
	if (lines.length === 0) return null;
	return (
		<PrepPart title={title}>
			<ul className="grid gap-0.5">
				{lines.map(({ id, words, more }) => (
					<li key={id}>
						{words}
						{more && <span className="text-muted text-sm"> {more}</span>}
					</li>
				))}
			</ul>
		</PrepPart>
	);
}

export const Needs = ({ needs }: Pick<Prep, 'needs'>) => (
	<Lines title={m.dialogues_prep_needs()} lines={needs.map((need) => ({ id: need.id, words: needInWords(need) }))} />
);

export const Issues = ({ issues }: Pick<Prep, 'issues'>) => (
	<Lines title={m.dialogues_prep_issues()} lines={issues.map(({ id, title, openedOn }) => ({ id, words: title, more: formatDay(openedOn) }))} />
);

/** Positions the reader may not know are left out: the sheet is no place to count them. */
export const Stances = ({ stances }: Pick<Prep, 'stances'>) => (
	<Lines
		title={m.dialogues_prep_stances()}
		lines={stances.flatMap(({ id, position, property, takenOn }) =>
			position
				? [
						{
							id,
							words: [
								property?.name ?? m.dialogues_stance_holding(),
								position.topic && named(position.topic),
								`${position.level} ${stanceLabel(position.level)}`,
								position.horizon && horizonLabel(position.horizon),
							]
								.filter(Boolean)
								.join(' · '),
							more: formatDay(takenOn),
						},
					]
				: [],
		)}
	/>
);

export const Properties = ({ properties }: Pick<Prep, 'properties'>) => (
	<Lines
		title={m.dialogues_prep_properties()}
		lines={properties.map(({ propertyId, name, landArea, districtName }) => ({
			id: propertyId,
			words: name,
			more: [districtName, landArea && `${formatNumber(landArea)} m²`].filter(Boolean).join(' · '),
		}))}
	/>
);

export const Commitments = ({ commitments }: Pick<Prep, 'commitments'>) => (
	<Lines
		title={m.dialogues_prep_commitments()}
		lines={commitments.map(({ id, kind, places, note }) => ({ id, words: [commitmentLabel(kind), places].filter(Boolean).join(': '), more: note }))}
	/>
);

export const Responsibles = ({ responsibles }: Pick<Prep, 'responsibles'>) => (
	<Lines
		title={m.dialogues_prep_responsibles()}
		lines={responsibles.map(({ id, userName, unitName }) => ({ id, words: userName, more: unitName }))}
	/>
);
