import drawings from './icons.svg?no-inline';

export const ICON_NAMES = [
	'back',
	'forward',
	'company',
	'calendar',
	'check',
	'down',
	'next',
	'error',
	'success',
	'account',
	'clock',
	'download',
	'site',
	'file',
	'flag',
	'home',
	'info',
	'link',
	'lock',
	'mail',
	'district',
	'pin',
	'menu',
	'dialogue',
	'online',
	'edit',
	'phone',
	'plus',
	'search',
	'star',
	'shield',
	'warning',
	'undo',
	'people',
	'close',
	'more',
	'archive',
	'trash',
	'need',
	'key',
] as const;

export type IconName = (typeof ICON_NAMES)[number];

interface IconProps {
	name: IconName;
	/** In pixels. */
	size?: number;
	className?: string;
}

/**
 * A drawing beside a word, hidden from screen readers: the word carries the meaning. All drawings lie in one file the
 * browser keeps: a list of fifty rows names its icons, and no script carries a path.
 */
export function Icon({ name, size = 16, className }: IconProps) {
	return (
		<svg aria-hidden="true" width={size} height={size} className={className ? `icon ${className}` : 'icon'}>
			<use href={`${drawings}#${name}`} />
		</svg>
	);
}
