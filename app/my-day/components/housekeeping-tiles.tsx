import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/card.tsx';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { Section } from '#app/ui/page.tsx';

/** An administrator's places, and how a register file is read in. */
export function HousekeepingTiles() {
	const tiles: Array<{ to: string; icon: IconName; title: string; text: string }> = [
		{ to: paths.people(), icon: 'people', title: m.dialogues_my_day_admin_people(), text: m.dialogues_my_day_admin_people_text() },
		{ to: paths.districts(), icon: 'district', title: m.dialogues_my_day_admin_districts(), text: m.dialogues_my_day_admin_districts_text() },
		{ to: paths.companies(), icon: 'company', title: m.dialogues_my_day_admin_companies(), text: m.dialogues_my_day_admin_companies_text() },
	];
	return (
		<Section title={m.dialogues_my_day_admin_text()}>
			<ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
				{tiles.map(({ to, icon, title, text }) => (
					<li key={to}>
						<a href={to} className="flex h-full items-start gap-3 rounded-lg border border-line bg-surface p-4 hover:border-accent">
							<Icon name={icon} size={20} className="mt-0.5 text-accent" />
							<span>
								<span className="block font-semibold">{title}</span>
								<span className="block text-muted">{text}</span>
							</span>
						</a>
					</li>
				))}
			</ul>
			<Card className="mt-3">
				<h3 className="font-semibold">{m.dialogues_my_day_admin_import()}</h3>
				<p className="mt-1 text-muted">{m.dialogues_my_day_admin_import_text()}</p>
				<pre className="mt-2 whitespace-pre-wrap rounded-md bg-well px-3 py-2 text-sm">npm run import -- companies register.csv --preview</pre>
			</Card>
		</Section>
	);
}
