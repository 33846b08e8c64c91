import { useEffect, useId, useState } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button } from '#app/ui/button.tsx';
import { CONTROL } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** A one-time link, shown this once: whoever made it hands it over. */
export function InvitationLink({ link, name }: { link: string; name: string }) {
	const id = useId();
	const [canCopy, setCanCopy] = useState(false);
	const [isCopied, setIsCopied] = useState(false);
	// Only a secure page with scripts can write to the clipboard; elsewhere the field itself is copied.
	useEffect(() => setCanCopy('clipboard' in navigator), []);
	return (
		<Notice tone="success" title={m.people_link_title({ name })} role="status">
			<p>{m.people_link_text({ name })}</p>
			<label htmlFor={id} className="mt-3 mb-1 block font-medium text-sm">
				{m.people_link()}
			</label>
			<div className="flex flex-wrap gap-2">
				<input
					id={id}
					readOnly
					value={link}
					className={`${CONTROL} min-w-56 flex-1 font-mono text-sm`}
					onFocus={(event) => event.currentTarget.select()}
				/>
				{canCopy && (
					<Button
						type="button"
						onClick={async () => {
							await navigator.clipboard.writeText(link);
							setIsCopied(true);
						}}
					>
						{isCopied ? m.people_link_copied() : m.people_link_copy()}
					</Button>
				)}
			</div>
		</Notice>
	);
}
