import { getCollectionProps } from '@conform-to/react';
import { m } from '#app/i18n/paraglide/messages.js';
import type { FieldMeta } from '#app/ui/field.tsx';

/** Industries the district wants more of; those chosen stand open, the long list folds. */
export function TargetDivisions({ meta, divisions }: { meta: FieldMeta; divisions: ReadonlyArray<{ code: string; name: string }> }) {
	const boxes = getCollectionProps(meta, { type: 'checkbox', options: divisions.map(({ code }) => code), ariaAttributes: false });
	const chosen = boxes.filter(({ defaultChecked }) => defaultChecked).length;
	return (
		<details className="rounded-lg border border-line bg-surface">
			<summary className="min-h-11 cursor-pointer px-4 py-2.5 md:min-h-9 md:py-2">{m.districts_target_choose({ count: chosen })}</summary>
			<fieldset className="grid border-line border-t px-4 py-2 sm:grid-cols-2">
				<legend className="sr-only">{m.districts_target()}</legend>
				{boxes.map(({ key, required: _all, ...box }, at) => (
					<label key={key} className="flex min-h-11 items-start gap-2.5 py-2.5 md:min-h-8 md:py-1.5">
						<input {...box} className="mt-0.5 size-5 shrink-0 md:size-4.5" />
						<span>
							<span className="text-muted" data-figures>
								{box.value}
							</span>{' '}
							{divisions[at]?.name}
						</span>
					</label>
				))}
			</fieldset>
		</details>
	);
}
