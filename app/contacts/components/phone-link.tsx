import { Icon } from '#app/ui/icon.tsx';
import { phoneShown, telHref } from '#app/ui/reach.ts';

/** A number to call at one press, read in pairs. */
export function PhoneLink({ phone }: { phone: string }) {
	return (
		<a href={telHref(phone)} className="inline-flex min-h-11 items-center gap-1 text-accent hover:underline md:min-h-6 print:min-h-0" data-figures>
			<Icon name="phone" size={13} />
			{phoneShown(phone)}
		</a>
	);
}
