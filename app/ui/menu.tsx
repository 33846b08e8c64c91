import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';

interface MenuProps {
	/** Says what the menu is of. */
	label: string;
	/** What is pressed, and how it looks. */
	summary: ReactNode;
	summaryClassName: string;
	/** Where the panel stands, and how wide. */
	className: string;
	children: ReactNode;
}

export const MENU_ITEM = 'menu-item';

/** Links and deeds behind one press. `<details>`: opens without JavaScript, a new page finds it closed, Escape closes it. */
export function Menu({ label, summary, summaryClassName, className, children }: MenuProps) {
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
			<summary aria-label={label} className={summaryClassName}>
				{summary}
			</summary>
			<div tabIndex={-1} className={`menu ${className}`}>
				{children}
			</div>
		</details>
	);
}
