import { useAnswers } from '#app/http/use-answers.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { FocusNotice } from '#app/ui/focus-notice.tsx';
import type { CompanyHit } from '../hits.server.ts';
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
						<span className="text-muted"> {facts([firm.cvr && formatCvr(firm.cvr), firm.address, firm.city, firm.districtName])}</span>
					</li>
				))}
			</ul>
		</FocusNotice>
	);
}

const FEWEST_LETTERS = 3;

/** Firms that begin like the name being typed, as a help under the field; without JavaScript the answer to the form says it. */
export function HitsWhileTyping({ typed }: { typed: string }) {
	const q = typed.trim();
	// A plain request: a sign-in that has ended must not lead the page away from what is being typed.
	const { answer } = useAnswers<{ hits: CompanyHit[] }>(q.length < FEWEST_LETTERS ? null : paths.companyHits(q));
	const hits =
		q.length < FEWEST_LETTERS
			? []
			: (answer?.hits.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase().slice(0, FEWEST_LETTERS))).slice(0, 3) ?? []);
	return (
		<p role="status" className="min-h-6 text-muted text-sm">
			{hits.length > 0 && (
				<>
					{m.companies_already_there()}{' '}
					{hits.map((hit, at) => (
						<span key={hit.id}>
							{at > 0 && ', '}
							<a href={paths.company(hit.id)} className="text-accent underline underline-offset-2">
								{hit.name}
							</a>
							{hit.place && ` (${hit.place})`}
						</span>
					))}
				</>
			)}
		</p>
	);
}

const facts = (parts: ReadonlyArray<string | null>) => parts.filter(Boolean).join(' · ');
