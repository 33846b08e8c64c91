import type { ReactNode } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { FavouriteButton } from '#app/search/components/favourite-button.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { type Deed, RecordMenu } from './record-menu.tsx';

interface Props {
	kind: string;
	id: string;
	name: string;
	isStarred: boolean;
	/** Offers putting it away. */
	mayArchive: boolean;
	/** Its history is for those who may change it, where this says so. */
	hasMenu?: boolean;
	/** Where each deed is done; left out where it is not the viewer's to do. */
	log?: string | false;
	prep?: string | false;
	plan?: string | false;
	edit?: string | false;
	/** What only this kind of record can have done to it. */
	children?: ReactNode;
}

/** What one does with a record, in one order everywhere: the talk first; on a phone what does not fit is in the menu. */
export function RecordDeeds({ kind, id, name, isStarred, mayArchive, hasMenu = true, log, prep, plan, edit, children }: Props) {
	const quiet: Deed[] = [];
	if (plan) quiet.push({ to: plan, label: m.dialogues_follow_up_new_visit(), icon: 'plus' });
	if (edit) quiet.push({ to: edit, label: m.upkeep_edit(), icon: 'edit' });
	const [lone] = log ? [] : quiet.splice(0, 1);
	return (
		<>
			{log && (
				<ButtonLink to={log} variant="primary" icon="dialogue">
					{m.upkeep_log_talk()}
				</ButtonLink>
			)}
			{lone && (
				<ButtonLink to={lone.to} icon={lone.icon}>
					{lone.label}
				</ButtonLink>
			)}
			{prep && (
				<ButtonLink to={prep} variant="quiet" icon="calendar">
					<span className="max-md:sr-only">{m.upkeep_prepare()}</span>
				</ButtonLink>
			)}
			{quiet.map(({ to, label, icon }) => (
				<ButtonLink key={to} to={to} variant="quiet" icon={icon} className="max-md:hidden">
					{label}
				</ButtonLink>
			))}
			{children}
			<FavouriteButton kind={kind} id={id} isFavourite={isStarred} />
			{hasMenu && <RecordMenu kind={kind} id={id} name={name} mayRevise={mayArchive} deeds={quiet} isFirst={!log && !lone} />}
		</>
	);
}
