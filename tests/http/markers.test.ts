import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type DemoPerson, FROM_OUR_PAGE, type House, openHouse } from './server.ts';

// Secrets are planted in the database; then everybody reads everything they can reach. Each secret must first
// be found by somebody entitled to it, so that a page which shows nothing to anybody cannot pass.

const SECRETS = { note: 'MARKERNOTE7731', assessment: 'MARKERVURDERING4417' };
/** Days on which a firm and an owner were last talked to: part of the talk's heading. */
const LAST_TALKS = { firm: '2017-03-09', owner: '2016-04-08' };
const PAGES = 150;

let house: House;
let confidential: string;
let open: string;
let company: string;
let landowner: string;

beforeAll(async () => {
	house = await openHouse();
	const author = ask(house.file, "select id from users where email = 'erhverv@distrikt.example'");
	const talks = `select id from dialogues where author_id = ? and archived_at is null order by held_on desc, id desc limit 1 offset`;
	confidential = String(ask(house.file, `${talks} 0`, author));
	open = String(ask(house.file, `${talks} 1`, author));
	company = String(ask(house.file, 'select then_company_id from dialogue_subjects where dialogue_id = ?', confidential));
	landowner = String(ask(house.file, 'select id from landowners where archived_at is null order by id limit 1'));
	const connection = new Database(house.file, { timeout: 5_000 });
	connection.prepare('update companies set last_talk_on = ? where id = ?').run(LAST_TALKS.firm, company);
	connection.prepare('update landowners set last_talk_on = ? where id = ?').run(LAST_TALKS.owner, landowner);
	connection
		.prepare("update dialogues set note = ?, confidentiality = 'confidential', confidentiality_reason = 'business_secret' where id = ?")
		.run(`Ejeren vil sælge. ${SECRETS.note}`, confidential);
	connection.prepare("update dialogues set assessment = ?, confidentiality = 'open' where id = ?").run(`Ledelsen tøver. ${SECRETS.assessment}`, open);
	connection.close();
});
afterAll(() => house.stop());

/** Reads from my day on: every link of our own, page by page, each also as data. */
async function crawl(person: DemoPerson): Promise<string> {
	const cookie = house.cookieOf(person);
	const queue = [
		'/',
		`/companies/${company}`,
		`/landowners/${landowner}`,
		`/dialogues/${confidential}`,
		`/dialogues/${open}`,
		'/companies/alike?name=demo&phone=',
		'/search?q=ejeren&kind=dialogue',
		'/search/hits?q=ledelsen',
		'/dialogues?q=MARKER',
		'/nowhere',
	];
	const seen = new Set(queue);
	let all = '';
	for (let at = 0; at < queue.length && at < PAGES; at++) {
		const path = queue[at] ?? '/';
		const [pathname = '', search = ''] = path.split('?');
		for (const target of [path, `${pathname === '/' ? '/_root' : pathname}.data${search && `?${search}`}`]) {
			const answer = await fetch(`${house.url}${target}`, { headers: { cookie } });
			expect(answer.status, `${person} ${target}`).toBeLessThan(500);
			const text = await answer.text();
			all += `\n@@${target}\n${text}`;
			for (const [, link = ''] of text.matchAll(/href="(\/[^"#]*)"/g)) {
				const next = link.replaceAll('&amp;', '&');
				if (!seen.has(next) && !/^\/(assets|sign-out)/.test(next)) {
					seen.add(next);
					queue.push(next);
				}
			}
		}
	}
	return all;
}

/** What the errors of deeds say: wrong forms on the secret talks. */
async function stumble(person: DemoPerson): Promise<string> {
	const cookie = house.cookieOf(person);
	let all = '';
	for (const id of [confidential, open]) {
		for (const deed of ['edit', 'withdrawal']) {
			for (const body of ['', 'version=99999&note=x', 'restore=1&version=1', 'heldOn=rubbish&_base=%7B%7D']) {
				const answer = await fetch(`${house.url}/dialogues/${id}/${deed}`, {
					method: 'POST',
					redirect: 'manual',
					headers: { ...FROM_OUR_PAGE, cookie },
					body,
				});
				expect(answer.status).toBeLessThan(500);
				all += await answer.text();
			}
		}
	}
	return all;
}

test('the author’s unit and the manager read the confidential note and the assessment', async () => {
	for (const person of ['erhverv', 'leder'] as const) {
		const text = await crawl(person);
		expect(text.includes(SECRETS.note), `${person} finds the note`).toBe(true);
		expect(text.includes(SECRETS.assessment), `${person} finds the assessment`).toBe(true);
	}
});

test('no page, data answer or error hands either to the other unit or to the administrator', async () => {
	for (const person of ['beskaeftigelse', 'admin'] as const) {
		const text = (await crawl(person)) + (await stumble(person));
		for (const [name, secret] of Object.entries(SECRETS)) expect(text.includes(secret), `${person} must not find the ${name}`).toBe(false);
		if (person === 'admin') for (const day of Object.values(LAST_TALKS)) expect(text.includes(day), `${person} must not find ${day}`).toBe(false);
	}
});

test('when a firm and an owner were last talked to reaches every work role, and not the administrator', async () => {
	for (const person of ['erhverv', 'beskaeftigelse', 'leder', 'admin'] as const) {
		const headers = { cookie: house.cookieOf(person) };
		for (const [path, day] of [
			[`/companies/${company}`, LAST_TALKS.firm],
			[`/landowners/${landowner}`, LAST_TALKS.owner],
		] as const) {
			const texts = await Promise.all([path, `${path}.data`].map(async (target) => (await fetch(`${house.url}${target}`, { headers })).text()));
			expect([person, path, texts.some((text) => text.includes(day))]).toEqual([person, path, person !== 'admin']);
		}
	}
});

test('the heading of the confidential talk is everybody’s but the administrator’s', async () => {
	const answers = await Promise.all(
		(['beskaeftigelse', 'leder', 'admin'] as const).map((person) =>
			fetch(`${house.url}/dialogues/${confidential}`, { headers: { cookie: house.cookieOf(person) } }),
		),
	);
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 403]);
});
