import { m } from '#app/i18n/paraglide/messages.js';
import { EditLink } from '#app/landowners/components/portfolio.tsx';
import { landownerKindLabel, shareWords, spanWords } from '#app/landowners/labels.ts';
import type { OwnerOfProperty } from '#app/landowners/queries.server.ts';
import { type Sum, sumOf } from '#app/landowners/share.ts';
import { paths } from '#app/paths.ts';
import { AddLink } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';

interface Props {
	propertyId: string;
	owners: readonly OwnerOfProperty[];
	former: readonly OwnerOfProperty[];
	mayRevise: boolean;
}

/** Who owns a property and how much of it; shares that do not make up the whole are said in words. */
export function OwnerSection({ propertyId, owners, former, mayRevise }: Props) {
	const sum = sumOf(owners.map(({ share }) => share));
	return (
		<Section
			className="max-lg:-order-1"
			title={m.landowners_owners()}
			actions={mayRevise && <AddLink to={paths.newOwner(propertyId)}>{m.landowners_add_owner()}</AddLink>}
		>
			{owners.length > 0 && (
				<RowList label={m.landowners_owners()}>
					{owners.map((line) => (
						<Line key={line.ownershipId} line={line} mayRevise={mayRevise} />
					))}
				</RowList>
			)}
			{sum.is === 'whole' ? (
				<p className="mt-2 text-muted text-sm">{m.landowners_sum_whole()}</p>
			) : (
				<div className="mt-2">
					<Notice tone="warning">{sumWords(sum)}</Notice>
				</div>
			)}
			{former.length > 0 && (
				<Fold summary={m.landowners_former({ count: former.length })}>
					<RowList label={m.landowners_former({ count: former.length })}>
						{former.map((line) => (
							<Line key={line.ownershipId} line={line} mayRevise={mayRevise} />
						))}
					</RowList>
				</Fold>
			)}
		</Section>
	);
}

function Line({ line, mayRevise }: { line: OwnerOfProperty; mayRevise: boolean }) {
	return (
		<Row
			href={paths.landowner(line.landownerId)}
			title={line.name}
			meta={
				<>
					<span>{landownerKindLabel(line.kind)}</span>
					<span data-figures>{[shareWords(line.share), spanWords(line)].filter(Boolean).join(' · ')}</span>
				</>
			}
			trailing={mayRevise && <EditLink id={line.ownershipId} name={line.name} />}
		/>
	);
}

function sumWords(sum: Sum): string {
	switch (sum.is) {
		case 'whole':
			return m.landowners_sum_whole();
		case 'none':
			return m.landowners_sum_none();
		case 'unknown':
			return m.landowners_sum_unknown();
		case 'less':
			return m.landowners_sum_less({ by: sum.by });
		case 'more':
			return m.landowners_sum_more({ by: sum.by });
	}
}
