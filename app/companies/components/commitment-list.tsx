import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Fold } from '#app/ui/fold.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { CommitmentShown } from '../commitments.server.ts';
import { commitmentLabel } from '../labels.ts';

interface Props {
	commitments: readonly CommitmentShown[];
	mayRecord: boolean;
}

/** What the firm takes part in now; what has ended is folded away. */
export function CommitmentList({ commitments, mayRecord }: Props) {
	const current = commitments.filter(({ isEnded }) => !isEnded);
	const ended = commitments.filter(({ isEnded }) => isEnded);
	return (
		<>
			{current.length > 0 ? (
				<RowList label={m.companies_commitments()}>
					{current.map((commitment) => (
						<CommitmentRow key={commitment.id} commitment={commitment} mayRecord={mayRecord} />
					))}
				</RowList>
			) : (
				<p className="text-muted">{m.companies_commitments_none()}</p>
			)}
			{ended.length > 0 && (
				<Fold summary={m.companies_commitments_ended({ count: ended.length })}>
					<RowList label={m.companies_commitments_ended({ count: ended.length })}>
						{ended.map((commitment) => (
							<CommitmentRow key={commitment.id} commitment={commitment} mayRecord={mayRecord} />
						))}
					</RowList>
				</Fold>
			)}
		</>
	);
}

function CommitmentRow({ commitment, mayRecord }: { commitment: CommitmentShown; mayRecord: boolean }) {
	const { id, kind, places, note, fromOn, toOn, unitName } = commitment;
	return (
		<Row
			href={mayRecord ? paths.editCommitment(id) : undefined}
			title={places === null ? commitmentLabel(kind) : m.companies_commitment_with_places({ kind: commitmentLabel(kind), count: places })}
			text={note}
			meta={
				<span data-figures>
					{[toOn ? `${formatDay(fromOn)}–${formatDay(toOn)}` : m.companies_since({ day: formatDay(fromOn) }), unitName].join(' · ')}
				</span>
			}
		/>
	);
}
