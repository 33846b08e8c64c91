import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import { Table } from '#app/ui/table.tsx';
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '#db/vocabulary.ts';
import type { ConsentLine } from '../consents.server.ts';
import { type ConsentState, latestConsents, stateOf } from '../contact.ts';
import { consentChannelLabel, consentPurposeLabel, consentStateLabel } from '../labels.ts';

const TONES: Record<ConsentState, Tone> = { given: 'success', refused: 'warning', withdrawn: 'warning' };

/** What counts now: per purpose and channel the latest answer; a dash is "never asked". */
export function ConsentMatrix({ consents }: { consents: readonly ConsentLine[] }) {
	const latest = latestConsents(consents);
	return (
		<Table
			caption={m.contacts_consents()}
			head={[
				{ key: 'purpose', label: m.contacts_purpose() },
				...CONSENT_CHANNELS.map((channel) => ({ key: channel, label: consentChannelLabel(channel) })),
			]}
		>
			{CONSENT_PURPOSES.map((purpose) => (
				<tr key={purpose}>
					<th scope="row">{consentPurposeLabel(purpose)}</th>
					{CONSENT_CHANNELS.map((channel) => {
						const answer = latest.find((one) => one.channel === channel && one.purpose === purpose);
						return (
							<td key={channel} data-label={consentChannelLabel(channel)}>
								{answer ? <Answer state={stateOf(answer)} day={answer.givenOn} /> : <span className="text-muted">–</span>}
							</td>
						);
					})}
				</tr>
			))}
		</Table>
	);
}

function Answer({ state, day }: { state: ConsentState; day: string }) {
	return (
		<span title={formatDay(day)}>
			<Badge tone={TONES[state]}>{consentStateLabel(state)}</Badge>
		</span>
	);
}

/** Every answer ever taken down, latest first: what it was, on which day, how we know, who took it down. */
export function ConsentHistory({ consents }: { consents: readonly ConsentLine[] }) {
	return (
		<RowList label={m.contacts_consent_history()}>
			{consents.map((consent) => (
				<Row
					key={consent.id}
					title={`${consentChannelLabel(consent.channel)} · ${consentPurposeLabel(consent.purpose)}`}
					meta={
						<>
							<Badge tone={TONES[stateOf(consent)]}>{consentStateLabel(stateOf(consent))}</Badge>
							<span data-figures>{formatDay(consent.givenOn)}</span>
							{consent.source && <span>{consent.source}</span>}
							<span>{m.contacts_recorded_by({ name: consent.recordedBy })}</span>
						</>
					}
				/>
			))}
		</RowList>
	);
}
