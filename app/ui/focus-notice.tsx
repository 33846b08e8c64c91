import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from './notice.tsx';

interface Props {
	title: string;
	action?: ReactNode;
	children: ReactNode;
}

/** The server's answer to a form that was not saved, above its fields: it takes the focus as it comes, so that nobody misses it. */
export function FocusNotice(props: Props) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => box.current?.focus(), []);
	return (
		<div ref={box} tabIndex={-1} className="mb-4">
			<Notice tone="warning" role="alert" {...props} />
		</div>
	);
}
