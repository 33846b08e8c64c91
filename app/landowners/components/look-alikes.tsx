import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { FocusNotice } from '#app/ui/focus-notice.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { LandownerKind } from '#db/vocabulary.ts';
import { landownerKindLabel } from '../labels.ts';

/** The page's answer to a name another owner has: who it could be, and the way to write a second one all the same. */
export function LookAlikes({ owners }: { owners: ReadonlyArray<{ id: string; name: string; ownerKind: LandownerKind; city: string | null }> }) {
	return (
		<FocusNotice
			title={m.landowners_look_alikes_title({ count: owners.length })}
			action={
				<Button name="confirm" value="yes" size="sm">
					{m.landowners_create_anyway()}
				</Button>
			}
		>
			<ul className="mt-1">
				{owners.map(({ id, name, ownerKind, city }) => (
					<li key={id} className="py-0.5">
						<a href={paths.landowner(id)} className="font-medium underline underline-offset-2">
							{name}
						</a>
						<span className="text-muted"> {[landownerKindLabel(ownerKind), city].filter(Boolean).join(' · ')}</span>
					</li>
				))}
			</ul>
		</FocusNotice>
	);
}

/** The firm is not in the register yet: the way to its form. */
export function CompanyMissing({ name, cvr }: { name?: string; cvr?: string }) {
	return (
		<div className="mb-4">
			<Notice
				tone="info"
				action={
					<ButtonLink to={paths.newCompany({ ...(name && { name }), ...(cvr && { cvr }) })} size="sm">
						{m.landowners_create_company()}
					</ButtonLink>
				}
			>
				{m.landowners_company_missing()}
			</Notice>
		</div>
	);
}
