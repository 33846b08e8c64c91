import { m } from '#app/i18n/paraglide/messages.js';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import type { ConsentChannel } from '#db/vocabulary.ts';
import { mailHref, phoneShown, smsHref, telHref } from '../reach.ts';
import { RefusalMark } from './refusal-mark.tsx';

interface Props {
	phone: string | null;
	email: string | null;
	refuses: readonly ConsentChannel[];
}

/** Ways to reach a person, each one press; a no stands behind what it is about. */
export function ReachLines({ phone, email, refuses }: Props) {
	if (!phone && !email) return <p className="text-muted">{m.contacts_no_reach()}</p>;
	return (
		<ul className="flex flex-wrap items-center gap-x-5 gap-y-1">
			{phone && <Line icon="phone" href={telHref(phone)} text={phoneShown(phone)} channel="phone" refuses={refuses} />}
			{phone && <Line icon="dialogue" href={smsHref(phone)} text={m.contacts_send_sms()} channel="sms" refuses={refuses} />}
			{email && <Line icon="mail" href={mailHref(email)} text={email} channel="email" refuses={refuses} />}
		</ul>
	);
}

function Line({
	icon,
	href,
	text,
	channel,
	refuses,
}: { icon: IconName; href: string; text: string; channel: ConsentChannel } & Pick<Props, 'refuses'>) {
	return (
		<li className="inline-flex min-w-0 flex-wrap items-center gap-x-2">
			<a href={href} className="inline-flex min-h-11 min-w-0 items-center gap-1.5 text-accent underline-offset-2 hover:underline md:min-h-8">
				<Icon name={icon} />
				<span className="wrap-anywhere" data-figures>
					{text}
				</span>
			</a>
			<RefusalMark channel={channel} refuses={refuses} />
		</li>
	);
}
