import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Stat } from '#app/ui/stat.tsx';
import type { knowledgeShareOf } from '../district-profile.server.ts';
import { percent } from '../profile-bars.ts';

interface Props {
	share: Awaited<ReturnType<typeof knowledgeShareOf>>;
	/** Of this district: each figure opens its sites. */
	district: string;
}

/** The share by sites and by heads, with its definition and what it does not know. */
export function KnowledgeShare({ share, district }: Props) {
	const open = (knowledge: string, heads?: 'known') => paths.sites({ district, knowledge, heads });
	return (
		<>
			<div className="grid grid-cols-2 gap-3">
				<Stat
					label={m.companies_knowledge_of_sites()}
					value={percent(share.sites, share.knownSites)}
					note={<PartOf part={share.sites} whole={share.knownSites} open={open} />}
				/>
				<Stat
					label={m.companies_knowledge_of_heads()}
					value={percent(share.heads, share.knownHeads)}
					note={<PartOf part={share.heads} whole={share.knownHeads} open={(knowledge) => open(knowledge, 'known')} />}
				/>
			</div>
			<p className="mt-2 text-muted text-sm">
				{m.companies_knowledge_definition()}{' '}
				<a href={open('unknown')} className="underline underline-offset-2 hover:text-text">
					{m.companies_knowledge_unknown_sites({ count: share.unknownSites })}
				</a>
			</p>
		</>
	);
}

const FIGURE = 'inline-block min-h-6 min-w-6 underline underline-offset-2 hover:text-text';

/** "12 af 40", each of them with its rows. */
const PartOf = ({ part, whole, open }: { part: number; whole: number; open: (knowledge: 'yes' | 'known') => string }) => (
	<>
		<a href={open('yes')} className={FIGURE}>
			{formatNumber(part)}
		</a>{' '}
		{m.companies_part_of()}{' '}
		<a href={open('known')} className={FIGURE}>
			{formatNumber(whole)}
		</a>
	</>
);
