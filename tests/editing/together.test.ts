import { parse } from '@conform-to/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#app/auth/viewer.ts';
import * as editCompany from '#app/companies/routes/edit.tsx';
import * as editSite from '#app/companies/routes/site-form.tsx';
import * as editDistrict from '#app/districts/routes/form.tsx';
import { takeFlash } from '#app/http/flash.server.ts';
import type { EditConflict } from '#app/http/merge.ts';
import { call } from '#tests/call.ts';
import { buildWorld, type World } from '#tests/world.ts';

// Two people have the same form open. Different fields merge and say so; the same field shows both values.

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

type Typed = Record<string, string | string[]>;
interface Opened {
	base: string;
	values: Record<string, string | string[] | null>;
}
interface Refused {
	result: { initialValue: Typed; error?: Record<string, string[]> };
	conflict: EditConflict | null;
}
interface Case {
	route: { loader: typeof editCompany.loader; action: typeof editCompany.action };
	params: () => Record<string, string>;
	id: () => string;
	/** Two fields, what they are called within a sentence, and who has the form open. */
	one: string;
	other: string;
	/** What is typed into the other. */
	otherText: string;
	called: string;
	people: () => [Viewer, Viewer];
}

const cases: Record<string, Case> = {
	company: {
		route: editCompany as unknown as Case['route'],
		params: () => ({ companyId: world.demolund.id }),
		id: () => world.demolund.id,
		one: 'alternativeNames',
		other: 'phone',
		otherText: '22 33 44 55',
		called: 'andre navne',
		people: () => [world.anna, world.bo],
	},
	site: {
		route: editSite as unknown as Case['route'],
		params: () => ({ siteId: world.demolund.siteId }),
		id: () => world.demolund.siteId,
		one: 'city',
		other: 'address',
		otherText: 'Prøvevej 6',
		called: 'by',
		people: () => [world.anna, world.bo],
	},
	district: {
		route: editDistrict as unknown as Case['route'],
		params: () => ({ slug: world.ejby.slug }),
		id: () => world.ejby.id,
		one: 'identity',
		other: 'boundaryNote',
		otherText: 'Tegnet af Anna',
		called: 'områdets identitet',
		people: () => [world.anna, world.siri],
	},
};

const open = async ({ route, params }: Case, as: Viewer) => (await call(route.loader, { as, params: params() })).data as Opened;

/** The fields a browser would post from this page, with what was typed over them. */
function filled({ id }: Case, { base, values }: Opened, typed: Typed): Typed {
	const shown = Object.entries(values).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));
	return { ...Object.fromEntries(shown), id: id(), _base: base, ...typed };
}

async function post(one: Case, as: Viewer, form: Typed) {
	const answer = await call(one.route.action, { as, params: one.params(), form });
	const cookie = answer.headers.get('set-cookie')?.split(';')[0];
	const { flash } = await takeFlash(new Request('http://localhost:3000/', { headers: cookie ? { cookie } : {} }));
	return { ...answer, refused: answer.data as Refused, flash };
}

describe.each(Object.keys(cases))('two who edit the same %s', (kind) => {
	const the = cases[kind] ?? expect.unreachable();

	it('in different fields both have their say, and the second is told', async () => {
		const [anna, bo] = the.people();
		const [annas, bos] = [await open(the, anna), await open(the, bo)];
		const first = await post(the, bo, filled(the, bos, { [the.one]: 'Bo skrev' }));
		expect([first.status, first.flash?.key]).toEqual([302, kind === 'district' ? 'district_revised' : 'saved']);
		const second = await post(the, anna, filled(the, annas, { [the.other]: the.otherText }));
		expect(second.status).toBe(302);
		expect(second.flash).toMatchObject({ key: 'saved_with', params: { whose: `${bo.name}s`, fields: the.called } });
		expect((await open(the, anna)).values).toMatchObject({ [the.one]: 'Bo skrev', [the.other]: the.otherText });
	});

	it('in the same field the second keeps the text, sees the other with name and time, and decides', async () => {
		const [anna, bo] = the.people();
		const [annas, bos] = [await open(the, anna), await open(the, bo)];
		expect((await post(the, bo, filled(the, bos, { [the.one]: 'Bos ord' }))).status).toBe(302);
		const typed = filled(the, annas, { [the.one]: 'Annas ord', [the.other]: `${the.otherText} 1` });
		const late = await post(the, anna, typed);
		expect(late.status).toBe(409);
		expect(late.refused.conflict?.clashes).toEqual([
			{ field: the.one, mine: 'Annas ord', theirs: 'Bos ord', by: bo.name, isOwn: false, at: expect.any(Date) },
		]);
		expect(late.refused.result.initialValue).toMatchObject({ [the.one]: 'Annas ord', [the.other]: `${the.otherText} 1` });
		expect((await open(the, anna)).values[the.one]).toBe('Bos ord');

		const base = String(late.refused.result.initialValue._base);
		const theirs = await post(the, anna, { ...typed, _base: base, [`_choice.${the.one}`]: 'theirs' });
		expect(theirs.status).toBe(302);
		expect((await open(the, anna)).values).toMatchObject({ [the.one]: 'Bos ord', [the.other]: `${the.otherText} 1` });
		expect((await post(the, anna, { ...typed, _base: base, [`_choice.${the.one}`]: 'mine' })).status).toBe(302);
		expect((await open(the, anna)).values[the.one]).toBe('Annas ord');
	});

	it('as one person in two tabs is told apart from colleagues', async () => {
		const [anna] = the.people();
		const [left, right] = [await open(the, anna), await open(the, anna)];
		await post(the, anna, filled(the, left, { [the.one]: 'Venstre vindue' }));
		const clash = await post(the, anna, filled(the, right, { [the.one]: 'Højre vindue' }));
		expect(clash.refused.conflict?.clashes).toMatchObject([{ theirs: 'Venstre vindue', isOwn: true }]);
		const merged = await post(the, anna, filled(the, right, { [the.other]: `${the.otherText} 2` }));
		expect(merged.flash).toMatchObject({ key: 'saved_with_own', params: { fields: the.called } });
	});

	it('twenty at once in the same field: one is saved, nineteen are told, nothing is lost silently', async () => {
		const [anna] = the.people();
		const opened = await open(the, anna);
		const words = Array.from({ length: 20 }, (_, at) => `Udgave ${at}`);
		const answers = await Promise.all(words.map((word) => post(the, anna, filled(the, opened, { [the.one]: word }))));
		const saved = answers.flatMap(({ status }, at) => (status === 302 ? [words[at]] : []));
		expect(saved).toEqual([(await open(the, anna)).values[the.one]]);
		for (const { status, refused } of answers.filter((answer) => answer.status !== 302)) {
			expect([status, refused.conflict?.clashes.map(({ theirs }) => theirs)]).toEqual([409, saved]);
		}
	});

	it('the same save sent again because its answer was lost is no conflict with itself', async () => {
		const [anna] = the.people();
		const form = filled(the, await open(the, anna), { [the.one]: `Sendt to gange ${kind}` });
		expect((await post(the, anna, form)).status).toBe(302);
		expect((await post(the, anna, form)).status).toBe(302);
		expect((await post(the, anna, { ...form, [the.one]: 'Noget andet' })).status).toBe(409);
	});

	it('a slip shows beside the clash, and a further one forgets nothing', async () => {
		const [anna, bo] = the.people();
		const opened = await open(the, anna);
		await post(the, bo, filled(the, await open(the, bo), { [the.one]: 'Bos nye' }));
		const both = await post(the, anna, filled(the, opened, { [the.one]: 'Annas nye', name: '' }));
		expect([both.status, both.refused.conflict?.clashes.length, Object.keys(both.refused.result.error ?? {})]).toEqual([409, 1, ['name']]);
		const seen = String(both.refused.result.initialValue._base);
		const slip = await post(the, anna, filled(the, opened, { [the.one]: 'Annas nye', name: '', _base: seen }));
		expect(slip.status).toBe(400);
		const still = String(slip.refused.result.initialValue._base);
		expect((await post(the, anna, filled(the, opened, { [the.one]: 'Annas nye', _base: still }))).status).toBe(302);
		expect((await open(the, anna)).values[the.one]).toBe('Annas nye');
	});
});

it('choices of a list merge one by one: industries a district wants more of', async () => {
	const district = cases.district ?? expect.unreachable();
	const [anna, siri] = district.people();
	await post(district, anna, filled(district, await open(district, anna), { targetDivisions: ['10', '25'] }));
	const [annas, siris] = [await open(district, anna), await open(district, siri)];
	await post(district, siri, filled(district, siris, { targetDivisions: ['25', '62'] }));
	expect((await post(district, anna, filled(district, annas, { targetDivisions: ['10', '25', '72'] }))).status).toBe(302);
	expect((await open(district, anna)).values.targetDivisions).toEqual(['25', '62', '72']);
});

it('the refused form carries its base on for a browser without scripts', () => {
	const result = parse(new URLSearchParams({ _base: '{"version":1}' }), { resolve: () => ({ error: {} }) }).reply();
	expect(result.initialValue).toEqual({ _base: '{"version":1}' });
});
