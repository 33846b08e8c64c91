import { useLocation } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { buttonClasses } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { RecordKind } from '#db/vocabulary.ts';

interface Props {
	kind: RecordKind;
	id: string;
	name: string;
	/** Offers putting the record away; its history is offered to whoever sees the menu. */
	mayRevise: boolean;
	/** Where the page has its own edit button on wide windows only: on a phone it stands here. */
	edit?: { to: string; label: string };
}

const ITEM = 'flex min-h-11 w-full items-center gap-2.5 rounded-md px-2.5 hover:bg-well md:min-h-9';

/** What is seldom done with a record: links behind one press. `<details>`: opens without JavaScript, Escape closes it. */
export function RecordMenu({ kind, id, name, mayRevise, edit }: Props) {
	const location = useLocation();
	return (
		<details
			key={location.key}
			className="relative"
			onBlur={(event) => {
				if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
			}}
			onKeyDown={(event) => {
				if (event.key !== 'Escape' || !event.currentTarget.open) return;
				event.currentTarget.open = false;
				event.currentTarget.querySelector('summary')?.focus();
			}}
		>
			<summary aria-label={m.upkeep_menu_of({ name })} className={buttonClasses({ variant: 'secondary' }, 'px-3 md:px-2.5')}>
				<Icon name="more" />
			</summary>
			<div tabIndex={-1} className="absolute right-0 z-30 mt-1.5 w-56 rounded-lg border border-line bg-raised p-1.5 shadow-raised outline-none">
				{edit && (
					<a href={edit.to} className={`${ITEM} md:hidden`}>
						<Icon name="edit" />
						{edit.label}
					</a>
				)}
				<a href={paths.history(kind, id)} className={ITEM}>
					<Icon name="clock" />
					{m.upkeep_history()}
				</a>
				{mayRevise && (
					<a href={paths.archival(kind, id)} className={ITEM}>
						<Icon name="archive" />
						{m.upkeep_archive_or_trash()}
					</a>
				)}
			</div>
		</details>
	);
}
