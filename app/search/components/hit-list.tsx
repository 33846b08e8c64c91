import { faceNamed, kindLabel } from '#app/records/records.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { Hit } from '../results.server.ts';
import type { Piece } from '../snippet.ts';

/** Records found, the words asked for marked in what the reader may read of them. `withKind`: records of several kinds. */
export function HitList({ label, hits, withKind = false }: { label: string; hits: readonly Hit[]; withKind?: boolean }) {
	return (
		<RowList label={label}>
			{hits.map(({ kind, id, to, title, snippet, detail }) => (
				<Row
					key={`${kind} ${id}`}
					href={to}
					leading={<Icon name={faceNamed(kind)?.icon ?? 'search'} size={17} />}
					title={<Marked pieces={title} />}
					text={snippet && <Marked pieces={snippet} />}
					meta={<span>{[withKind ? kindLabel(kind) : '', detail].filter(Boolean).join(' · ')}</span>}
				/>
			))}
		</RowList>
	);
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
	return pieces.map(({ text, isHit }, at) =>
		isHit ? (
			// biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place.
			<mark key={at} className="rounded-sm bg-accent-soft font-semibold text-accent">
				{text}
			</mark>
		) : (
			text
		),
	);
}
