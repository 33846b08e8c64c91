import { PhoneLinks } from '#app/contact-details/components/phone-links.tsx';
import { mailHref, numbersIn } from '#app/contact-details/reach.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ReachLine } from '#app/ui/reach-line.tsx';
import type { ConsentChannel } from '#db/vocabulary.ts';
import { RefusalMark } from './refusal-mark.tsx';

interface Props {
	phone: string | null;
	email: string | null;
	refuses: readonly ConsentChannel[];
}

/** Ways to reach a person, each one press; a no stands behind what it is about. */
export function ReachLines({ phone, email, refuses }: Props) {
	if (!phone && !email) return m.contacts_no_reach();
	const [sms] = numbersIn(phone ?? '');
	return (
		<>
			{phone && (
				<>
					<PhoneLinks phone={phone} />
					<RefusalMark channel="phone" refuses={refuses} />
					{sms && (
						<ReachLine icon="dialogue" href={sms.sms}>
							{m.contacts_send_sms()}
						</ReachLine>
					)}
					<RefusalMark channel="sms" refuses={refuses} />
				</>
			)}
			{email && (
				<ReachLine icon="mail" href={mailHref(email)}>
					{email}
				</ReachLine>
			)}
			{email && <RefusalMark channel="email" refuses={refuses} />}
		</>
	);
}
