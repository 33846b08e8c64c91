import { PhoneLinks } from '#app/contact-details/components/phone-links.tsx';
import { mailHref } from '#app/contact-details/reach.ts';
import { ReachLine } from '#app/ui/reach-line.tsx';

interface Props {
	phone?: string | null;
	email?: string | null;
	/** Checked to be http(s). */
	website?: string | null;
}

/** Ways to reach the firm, each one press; the protection mark follows: it is about phone and e-mail. */
export function ContactLines({ phone, email, website }: Props) {
	return (
		<>
			{phone && <PhoneLinks phone={phone} />}
			{email && (
				<ReachLine icon="mail" href={mailHref(email)}>
					{email}
				</ReachLine>
			)}
			{website && (
				<ReachLine icon="link" href={website}>
					{website.replace(/^https?:\/\/|\/$/g, '')}
				</ReachLine>
			)}
		</>
	);
}
