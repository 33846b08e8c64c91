import { PhoneLinks } from '#app/contact-details/components/phone-links.tsx';
import { formatDayLong } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import type { Prep } from '../queries.server.ts';
import { Agreed, Flags, LatestTalks, Others, People } from './prep-parts.tsx';
import { Commitments, Issues, Needs, Properties, Responsibles, Stances } from './prep-stock.tsx';
import { PrintButton } from './print-button.tsx';

interface PrepSheetProps {
	prep: Prep;
	/** Whose eyes the sheet is for: it shows what they may read. */
	reader: string;
	day: string;
	mayLog: boolean;
}

/** Everything before a visit on one page, on paper one sheet of A4: what we owe them first, then what was said, then what stands open. */
export function PrepSheet({ prep, reader, day, mayLog }: PrepSheetProps) {
	const { kind, id, name, district, address, phone, email } = prep;
	const own = kind === 'company' ? paths.company(id) : paths.landowner(id);
	const plan = paths.newFollowUp({ ...(kind === 'company' ? { company: id } : { landowner: id }), kind: 'visit' });
	const log = kind === 'company' ? paths.newDialogue({ company: id }) : paths.newDialogue({ landowner: id });
	return (
		<Page
			title={name}
			back={{ to: own, label: name }}
			meta={
				<>
					{[district, address].filter(Boolean).map((place) => (
						<span key={place}>{place}</span>
					))}
					<Reach phone={phone} email={email} />
				</>
			}
			actions={
				<>
					<PrintButton />
					{mayLog && (
						<ButtonLink to={plan} icon="plus">
							{m.dialogues_follow_up_new_visit()}
						</ButtonLink>
					)}
					{mayLog && (
						<ButtonLink to={log} variant="primary" icon="dialogue">
							{m.dialogues_visit_log()}
						</ButtonLink>
					)}
				</>
			}
			wide
		>
			<div className="wrap-anywhere" data-sheet>
				<Flags flags={prep.flags} />
				<div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] print:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] print:gap-x-6 print:gap-y-3">
					<div className="grid gap-y-5 print:gap-y-3">
						<Agreed followUps={prep.followUps} />
						<LatestTalks talks={prep.talks} />
					</div>
					<div className="grid gap-y-5 print:gap-y-3">
						<People contacts={prep.contacts} />
						<Others touches={prep.touches} />
						<Needs needs={prep.needs} />
						<Issues issues={prep.issues} />
						<Stances stances={prep.stances} />
						<Properties properties={prep.properties} />
						<Commitments commitments={prep.commitments} />
						<Responsibles responsibles={prep.responsibles} />
					</div>
				</div>
				<p className="mt-6 text-muted text-sm print:mt-3">{m.dialogues_prep_made({ name: reader, day: formatDayLong(day) })}</p>
			</div>
		</Page>
	);
}

function Reach({ phone, email }: { phone: string | null; email: string | null }) {
	return (
		<>
			{phone && <PhoneLinks phone={phone} />}
			{email && <span className="wrap-anywhere">{email}</span>}
		</>
	);
}
