import { useEffect, useRef, useState } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import type { AttachmentLine } from '../commands.server.ts';
import { FILE_ACCEPT } from '../file-kinds.ts';
import { FilePicture } from './attachment-list.tsx';
import { asked, sendFiles } from './send-files.ts';

interface AttachmentsFieldProps {
	/** The id of the talk, saved or not yet. */
	dialogueId: string;
	files: readonly AttachmentLine[];
}

/** Files in the talk form: each goes to the server when it is chosen, pasted or dropped, so that a lost form keeps them. */
export default function AttachmentsField({ dialogueId, files: given }: AttachmentsFieldProps) {
	const [files, setFiles] = useState(given);
	const [status, setStatus] = useState<string[]>([]);
	const [isSending, setSending] = useState(false);
	const picker = useRef<HTMLInputElement>(null);
	const latest = useRef(send);
	latest.current = send;

	// A screenshot or a file from the desktop is taken wherever in the form it lands.
	useEffect(() => {
		const form = picker.current?.form;
		if (!form) return;
		function take(event: Event, given: DataTransfer | null) {
			if (!given?.files.length) return;
			event.preventDefault();
			for (let fold = picker.current?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
			void latest.current(given.files);
		}
		// A spreadsheet puts a picture beside the words: then it is the words that are meant.
		const paste = (event: ClipboardEvent) => event.clipboardData?.types.includes('text/plain') || take(event, event.clipboardData);
		const drop = (event: DragEvent) => take(event, event.dataTransfer);
		// Without this the browser opens a dropped file in place of the form.
		const allow = (event: DragEvent) => event.dataTransfer?.types.includes('Files') && event.preventDefault();
		form.addEventListener('paste', paste);
		form.addEventListener('drop', drop);
		form.addEventListener('dragover', allow);
		return () => {
			form.removeEventListener('paste', paste);
			form.removeEventListener('drop', drop);
			form.removeEventListener('dragover', allow);
		};
	}, []);

	async function send(chosen: FileList) {
		setSending(true);
		const { kept, refused } = await sendFiles(dialogueId, chosen);
		setFiles((present) => [...present, ...kept.filter(({ id }) => present.every((file) => file.id !== id))]);
		setStatus(refused);
		setSending(false);
		if (picker.current) picker.current.value = '';
	}

	async function remove(id: string) {
		const body = new FormData();
		body.set('state', 'off');
		if (await asked(paths.attachment(id), body)) setFiles((present) => present.filter((file) => file.id !== id));
		else setStatus([m.dialogues_file_not_removed()]);
	}

	return (
		<div className="mb-4">
			<label htmlFor="talk-files" className="mb-1 block font-medium">
				{m.dialogues_files_add()}
			</label>
			<p id="talk-files-hint" className="mb-2 text-muted text-sm">
				{m.dialogues_files_hint()}
			</p>
			<noscript>
				<p className="text-muted text-sm">{m.dialogues_files_without_script()}</p>
			</noscript>
			<input
				ref={picker}
				id="talk-files"
				type="file"
				multiple
				accept={FILE_ACCEPT}
				disabled={isSending}
				aria-describedby="talk-files-hint talk-files-status"
				className="max-w-full py-2"
				onInput={(event) => event.currentTarget.files?.length && void send(event.currentTarget.files)}
			/>
			<p id="talk-files-status" role="status" className="text-danger text-sm">
				{isSending ? <span className="text-muted">{m.dialogues_files_sending()}</span> : status.join(' ')}
			</p>
			{files.length > 0 && (
				<ul className="mt-1 grid gap-2 sm:grid-cols-2">
					{files.map((file) => (
						<li key={file.id} className="flex min-w-0 items-center gap-3 rounded-lg border border-line bg-surface p-2">
							<FilePicture file={file} />
							<span className="min-w-0 flex-1 truncate">{file.name}</span>
							<Button
								type="button"
								variant="quiet"
								size="sm"
								icon="close"
								aria-label={m.dialogues_file_remove({ name: file.name })}
								onClick={() => void remove(file.id)}
							/>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
