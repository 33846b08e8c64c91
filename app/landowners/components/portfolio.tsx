import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { AddLink, ButtonLink } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { formatArea } from '../area.ts';
import { shareWords, spanWords } from '../labels.ts';
import type { PropertyOfOwner } from '../queries.server.ts';

/** So many properties stand open; a larger portfolio unfolds. */
const SHOWN = 5;

interface Props {
	owned: readonly PropertyOfOwner[];
	former: readonly PropertyOfOwner[];
	/** Whose portfolio it is, for the way to a further share; null where nothing may be changed. */
	ownerId: string | null;
}

/** What an owner owns, with shares; what was sold folds away. */
export function PortfolioSection({ owned, former, ownerId }: Props) {
	return (
		<Section
			title={m.landowners_portfolio()}
			none={owned.length === 0 && m.landowners_portfolio_none()}
			actions={
				ownerId && (
					<>
						<AddLink to={paths.newProperty({ landowner: ownerId })}>{m.landowners_add_property()}</AddLink>
						<AddLink to={paths.newOwnership(ownerId)}>{m.landowners_add_known_property()}</AddLink>
					</>
				)
			}
		>
			{owned.length > 0 && <Lines label={m.landowners_portfolio()} lines={owned.slice(0, SHOWN)} mayRevise={ownerId !== null} />}
			{owned.length > SHOWN && (
				<Fold summary={m.landowners_portfolio_more({ count: owned.length - SHOWN })}>
					<Lines label={m.landowners_portfolio_more({ count: owned.length - SHOWN })} lines={owned.slice(SHOWN)} mayRevise={ownerId !== null} />
				</Fold>
			)}
			{former.length > 0 && (
				<Fold summary={m.landowners_former({ count: former.length })}>
					<Lines label={m.landowners_former({ count: former.length })} lines={former} mayRevise={ownerId !== null} />
				</Fold>
			)}
		</Section>
	);
}

function Lines({ label, lines, mayRevise }: { label: string; lines: readonly PropertyOfOwner[]; mayRevise: boolean }) {
	return (
		<RowList label={label}>
			{lines.map((line) => (
				<Line key={line.ownershipId} line={line} mayRevise={mayRevise} />
			))}
		</RowList>
	);
}

function Line({ line, mayRevise }: { line: PropertyOfOwner; mayRevise: boolean }) {
	const { districtName, districtColour, landArea, propertyId, ownershipId } = line;
	const figures = [shareWords(line.share), landArea !== null && formatArea(landArea), spanWords(line)].filter(Boolean).join(' · ');
	return (
		<Row
			href={paths.property(propertyId)}
			title={line.name}
			meta={
				<>
					{districtName && districtColour && <DistrictMark name={districtName} colour={districtColour} />}
					<span data-figures>{figures}</span>
				</>
			}
			trailing={mayRevise && <EditLink id={ownershipId} name={line.name} />}
		/>
	);
}

/** The way to put a share right or sell it. */
export const EditLink = ({ id, name }: { id: string; name: string }) => (
	<ButtonLink
		to={paths.editOwnership(id)}
		size="sm"
		variant="quiet"
		icon="edit"
		className="relative z-10"
		aria-label={m.landowners_edit_ownership({ name })}
	/>
);
