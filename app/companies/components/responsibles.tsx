import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button } from '#app/ui/button.tsx';
import { CONTROL } from '#app/ui/field.tsx';
import { Fold } from '#app/ui/fold.tsx';
import { Section } from '#app/ui/page.tsx';
import type { Responsible } from '../naming.server.ts';
import type { AssignableUnit } from '../responsibles.server.ts';

interface Props {
	/** Where a change is posted: the firm's or the owner's responsibles. */
	action: string;
	responsibles: readonly Responsible[];
	/** The viewer's own units; empty where nothing may be changed. */
	assignable: readonly AssignableUnit[];
	viewerId: string;
}

/** Whose firm or owner this is, unit by unit; the own unit's person is changed here, with one press when it is oneself. */
export function Responsibles({ action, responsibles, assignable, viewerId }: Props) {
	const present = responsibles.filter(({ toOn }) => toOn === null);
	const former = responsibles.filter(({ toOn }) => toOn !== null);
	const others = present.filter(({ unitId }) => !assignable.some((unit) => unit.unitId === unitId));
	return (
		<Section title={m.companies_responsibles()} none={assignable.length + others.length === 0 && m.companies_responsible_nobody()}>
			<dl className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
				{assignable.map((unit) => (
					<Line key={unit.unitId} unit={unit.unitName} person={present.find(({ unitId }) => unitId === unit.unitId)}>
						<Assign action={action} unit={unit} person={present.find(({ unitId }) => unitId === unit.unitId)} viewerId={viewerId} />
					</Line>
				))}
				{others.map((one) => (
					<Line key={one.id} unit={one.unitName} person={one} />
				))}
			</dl>
			{former.length > 0 && (
				<Fold summary={m.companies_responsibles_former({ count: former.length })}>
					<ul className="space-y-1 text-muted text-sm" data-figures>
						{former.map(({ id, userName, unitName, fromOn, toOn }) => (
							<li key={id}>{`${userName}, ${unitName}: ${formatDay(fromOn)}–${toOn ? formatDay(toOn) : ''}`}</li>
						))}
					</ul>
				</Fold>
			)}
		</Section>
	);
}

/** Whose it is today, in one line. */
export const namesOf = (responsibles: readonly Responsible[]) =>
	[...new Set(responsibles.filter(({ toOn }) => toOn === null).map(({ userName }) => userName))].join(', ');

function Line({ unit, person, children }: { unit: string; person: Responsible | undefined; children?: ReactNode }) {
	return (
		<div className="px-4 py-2.5">
			<dt className="text-muted text-sm">{unit}</dt>
			<dd>
				<span className={person ? 'font-medium' : 'text-muted'}>{person?.userName ?? m.companies_responsible_nobody()}</span>
				{person && <span className="ml-2 text-muted text-sm">{m.companies_since({ day: formatDay(person.fromOn) })}</span>}
				{children}
			</dd>
		</div>
	);
}

interface AssignProps {
	action: string;
	unit: AssignableUnit;
	person: Responsible | undefined;
	viewerId: string;
}

function Assign({ action, unit, person, viewerId }: AssignProps) {
	const current = person?.userId ?? '';
	const isStillThere = unit.people.some(({ id }) => id === current);
	return (
		<div className="mt-1 flex flex-wrap items-start gap-x-4">
			{current !== viewerId && (
				<Form method="post" action={action} preventScrollReset className="mt-2">
					<input type="hidden" name="unitId" value={unit.unitId} />
					<Button size="sm" name="userId" value={viewerId}>
						{m.companies_responsible_me()}
					</Button>
				</Form>
			)}
			<Fold summary={m.companies_responsible_change()}>
				<Form method="post" action={action} preventScrollReset className="flex flex-wrap items-end gap-2 pb-1">
					<input type="hidden" name="unitId" value={unit.unitId} />
					<label className="min-w-0 grow">
						<span className="mb-1 block text-muted text-xs">{m.companies_responsible_of({ unit: unit.unitName })}</span>
						<select key={current} name="userId" defaultValue={current} className={CONTROL}>
							<option value="">{m.companies_responsible_nobody()}</option>
							{person && !isStillThere && <option value={current}>{person.userName}</option>}
							{unit.people.map(({ id, name }) => (
								<option key={id} value={id}>
									{name}
								</option>
							))}
						</select>
					</label>
					<Button size="sm">{m.companies_responsible_save()}</Button>
				</Form>
			</Fold>
		</div>
	);
}
