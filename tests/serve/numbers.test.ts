import { expect, it } from 'vitest';
import { personForm, unitForm } from '#app/admin/admin-form.server.ts';
import { ownNameForm } from '#app/auth/account-form.server.ts';
import { placeFrom } from '#app/lists/keyset.server.ts';
import { isId, newId } from '#db/new-id.ts';
import { companies } from '#db/schema/index.ts';

// What SQLite takes and PostgreSQL refuses must be refused by us.
it.each([2_147_483_648, Number.MAX_SAFE_INTEGER, 1e300, Number.NaN])('a version of %d is none', (version) => {
	const memberships = [{ unitId: newId(), role: 'manager' }];
	for (const form of [ownNameForm(), unitForm(), personForm()])
		expect(form.safeParse({ name: 'Anna', email: 'anna@distrikt.example', memberships, version }).error?.issues[0]?.path).toEqual(['version']);
});

it.each(['0000-01-01', '2026-02-30', '9999-99-99'])('a page of firms does not begin after %s, a day of no calendar', (day) => {
	const after = JSON.stringify([day, 'a', newId()]);
	const { lastTalkOn, sortName, id } = companies;
	expect(placeFrom(after, { by: { lastTalkOn, sortName, id }, empty: 'first' })).toBeNull();
});

it('an id in capitals is none: it would stand before every other and break the pages of a list', () => {
	const id = newId();
	expect([isId(id), isId(id.toUpperCase())]).toEqual([true, false]);
});
