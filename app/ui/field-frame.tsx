import type { ReactNode } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Icon } from './icon.tsx';

interface FrameProps {
	controlId: string;
	label: string;
	hint?: ReactNode;
	errors: string[] | undefined;
	errorId: string;
	required: boolean | undefined;
	className?: string;
	children: ReactNode;
}

/** Label, hint, control and error of one field, one under the other. */
export function FieldFrame({ controlId, label, hint, errors, errorId, required, className, children }: FrameProps) {
	return (
		<div className={className}>
			<div className="mb-1 flex items-baseline gap-2">
				<label htmlFor={controlId} className="font-medium text-sm">
					{label}
				</label>
				{required && <RequiredMark />}
			</div>
			{hint && (
				<p id={`${controlId}-hint`} className="-mt-0.5 mb-1.5 text-muted text-sm">
					{hint}
				</p>
			)}
			{children}
			<ErrorLine id={errorId} errors={errors} />
		</div>
	);
}

/** "Must be filled in", in words; the control's own `required` says it to screen readers. */
export function RequiredMark() {
	return (
		<span aria-hidden="true" className="in-data-[unmarked]:hidden font-normal text-muted text-xs lowercase">
			{m.shell_required()}
		</span>
	);
}

/** The error under a control. Its line is always there: a button that moves as the line appears loses the click. */
export function ErrorLine({ id, errors }: { id: string; errors: string[] | undefined }) {
	return (
		<p id={id} className="field-error">
			{errors?.[0] && (
				<>
					<Icon name="error" size={14} className="mt-[0.2rem]" />
					{errors[0]}
				</>
			)}
		</p>
	);
}
