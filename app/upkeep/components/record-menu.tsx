import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { buttonClasses } from '#app/ui/button.tsx';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { MENU_ITEM, Menu } from '#app/ui/menu.tsx';

interface Props {
	kind: string;
	id: string;
	name: string;
	/** Offers putting the record away; its history is offered to whoever sees the menu. */
	mayRevise: boolean;
	/** What the page shows as buttons on wide windows only: on a phone it stands here. */
	deeds: readonly Deed[];
	/** Where nothing stands before it, so that on a phone there is no room to its left. */
	isFirst: boolean;
}
export interface Deed {
	to: string;
	label: string;
	icon: IconName;
}

/** What is seldom done with a record: links behind one press. */
export function RecordMenu({ kind, id, name, mayRevise, deeds, isFirst }: Props) {
	return (
		<Menu
			label={m.upkeep_menu_of({ name })}
			summary={<Icon name="more" />}
			summaryClassName={buttonClasses({ variant: 'quiet' }, 'px-3 md:px-2.5')}
			className={`mt-1.5 w-56 ${isFirst ? 'left-0' : 'max-md:right-0 md:left-0'}`}
		>
			{deeds.map(({ to, label, icon }) => (
				<a key={to} href={to} className={`${MENU_ITEM} md:hidden`}>
					<Icon name={icon} />
					{label}
				</a>
			))}
			<a href={paths.history(kind, id)} className={MENU_ITEM}>
				<Icon name="clock" />
				{m.upkeep_history()}
			</a>
			{mayRevise && (
				<a href={paths.archival(kind, id)} className={MENU_ITEM}>
					<Icon name="archive" />
					{m.upkeep_archive_or_trash()}
				</a>
			)}
		</Menu>
	);
}
