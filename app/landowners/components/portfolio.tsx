import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { formatArea } from '../area.ts';
import type { Holding } from '../landowner-list.server.ts';
import type { PropertyOfOwner } from '../queries.server.ts';
import { shareWords, spanWords } from '../words.ts';
import { AreaOwned } from './area-owned.tsx';

/** So many properties stand open; a larger portfolio unfolds. */
const SHOWN = 5;

interface Props {
	owned: readonly PropertyOfOwner[];
	former: readonly PropertyOfOwner[];
	holding: Holding;
	/** Whose portfolio it is, for the way to a further share; null where nothing may be changed. */
	ownerId: string | null;
}

/** What an owner owns, with shares and the sum of the land; what was sold folds away. */
export function Portfolio({ owned, former, holding, ownerId }: Props) {
	return (
		<>
			{owned.length === 0 ? (
				<p className="text-muted">{m.landowners_portfolio_none()}</p>
			) : (
				<>
					<Lines label={m.landowners_portfolio()} lines={owned.slice(0, SHOWN)} mayRevise={ownerId !== null} />
					{owned.length > SHOWN && (
						<Fold summary={m.landowners_portfolio_more({ count: owned.length - SHOWN })}>
							<Lines label={m.landowners_portfolio_more({ count: owned.length - SHOWN })} lines={owned.slice(SHOWN)} mayRevise={ownerId !== null} />
						</Fold>
					)}
					<p className="mt-2 text-muted text-sm" data-figures>
						{m.landowners_land_owned()}: <AreaOwned {...holding} />
					</p>
				</>
			)}
			{former.length > 0 && (
				<Fold summary={m.landowners_former({ count: former.length })}>
					<Lines label={m.landowners_former({ count: former.length })} lines={former} mayRevise={ownerId !== null} />
				</Fold>
			)}
			{ownerId && (
				<div className="mt-3 flex flex-wrap gap-2" data-screen-only>
					<ButtonLink to={paths.newProperty({ landowner: ownerId })} size="sm" icon="plus">
						{m.landowners_add_property()}
					</ButtonLink>
					<ButtonLink to={paths.newOwnership(ownerId)} size="sm">
						{m.landowners_add_known_property()}
					</ButtonLink>
				</div>
			)}
		</>
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
