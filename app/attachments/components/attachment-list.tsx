import { Form, useRevalidator } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Section } from '#app/ui/page.tsx';
import type { AttachmentLine } from '../commands.server.ts';
import { FILE_ACCEPT, isImage } from '../file-kinds.ts';
import { fileSize } from '../labels.ts';
import { sendFiles } from './send-files.ts';

interface AttachmentSectionProps {
	dialogueId: string;
	files: readonly AttachmentLine[];
	mayAttach: boolean;
}

/** The files of a saved talk, and the form that adds some. */
export function AttachmentSection({ dialogueId, files, mayAttach }: AttachmentSectionProps) {
	if (files.length === 0 && !mayAttach) return null;
	return (
		<div id="files" className={files.length === 0 ? 'mt-8 scroll-mt-20 print:hidden' : 'mt-8 scroll-mt-20'}>
			<Section title={m.dialogues_files()}>
				{files.length > 0 && (
					<ul className="mb-3 grid gap-2 sm:grid-cols-2">
						{files.map((file) => (
							<FileLine key={file.id} file={file} mayRemove={mayAttach} />
						))}
					</ul>
				)}
				{mayAttach && <AddFiles dialogueId={dialogueId} />}
			</Section>
		</div>
	);
}

/** Sends what is chosen file by file; without scripts in one body, as far as the server takes it. */
function AddFiles({ dialogueId }: { dialogueId: string }) {
	const { revalidate } = useRevalidator();
	const [isSending, setSending] = useState(false);
	const [status, setStatus] = useState<string[]>([]);

	async function send(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const form = event.currentTarget;
		// A picker left empty gives one file without a name.
		const chosen = new FormData(form).getAll('files').flatMap((file) => (file instanceof File && file.name ? [file] : []));
		setSending(true);
		const { refused } = await sendFiles(dialogueId, chosen);
		setStatus(chosen.length > 0 ? refused : [m.dialogues_files_nothing()]);
		setSending(false);
		form.reset();
		revalidate();
	}

	return (
		<Form method="post" action={paths.dialogueAttachments(dialogueId)} encType="multipart/form-data" onSubmit={send} data-screen-only>
			<label htmlFor="files-chosen" className="mb-1 block font-medium">
				{m.dialogues_files_add()}
			</label>
			<p id="files-hint" className="mb-2 text-muted text-sm">
				{m.dialogues_files_hint()}
			</p>
			<div className="flex flex-wrap items-center gap-2">
				<input
					id="files-chosen"
					type="file"
					name="files"
					multiple
					accept={FILE_ACCEPT}
					aria-describedby="files-hint files-status"
					className="max-w-full py-2"
				/>
				<Button icon="plus" disabled={isSending}>
					{m.dialogues_files_upload()}
				</Button>
			</div>
			<p id="files-status" role="status" className="text-danger text-sm">
				{isSending ? <span className="text-muted">{m.dialogues_files_sending()}</span> : status.join(' ')}
			</p>
		</Form>
	);
}

function FileLine({ file, mayRemove }: { file: AttachmentLine; mayRemove: boolean }) {
	return (
		<li className="flex min-w-0 items-center gap-3 rounded-lg border border-line bg-surface p-2">
			<a href={paths.attachment(file.id)} target="_blank" rel="noreferrer" className="flex min-w-0 flex-1 items-center gap-3 rounded-md">
				<FilePicture file={file} />
				<span className="min-w-0">
					<span className="block truncate font-medium">{file.name}</span>
					<span className="text-muted text-sm">{fileSize(file.size)}</span>
				</span>
			</a>
			{mayRemove && (
				<Form method="post" action={paths.attachment(file.id)} data-screen-only>
					<input type="hidden" name="state" value="off" />
					<Button variant="quiet" size="sm" icon="close" aria-label={m.dialogues_file_remove({ name: file.name })} />
				</Form>
			)}
		</li>
	);
}

/** A small look at a picture, a sheet for everything else; the name stands beside it. */
export function FilePicture({ file }: { file: AttachmentLine }) {
	if (isImage(file))
		return <img src={paths.attachment(file.id)} alt="" loading="lazy" width={48} height={48} className="size-12 shrink-0 rounded-md object-cover" />;
	return (
		<span className="grid size-12 shrink-0 place-items-center rounded-md bg-well text-muted">
			<Icon name="file" size={20} />
		</span>
	);
}
