import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { buttonClasses } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { MENU_ITEM, Menu } from '#app/ui/menu.tsx';

interface Props {
	kind: string;
	id: string;
	name: string;
	/** Offers putting the record away; its history is offered to whoever sees the menu. */
	mayRevise: boolean;
	/** Where the page has its own edit button on wide windows only: on a phone it stands here. */
	edit?: { to: string; label: string };
}

/** What is seldom done with a record: links behind one press. */
export function RecordMenu({ kind, id, name, mayRevise, edit }: Props) {
	return (
		<Menu
			label={m.upkeep_menu_of({ name })}
			summary={<Icon name="more" />}
			summaryClassName={buttonClasses({ variant: 'secondary' }, 'px-3 md:px-2.5')}
			className="right-0 mt-1.5 w-56"
		>
			{edit && (
				<a href={edit.to} className={`${MENU_ITEM} md:hidden`}>
					<Icon name="edit" />
					{edit.label}
				</a>
			)}
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
