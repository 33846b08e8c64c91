import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type DemoPerson, FROM_OUR_PAGE, type House, openHouse } from './server.ts';

let house: House;
beforeAll(async () => {
	house = await openHouse();
});
afterAll(() => house.stop());

const one = (question: string, ...values: unknown[]) => String(ask(house.file, question, ...values));
const SHAPES = ['.x', '[0]', '[0].x', '[99]', '.length', '.map', '.toString', '.toString.call', '.__proto__.x', '[4294967294]'];

/** Pages with a form, and who may send it. */
function forms(): Array<[string, DemoPerson]> {
	const unit = one("select unit_id from memberships join users on users.id = user_id where email = 'erhverv@distrikt.example'");
	const [company, site] = [one('select id from companies limit 1'), one('select id from sites limit 1')];
	const talk = one('select id from dialogues where unit_id = ? and archived_at is null limit 1', unit);
	return [
		...[`/companies/new`, `/companies/${company}/edit`, `/companies/${company}/sites/new`, `/sites/${site}/edit`].map(by('erhverv')),
		...['/dialogues/new', `/dialogues/${talk}/edit`, '/account', '/account/password'].map(by('erhverv')),
		...['/districts/new', `/districts/${one('select slug from districts limit 1')}/edit`].map(by('admin')),
		...['/admin/people/new', `/admin/people/${one("select id from users where email = 'leder@distrikt.example'")}`].map(by('admin')),
		...['/admin/units/new', `/admin/units/${unit}`].map(by('admin')),
	];
}
const by =
	(person: DemoPerson) =>
	(path: string): [string, DemoPerson] => [path, person];

test('the fields of every form, sent as objects and lists, is answered below 500', async () => {
	const faults: string[] = [];
	for (const [path, person] of forms()) {
		const cookie = house.cookieOf(person);
		const page = await (await fetch(`${house.url}${path}`, { headers: { cookie } })).text();
		const main = page.slice(page.indexOf('<main'));
		const names = [...new Set([...main.matchAll(/<(?:input|textarea|select)\b[^>]*\bname="([^"]+)"/g)].map(([, name = '']) => name))];
		expect(names.length, path).toBeGreaterThan(0);
		const all = (field: (name: string) => string) => names.map(field).join('&');
		const bodies = [
			...SHAPES.map((shape) => all((name) => `${encodeURIComponent(name + shape)}=1`)),
			...[(name: string) => `${name}=1&${name}=2`, (name: string) => `${name}=a%00b`, (name: string) => `${name}=%ED%A0%80`].map(all),
		];
		for (const body of bodies) {
			const answer = await fetch(`${house.url}${path}`, { method: 'POST', redirect: 'manual', headers: { ...FROM_OUR_PAGE, cookie }, body });
			await answer.arrayBuffer();
			if (answer.status >= 500) faults.push(`${answer.status} ${path} ${body.slice(0, 80)}`);
		}
	}
	expect(faults).toEqual([]);
});
