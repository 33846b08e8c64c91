import type { SiteChoice } from '#app/harvest/harvest.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { CONTROL, type ControlProps } from '#app/ui/field.tsx';
import { WHOLE_FIRM } from '../need.ts';

interface NeedSiteProps {
	control: ControlProps;
	sites: readonly SiteChoice[];
	/** A site, `WHOLE_FIRM` or nothing. */
	chosen: string;
	/** What naming none means, where that can be chosen. */
	blank?: string;
}

/** At which site of its firm a skill is lacking. */
export function NeedSite({ control, sites, chosen, blank }: NeedSiteProps) {
	const isKnown = !chosen || chosen === WHOLE_FIRM || sites.some(({ id }) => id === chosen);
	return (
		<select {...control} defaultValue={chosen} className={CONTROL}>
			{blank && <option value="">{blank}</option>}
			<option value={WHOLE_FIRM}>{m.dialogues_need_site_whole_firm()}</option>
			{sites.map(({ id, label }) => (
				<option key={id} value={id}>
					{label}
				</option>
			))}
			{!isKnown && <option value={chosen}>{m.dialogues_need_site_former()}</option>}
		</select>
	);
}
