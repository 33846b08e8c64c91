import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import { classes } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md';
interface Look {
	variant?: ButtonVariant;
	size?: ButtonSize;
	icon?: IconName;
}

const BASE =
	'inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55';
const SIZES: Record<ButtonSize, string> = {
	sm: 'min-h-9 px-2.5 text-sm md:min-h-7',
	md: 'min-h-11 px-4 text-base md:min-h-9 md:px-3.5',
};
const VARIANTS: Record<ButtonVariant, string> = {
	primary: 'border border-transparent bg-accent text-on-accent shadow-card hover:bg-accent-strong',
	secondary: 'border border-strong-line/60 bg-surface text-text shadow-card hover:bg-well',
	quiet: 'border border-transparent text-muted hover:bg-well hover:text-text',
	danger: 'border border-danger/50 bg-surface text-danger hover:bg-danger-soft',
};

/** The look of a button, for the rare native control that cannot be one of the two below. */
export const buttonClasses = ({ variant = 'secondary', size = 'md' }: Look, className?: string) =>
	classes(BASE, SIZES[size], VARIANTS[variant], className);

/** A deed. Its text names it ("Gem dialog"), never "OK"; inside a form it submits unless `type="button"`. */
export function Button({ variant, size, icon, className, type = 'submit', children, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
	return (
		<button type={type} className={buttonClasses({ variant, size }, className)} {...rest}>
			{icon && <Icon name={icon} size={size === 'sm' ? 14 : 16} />}
			{children}
		</button>
	);
}

/** A way to another page that weighs as much as a deed. A plain link: the page shell makes it a client navigation. */
export function ButtonLink({
	to,
	variant,
	size,
	icon,
	className,
	children,
	...rest
}: Look & { to: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
	return (
		<a href={to} className={buttonClasses({ variant, size }, className)} {...rest}>
			{icon && <Icon name={icon} size={size === 'sm' ? 14 : 16} />}
			{children}
		</a>
	);
}
