import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseOf, mergedEdit } from '#app/editing/merged-edit.server.ts';
import { type FieldValue, type FieldValues, mergeFields } from '#app/http/merge.ts';

// Three sides of one record: what the form showed, what it posts, what stands saved.

const text = fc.constantFrom('', 'Anna', 'Bo', 'en\nto', 'x'.repeat(300), 'y'.repeat(300), 'sha256');
const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
const values = fc.record({ name: text, note: text, phone: text, topics: list, goals: list });
const sides = fc.record({ base: values, mine: values, theirs: values });
const texts = ['name', 'note', 'phone'] as const;
const lists = ['topics', 'goals'] as const;
const sorted = (value: FieldValue | undefined) => (typeof value === 'object' ? [...value].sort() : value);
const inOrder = (all: FieldValues) => Object.fromEntries(Object.entries(all).map(([field, value]) => [field, sorted(value)]));

function formOf(base: FieldValues, mine: FieldValues, version: number): FormData {
	const form = new FormData();
	form.set('_base', baseOf({ version, values: base }));
	// As a browser posts it: boxes one by one, line breaks as CR LF.
	for (const [field, value] of Object.entries(mine))
		for (const one of typeof value === 'string' ? [value] : value) form.append(field, one.replaceAll('\n', '\r\n'));
	return form;
}

describe('a merge of two people’s edits', () => {
	it('loses no text of either: it is saved, or its field is shown as a clash', () => {
		fc.assert(
			fc.property(sides, ({ base, mine, theirs }) => {
				const { merged, clashes, takenOver } = mergeFields({ base, mine, theirs });
				for (const field of texts) {
					const [isMine, isTheirs] = [mine[field] !== base[field], theirs[field] !== base[field]];
					if (isMine) expect(merged[field]).toBe(mine[field]);
					if (isTheirs && !isMine) expect([merged[field], takenOver.includes(field)]).toEqual([theirs[field], true]);
					if (!isMine && !isTheirs) expect(merged[field]).toBe(base[field]);
					expect(clashes.includes(field)).toBe(isMine && isTheirs && mine[field] !== theirs[field]);
				}
			}),
		);
	});

	it('keeps every choice either added and none that either took out', () => {
		fc.assert(
			fc.property(sides, ({ base, mine, theirs }) => {
				const { merged, clashes } = mergeFields({ base, mine, theirs });
				for (const field of lists) {
					for (const one of ['a', 'b', 'c', 'd'] as const) {
						const [was, am, are] = [base, mine, theirs].map((side) => side[field].includes(one));
						expect(merged[field]?.includes(one)).toBe(was ? am && are : am || are);
					}
					expect(clashes).not.toContain(field);
				}
			}),
		);
	});

	it('is the same whoever saves first, where they changed different fields', () => {
		fc.assert(
			fc.property(values, values, values, fc.subarray([...texts, ...lists]), (base, anna, bo, annas) => {
				const pick = (from: FieldValues, isPicked: (field: string) => boolean): FieldValues =>
					Object.fromEntries(Object.entries(base).map(([field, value]) => [field, isPicked(field) ? (from[field] ?? '') : value]));
				const isAnnas = (field: string) => annas.some((one) => one === field);
				const [mine, theirs] = [pick(anna, isAnnas), pick(bo, (field) => !isAnnas(field))];
				const [one, other] = [mergeFields({ base, mine, theirs }), mergeFields({ base, mine: theirs, theirs: mine })];
				expect([one.clashes, other.clashes]).toEqual([[], []]);
				expect(inOrder(one.merged)).toEqual(inOrder(other.merged));
			}),
		);
	});

	it('shows whatever differs when the base is not known', () => {
		fc.assert(
			fc.property(values, values, (mine, theirs) => {
				const { clashes } = mergeFields({ base: {}, mine, theirs });
				expect(clashes).toEqual(texts.filter((field) => mine[field] !== theirs[field]));
			}),
		);
	});

	it('reads texts that mean the same as the same', () => {
		const reading = { cvr: (typed: string) => typed.replaceAll(' ', '') };
		const { clashes, takenOver } = mergeFields({ base: { cvr: '' }, mine: { cvr: '99000015' }, theirs: { cvr: '99 00 00 15' }, reading });
		expect([clashes, takenOver]).toEqual([[], []]);
	});
});

describe('a posted form', () => {
	it('merges as its values do, long texts and line breaks included', () => {
		fc.assert(
			fc.property(sides, ({ base, mine, theirs }) => {
				const edit = mergedEdit(formOf(base, mine, 3), { version: 4, values: theirs });
				const merge = mergeFields({ base, mine, theirs });
				expect([edit.clashes, edit.takenOver]).toEqual([merge.clashes, merge.takenOver]);
				expect(edit.form.get('version')).toBe('4');
				for (const field of texts) expect(edit.form.get(field) ?? '').toBe(merge.merged[field]);
				for (const field of lists) expect(edit.form.getAll(field).sort()).toEqual(sorted(merge.merged[field]));
			}),
		);
	});

	it('sent again after a clash saves the writer’s text, or the other where that was chosen, and takes the rest along', () => {
		fc.assert(
			fc.property(sides, fc.boolean(), ({ base, mine, theirs }, isTheirs) => {
				const first = mergedEdit(formOf(base, mine, 3), { version: 4, values: theirs });
				// The browser may show what was taken along, or not yet: what was typed is what it posts again.
				for (const shown of [mine, first.merged]) {
					const again = formOf(base, shown, 3);
					again.set('_base', String(first.form.get('_base')));
					for (const field of first.clashes) if (isTheirs) again.set(`_choice.${field}`, 'theirs');
					const second = mergedEdit(again, { version: 4, values: theirs });
					expect(second.clashes).toEqual([]);
					for (const field of texts) {
						const wanted = first.clashes.includes(field) && isTheirs ? theirs[field] : first.merged[field];
						expect(second.merged[field]).toBe(wanted);
					}
				}
			}),
		);
	});

	it('tells a third save in between once more', () => {
		const base = { phone: '1' };
		const first = mergedEdit(formOf(base, { phone: '2' }, 1), { version: 2, values: { phone: '3' } });
		const again = formOf(base, { phone: '2' }, 1);
		again.set('_base', String(first.form.get('_base')));
		expect(mergedEdit(again, { version: 3, values: { phone: '4' } }).clashes).toEqual(['phone']);
		expect(mergedEdit(again, { version: 2, values: { phone: '3' } }).clashes).toEqual([]);
	});

	it('without a base merges with the version it names, and clashes with any other', () => {
		const form = new FormData();
		form.set('phone', '2');
		form.set('version', '4');
		expect(mergedEdit(form, { version: 4, values: { phone: '3' } }).clashes).toEqual([]);
		expect(mergedEdit(form, { version: 5, values: { phone: '3' } }).clashes).toEqual(['phone']);
	});

	it.each([
		'',
		'x',
		'[]',
		'null',
		'{"values":{}}',
		'{"version":1,"values":{"phone":1},"digests":{}}',
		'{"version":1,"values":{"phone":[[]]},"digests":{}}',
		`{"version":1,"values":{"phone":"${'x'.repeat(70_000)}"},"digests":{}}`,
	])('with a base nobody made is refused: %.40s', (base) => {
		const form = new FormData();
		form.set('_base', base);
		expect(() => mergedEdit(form, { version: 1, values: { phone: '3' } })).toThrow(expect.objectContaining({ init: { status: 400 } }));
	});

	it('takes nothing but its own fields from a base', () => {
		const form = new FormData();
		form.set('phone', '2');
		form.set('_base', '{"version":1,"values":{"__proto__":{"role":"x"},"constructor":"x","role":"x","phone":"1"},"digests":{"toString":"x"}}');
		const edit = mergedEdit(form, { version: 1, values: { phone: '1' } });
		expect(edit.merged).toEqual({ phone: '2' });
		expect(JSON.parse(String(edit.form.get('_base'))).values).toEqual({ phone: '1' });
		expect(Object.hasOwn(Object.prototype, 'role')).toBe(false);
	});
});
