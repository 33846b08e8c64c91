import type { ReactNode } from 'react';
import { classes } from './class-names.ts';

/** A sheet of its own on the canvas. */
export function Card({ children, className, padded = true }: { children: ReactNode; className?: string; padded?: boolean }) {
	return <div className={classes('rounded-lg border border-line bg-surface', padded && 'p-4 md:p-5', className)}>{children}</div>;
}
