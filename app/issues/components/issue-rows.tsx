import { type HarvestChoices, MOST_ISSUES } from '#app/harvest/harvest.ts';
import { named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ChoiceChip } from '#app/ui/choice-chips.tsx';
import { CONTROL, type FieldMeta } from '#app/ui/field.tsx';
import { AddRow, HarvestFold, RowField, RowFrame, RowSelect, rowFields, textIn, useRows } from '#app/ui/form-rows.tsx';
import { TITLE_MAX } from '../issue.ts';

interface IssueRowsProps {
	meta: FieldMeta;
	choices: HarvestChoices;
	topics: ReadonlyArray<{ id: string; nameDa: string; nameEn: string }>;
}

/** Matters that live over many talks: those open there are one press, a new one is a title. */
export default function IssueRows({ meta, choices, topics }: IssueRowsProps) {
	const { rows, isLive, add, remove } = useRows(meta);
	const isNamed = (id: string) => rows.some((row) => textIn(row, 'id') === id && textIn(row, 'named'));
	const fresh = rows.filter((row) => !textIn(row, 'known'));
	const known = choices.issues;
	const isUsed = !meta.valid || rows.some((row) => textIn(row, 'named') || textIn(row, 'title'));
	return (
		<HarvestFold
			title={m.dialogues_issues()}
			hint={m.dialogues_issues_hint()}
			isUsed={isUsed}
			firstId={known.length === 0 ? rowFields(meta, 0).idOf('title') : undefined}
		>
			{known.length > 0 && (
				<fieldset className="mb-4 min-w-0">
					<legend className="mb-1.5 font-medium text-sm">{m.dialogues_issues_known()}</legend>
					<div className="flex flex-wrap gap-2 md:gap-1.5">
						{known.map(({ id, title }, at) => (
							<KnownIssue key={id} id={id} title={title} name={`${meta.name}[${at}]`} isNamed={isNamed(id)} />
						))}
					</div>
				</fieldset>
			)}
			{fresh.map((row, place) => {
				const at = known.length + place;
				const fields = rowFields(meta, at);
				const id = textIn(row, 'id');
				return (
					<RowFrame
						key={id}
						legend={m.dialogues_issue_number({ number: place + 1 })}
						onRemove={isLive && fresh.length > 1 ? () => remove(id) : undefined}
					>
						<input type="hidden" name={fields.nameOf('id')} value={id} />
						<RowField fields={fields} field="title" label={m.dialogues_issue_new()}>
							{(control) => (
								<input
									{...control}
									maxLength={TITLE_MAX}
									autoComplete="off"
									autoCapitalize="sentences"
									defaultValue={textIn(row, 'title')}
									className={CONTROL}
								/>
							)}
						</RowField>
						<RowSelect
							fields={fields}
							field="topicId"
							label={m.dialogues_issue_topic()}
							blank={m.dialogues_issue_topic_none()}
							options={topics.map((topic) => ({ value: topic.id, label: named(topic) }))}
							chosen={textIn(row, 'topicId')}
						/>
					</RowFrame>
				);
			})}
			{isLive && known.length + fresh.length < MOST_ISSUES && <AddRow label={m.dialogues_issue_add()} onAdd={add} />}
		</HarvestFold>
	);
}

function KnownIssue({ id, title, name, isNamed }: { id: string; title: string; name: string; isNamed: boolean }) {
	return (
		<>
			<input type="hidden" name={`${name}.id`} value={id} />
			<input type="hidden" name={`${name}.known`} value="on" />
			<ChoiceChip type="checkbox" id={`issue-${id}`} name={`${name}.named`} value="on" label={title} defaultChecked={isNamed} />
		</>
	);
}
