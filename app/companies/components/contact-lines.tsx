import { m } from '#app/i18n/paraglide/messages.js';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { ProtectedBadge } from './company-badges.tsx';

interface Props {
	phone: string | null;
	email: string | null;
	/** Checked to be http(s). */
	website: string | null;
	isProtected: boolean;
}

/** The address alone: `a@b.example?bcc=…` would fill in the letter. */
const mailto = (email: string) => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;

/** Ways to reach the firm, each one press; the protection mark stands behind what it is about: phone and e-mail. */
export function ContactLines({ phone, email, website, isProtected }: Props) {
	if (!phone && !email && !website) return <p className="text-muted">{m.companies_no_contact()}</p>;
	return (
		<ul className="flex flex-wrap items-center gap-x-5 gap-y-1">
			{phone && <Line icon="phone" href={`tel:${phone.replace(/[^\d+]/g, '')}`} text={inPairs(phone)} />}
			{email && <Line icon="mail" href={mailto(email)} text={email} />}
			{isProtected && (phone || email) && (
				<li className="flex sm:-ml-2">
					<ProtectedBadge />
				</li>
			)}
			{website && <Line icon="link" href={website} text={website.replace(/^https?:\/\/|\/$/g, '')} />}
		</ul>
	);
}

/** Danish numbers are read in pairs; any other stands as it was written. */
const inPairs = (phone: string) => phone.replace(/^(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4');

function Line({ icon, href, text }: { icon: IconName; href: string; text: string }) {
	return (
		<li className="min-w-0">
			<a
				href={href}
				rel={href.startsWith('http') ? 'noreferrer noopener' : undefined}
				className="inline-flex min-h-11 min-w-0 items-center gap-1.5 text-accent underline-offset-2 hover:underline md:min-h-8"
			>
				<Icon name={icon} />
				<span className="break-all" data-figures>
					{text}
				</span>
			</a>
		</li>
	);
}
