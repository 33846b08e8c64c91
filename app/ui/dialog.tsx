import { type ReactNode, useEffect, useId, useRef } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { Icon } from './icon.tsx';

interface DialogProps {
	title: string;
	open: boolean;
	/** Called however it closes: Escape, the cross, a press beside it. */
	onClose: () => void;
	children: ReactNode;
}

/** A modal window: the browser's own, so focus stays inside and returns on closing. What it does must also have a page. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
	const box = useRef<HTMLDialogElement>(null);
	const titleId = useId();
	useEffect(() => {
		if (open && !box.current?.open) box.current?.showModal();
		if (!open && box.current?.open) box.current.close();
	}, [open]);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the window closes it; the keyboard has Escape and the cross.
		<dialog
			ref={box}
			aria-labelledby={titleId}
			onClose={onClose}
			onClick={(event) => event.target === box.current && onClose()}
			className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-xl border border-line bg-raised p-0 text-text shadow-raised backdrop:bg-shade backdrop:backdrop-blur-[1px] open:animate-appear"
		>
			<div className="p-5">
				<div className="mb-3 flex items-start justify-between gap-4">
					<h2 id={titleId} className="text-lg">
						{title}
					</h2>
					<button
						type="button"
						aria-label={m.shell_close()}
						onClick={onClose}
						className="-m-2 grid size-11 place-items-center rounded-md text-muted hover:bg-well hover:text-text md:size-9"
					>
						<Icon name="close" />
					</button>
				</div>
				{children}
			</div>
		</dialog>
	);
}
