import type { ReactNode } from 'react';
import { classes } from './class-names.ts';

// On a phone both columns dissolve into one, so that a part of either can come first (`-order-1` on its section).
const COLUMN = 'min-w-0 max-lg:contents lg:flex lg:flex-col lg:gap-7 *:mt-0';

/** A record's page under its head: what happened, and beside it who and what belongs to it. */
export function Columns({ children, side }: { children: ReactNode; side: ReactNode }) {
	return (
		<div className="flex flex-col gap-7 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] lg:items-start lg:gap-x-8">
			<div className={COLUMN}>{children}</div>
			<div className={classes(COLUMN, 'max-lg:*:min-w-0')}>{side}</div>
		</div>
	);
}
