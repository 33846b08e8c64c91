import { Icon } from '#app/ui/icon.tsx';
import { numbersIn } from '../reach.ts';

const LINK = 'inline-flex min-h-11 items-center gap-1.5 text-accent underline-offset-2 hover:underline md:min-h-7 print:min-h-0';

/** Each number of a telephone field at one press, what stands with it beside it. */
export function PhoneLinks({ phone }: { phone: string }) {
	return numbersIn(phone).map(({ tel, shown, note }) => (
		<span key={tel} className="inline-flex items-center gap-1.5" data-figures>
			<a href={tel} className={LINK}>
				<Icon name="phone" size={14} />
				{shown}
			</a>
			{note && <span className="text-muted text-sm">{note}</span>}
		</span>
	));
}
