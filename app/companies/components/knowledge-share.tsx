import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Stat } from '#app/ui/stat.tsx';
import type { knowledgeShareOf } from '../district-profile.server.ts';
import { percent } from '../profile-bars.ts';

/** The share by sites and by heads, with its definition and what it does not know. */
export function KnowledgeShare({ share }: { share: Awaited<ReturnType<typeof knowledgeShareOf>> }) {
	return (
		<>
			<div className="grid grid-cols-2 gap-3">
				<Stat
					label={m.companies_knowledge_of_sites()}
					value={percent(share.sites, share.knownSites)}
					note={m.companies_part_of({ part: formatNumber(share.sites), whole: formatNumber(share.knownSites) })}
				/>
				<Stat
					label={m.companies_knowledge_of_heads()}
					value={percent(share.heads, share.knownHeads)}
					note={m.companies_part_of({ part: formatNumber(share.heads), whole: formatNumber(share.knownHeads) })}
				/>
			</div>
			<p className="mt-2 text-muted text-sm">
				{m.companies_knowledge_definition()} {m.companies_knowledge_unknown_sites({ count: share.unknownSites })}
			</p>
		</>
	);
}
