import type { FormMetadata } from '@conform-to/react';
import { useEffect, useRef } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Icon } from './icon.tsx';

/**
 * Everything wrong with a refused form, each line a way to its field. conform puts the cursor in the first
 * wrong field; where no field is to blame, the summary itself takes the focus.
 */
// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form type; the summary takes any form.
export function ErrorSummary({ form }: { form: FormMetadata<any, string[]> }) {
	const box = useRef<HTMLDivElement>(null);
	const faults = Object.entries(form.allErrors).flatMap(([name, errors]) => (errors[0] ? [{ name, text: errors[0] }] : []));
	const fields = faults.filter((fault) => fault.name !== '').length;
	const isForm = faults.length > 0 && fields === 0;
	useEffect(() => {
		if (isForm) box.current?.focus();
	}, [isForm]);
	if (faults.length === 0) return null;
	return (
		<div ref={box} role="alert" tabIndex={-1} className="mb-4 flex gap-2.5 rounded-lg border border-danger/40 bg-danger-soft px-4 py-3 text-text">
			<Icon name="error" size={18} className="mt-0.5 text-danger" />
			<div>
				{fields > 0 && <p className="mb-1 font-semibold">{m.shell_errors_title({ count: fields })}</p>}
				<ul className="space-y-0.5">
					{faults.map((fault) => (
						<li key={fault.name}>
							{fault.name === '' ? (
								fault.text
							) : (
								<a href={`#${form.id}-${fault.name}`} className="inline-block py-0.5 text-danger underline underline-offset-2">
									{fault.text}
								</a>
							)}
						</li>
					))}
				</ul>
			</div>
		</div>
	);
}
