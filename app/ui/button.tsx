import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { classes } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md';
interface Look {
	variant?: ButtonVariant;
	size?: ButtonSize;
	icon?: IconName;
}

/** The look of a button, for the rare native control that cannot be one of the two below. */
export const buttonClasses = ({ variant = 'secondary', size = 'md' }: Look, className?: string) =>
	classes('button', `button-${size} button-${variant}`, className);

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

/** Adds one more to the part of a page it stands beside. */
export const AddLink = ({
	to,
	name,
	children,
}: {
	to: string /** What is added, where its place alone would tell. */;
	name?: string;
	children: ReactNode;
}) => (
	<ButtonLink to={to} size="sm" variant="quiet" icon="plus" aria-label={name}>
		{children}
	</ButtonLink>
);
