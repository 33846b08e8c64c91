import { useAnswers } from '#app/http/use-answers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { FocusNotice } from '#app/ui/focus-notice.tsx';
import { useTyped } from '#app/ui/use-typed.ts';
import type { LookAlike } from '../look-alikes.server.ts';
import { formatCvr } from '../register-numbers.ts';

/** The page's answer to a name like another's: the firms it could be, and the way to register it all the same. */
export function LookAlikes({ firms }: { firms: readonly LookAlike[] }) {
	return (
		<FocusNotice
			title={m.companies_look_alikes_title({ count: firms.length })}
			action={
				<Button name="confirm" value="yes" size="sm">
					{m.companies_create_anyway()}
				</Button>
			}
		>
			<ul className="mt-1">
				{firms.map((firm) => (
					<li key={firm.id} className="py-0.5">
						<a href={paths.company(firm.id)} className="font-medium underline underline-offset-2">
							{firm.name}
						</a>
						<span className="text-muted"> {facts([firm.cvr && formatCvr(firm.cvr), firm.districtName, factsOf(firm)])}</span>
					</li>
				))}
			</ul>
		</FocusNotice>
	);
}

/** Firms that may be the one being typed, by name or telephone, as a help beside the form; without scripts the answer to the form says it. */
export function AlikeWhileTyping({ formId }: { formId: string }) {
	const { name, phone } = useTyped(formId, 'name', 'phone');
	// A plain request: a sign-in that has ended must not lead the page away from what is being typed.
	const { answer } = useAnswers<{ alike: LookAlike[] }>(name || phone ? paths.companiesAlike({ name, phone }) : null);
	const alike = answer?.alike.slice(0, 3) ?? [];
	return (
		<p role="status" className="min-h-6 text-muted text-sm">
			{alike.length > 0 && (
				<>
					{m.companies_already_there()}{' '}
					{alike.map((firm, at) => (
						<span key={firm.id}>
							{at > 0 && ', '}
							<a href={paths.company(firm.id)} className="text-accent underline underline-offset-2">
								{firm.name}
							</a>
							{factsOf(firm) && ` (${factsOf(firm)})`}
						</span>
					))}
				</>
			)}
		</p>
	);
}

/** Where it is, and why it is shown where its name is another. */
const factsOf = ({ address, city, shares, archivedAt }: LookAlike) =>
	facts([address, city, shares.includes('phone') ? m.contacts_same_phone() : null, archivedAt ? m.upkeep_archived_title() : null]);

const facts = (parts: ReadonlyArray<string | null>) => parts.filter(Boolean).join(' · ');
