import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { AddLink } from '#app/ui/button.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Section } from '#app/ui/page.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { CommitmentShown } from '../commitments.server.ts';
import { commitmentLabel } from '../labels.ts';

interface Props {
	companyId: string;
	commitments: readonly CommitmentShown[];
	mayRecord: boolean;
}

/** What the firm takes part in now; what has ended is folded away. */
export function CommitmentSection({ companyId, commitments, mayRecord }: Props) {
	const current = commitments.filter(({ isEnded }) => !isEnded);
	const ended = commitments.filter(({ isEnded }) => isEnded);
	return (
		<Section
			title={m.companies_commitments()}
			none={current.length === 0 && m.companies_commitments_none()}
			actions={mayRecord && <AddLink to={paths.newCommitment(companyId)}>{m.companies_commitment_add()}</AddLink>}
		>
			{current.length > 0 && <Rows label={m.companies_commitments()} commitments={current} mayRecord={mayRecord} />}
			{ended.length > 0 && (
				<Fold summary={m.companies_commitments_ended({ count: ended.length })}>
					<Rows label={m.companies_commitments_ended({ count: ended.length })} commitments={ended} mayRecord={mayRecord} />
				</Fold>
			)}
		</Section>
	);
}

const Rows = ({ label, commitments, mayRecord }: Omit<Props, 'companyId'> & { label: string }) => (
	<RowList label={label}>
		{commitments.map((commitment) => (
			<CommitmentRow key={commitment.id} commitment={commitment} mayRecord={mayRecord} />
		))}
	</RowList>
);

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
