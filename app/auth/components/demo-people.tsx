import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Role } from '#db/vocabulary.ts';
import { roleLabel } from '../labels.ts';

/** Whom one can be in the demo municipality; a press fills in the address, the password stands where the server was started. */
export function DemoPeople({ people, next }: { people: ReadonlyArray<{ email: string; role: Role }>; next: string }) {
	return (
		<section aria-labelledby="demo-people" className="rounded-xl border border-line px-5 py-4 text-sm">
			<h2 id="demo-people" className="font-semibold">
				{m.auth_demo_title()}
			</h2>
			<p className="mt-1 text-muted">{m.auth_demo_text()}</p>
			<ul className="mt-2">
				{people.map(({ email, role }) => (
					<li key={email} className="flex flex-wrap items-center gap-x-2">
						<a
							href={paths.signIn(next === paths.myDay() ? undefined : next, email)}
							className="inline-flex min-h-9 items-center underline underline-offset-2"
						>
							{email}
						</a>
						<span className="text-muted">{roleLabel(role)}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
