import { Form } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import type { FollowUpKind, FollowUpState } from '#db/vocabulary.ts';

interface SettleButtonsProps {
	followUp: {
		id: string;
		kind: FollowUpKind;
		state: FollowUpState;
		text: string | null;
		/** Whom a visit is with: its talk is logged about them. */
		company?: { id: string } | null;
		landowner?: { id: string } | null;
		contact?: { id: string } | null;
	};
	/** Where it leads back to: the page it stands on. */
	back: string;
}

/** What one says of a follow-up, in the words of its kind: one press each, a plain form post. A visit held leads to logging its talk. */
export function SettleButtons({ followUp, back }: SettleButtonsProps) {
	const { id, kind, state } = followUp;
	const text = followUp.text ?? '';
	return (
		<Form
			method="post"
			action={paths.followUpSettlement(id)}
			className="relative z-10 flex flex-wrap items-center justify-end gap-2"
			data-screen-only
			preventScrollReset
		>
			<input type="hidden" name="back" value={back} />
			{state !== 'open' && (
				<Button name="state" value="open" size="sm" variant="quiet" icon="undo">
					{m.dialogues_follow_up_reopen()}
				</Button>
			)}
			{state === 'open' && kind === 'visit' && (
				<ButtonLink to={logOf(followUp)} size="sm" icon="dialogue" aria-label={m.dialogues_visit_log_which({ text })}>
					{m.dialogues_visit_log()}
				</ButtonLink>
			)}
			{state === 'open' && (
				<Button name="state" value="done" size="sm" icon="check" aria-label={doneWhich(kind, text)}>
					{doneWord(kind)}
				</Button>
			)}
			{state === 'open' && kind === 'promise' && (
				<Button name="state" value="broken" size="sm">
					{m.dialogues_promise_broken()}
				</Button>
			)}
			{state === 'open' && (
				<Button name="state" value="dropped" size="sm" variant="quiet">
					{kind === 'visit' ? m.dialogues_visit_called_off() : m.dialogues_follow_up_drop()}
				</Button>
			)}
		</Form>
	);
}

/** What is pressed most, in a list's form. */
export function SettleButton({ followUp }: Pick<SettleButtonsProps, 'followUp'>) {
	const { id, kind, state } = followUp;
	const text = followUp.text ?? '';
	const settlement = { name: 'state', formAction: paths.followUpSettlement(id), size: 'sm' } as const;
	if (state !== 'open') {
		return (
			<Button {...settlement} value="open" variant="quiet" icon="undo">
				{m.dialogues_follow_up_reopen()}
			</Button>
		);
	}
	return kind === 'visit' ? (
		<ButtonLink to={logOf(followUp)} size="sm" icon="dialogue" aria-label={m.dialogues_visit_log_which({ text })}>
			{m.shell_log_dialogue_short()}
		</ButtonLink>
	) : (
		<Button {...settlement} value="done" icon="check" aria-label={doneWhich(kind, text)}>
			{doneWord(kind)}
		</Button>
	);
}

/** The talk form with firm or owner and person of the visit in place; saving it says the visit was held. */
function logOf({ id, company, landowner, contact }: SettleButtonsProps['followUp']): string {
	const whom = company ? { company: company.id } : landowner ? { landowner: landowner.id } : {};
	return paths.newDialogue({ ...whom, ...(contact && { contact: contact.id }), followUp: id });
}

function doneWord(kind: FollowUpKind): string {
	if (kind === 'visit') return m.dialogues_visit_held();
	return kind === 'promise' ? m.dialogues_promise_kept() : m.dialogues_follow_up_settle();
}

function doneWhich(kind: FollowUpKind, text: string): string {
	if (kind === 'visit') return m.dialogues_visit_held_which({ text });
	return kind === 'promise' ? m.dialogues_promise_kept_which({ text }) : m.dialogues_follow_up_settle_which({ text });
}
