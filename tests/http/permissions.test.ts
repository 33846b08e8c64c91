import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#db/new-id.ts';
import { TABLE, type Verdict, WHO, type Who } from './permission-table.ts';
import { builtRoutes } from './routes.ts';
import { ask, type DemoPerson, FROM_OUR_PAGE, type House, openHouse } from './server.ts';

const PEOPLE: Record<Exclude<Who, 'anonymous'>, DemoPerson> = {
	consultant: 'erhverv',
	employment: 'beskaeftigelse',
	manager: 'leder',
	administrator: 'admin',
};

let house: House;
let ids: Record<string, string>;

beforeAll(async () => {
	house = await openHouse();
	const one = (question: string) => String(ask(house.file, question));
	const author = one("select id from users where email = 'erhverv@distrikt.example'");
	ids = {
		token: 'a'.repeat(43),
		sessionId: newId(),
		slug: one('select slug from districts order by no limit 1'),
		companyId: one('select id from companies where archived_at is null order by id limit 1'),
		siteId: one('select id from sites where archived_at is null order by id limit 1'),
		dialogueId: await talkOfToday(one('select cvr from companies where cvr is not null order by id limit 1')),
		followUpId: one(`select id from follow_ups where assignee_id = '${author}' and state = 'open' order by id limit 1`),
		needId: one('select id from skill_needs where archived_at is null order by id limit 1'),
		// A matter every work role may read: those of confidential talks are not there for others.
		issueId: one(
			"select i.id from issues i left join dialogues d on d.id = i.raised_in_id where i.archived_at is null and (d.id is null or (d.confidentiality = 'open' and d.is_landowner_only = 0)) order by i.id limit 1",
		),
		landownerId: one('select id from landowners where archived_at is null order by id limit 1'),
		propertyId: one('select id from properties where archived_at is null order by id limit 1'),
		ownershipId: one('select id from ownerships where to_on is null and archived_at is null order by id limit 1'),
		commitmentId: one('select id from company_commitments where archived_at is null order by id limit 1'),
		entry: 'commitment',
		entryId: one('select id from company_commitments where archived_at is null order by id limit 1'),
		kind: 'company',
		list: 'companies',
		form: 'company',
		recordId: one('select id from companies where archived_at is null order by id limit 1'),
		userId: one("select id from users where email not like 'admin@%' and password_hash is null order by id limit 1"),
		unitId: one('select id from units order by id limit 1'),
		attachmentId: '',
		contactId: await contactOfToday(one('select id from companies where archived_at is null order by id limit 1')),
		roleId: '',
	};
	ids.roleId = one(`select id from contact_roles where contact_id = '${ids.contactId}'`);
	ids.attachmentId = await fileOf(ids.dialogueId ?? '');
});
afterAll(() => house.stop());

/** A file on that talk. */
async function fileOf(dialogueId: string): Promise<string> {
	const body = new FormData();
	body.append('files', new File(['%PDF-1.7 rettigheder'], 'rettigheder.pdf'));
	const { 'Content-Type': _, ...ours } = FROM_OUR_PAGE;
	const headers = { ...ours, cookie: house.cookieOf('erhverv'), accept: 'application/json' };
	const answer = await fetch(`${house.url}/dialogues/${dialogueId}/attachments`, { method: 'POST', headers, body });
	expect(answer.status).toBe(200);
	const { kept } = await answer.json();
	return kept[0].id;
}

/** A person with a role at the firm. */
async function contactOfToday(companyId: string): Promise<string> {
	const id = newId();
	const firm = String(ask(house.file, `select name from companies where id = '${companyId}'`));
	const body = new URLSearchParams({ id, name: 'Rettighed Prøvesen', where: firm, picked: `company:${companyId}`, confirm: 'yes' });
	const headers = { ...FROM_OUR_PAGE, cookie: house.cookieOf('erhverv') };
	const answer = await fetch(`${house.url}/contacts/new`, { method: 'POST', redirect: 'manual', headers, body });
	expect(answer.status).toBe(302);
	return id;
}

/** A talk logged just now by the consultant: it may still be undone. */
async function talkOfToday(cvr: string): Promise<string> {
	const id = newId();
	const heldOn = new Date().toISOString().slice(0, 10);
	const body = new URLSearchParams({ id, firm: cvr, channel: 'phone', heldOn, note: 'Talte om rettigheder.' });
	const answer = await fetch(`${house.url}/dialogues/new`, {
		method: 'POST',
		redirect: 'manual',
		headers: { ...FROM_OUR_PAGE, cookie: house.cookieOf('erhverv') },
		body,
	});
	expect(answer.status).toBe(302);
	return id;
}

const fill = (path: string) => path.replace('*', 'nowhere/at/all').replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '');

function verdictOf(path: string, status: number, location: string | null): Verdict {
	if (status === 302 && location?.startsWith('/sign-in') && path !== '/sign-out') return 'sign-in';
	if (status === 302 && (location === '/' || location === '/sign-in' || location === '/account')) return 'back';
	if (status === 403) return 'no';
	if (status === 404 || status === 410) return 'gone';
	if (status === 405) return 'none';
	return 'yes';
}

async function knock(who: Who, method: 'GET' | 'POST', path: string) {
	const target = path === '/' && method === 'POST' ? '/?index' : path;
	// A sign-in of its own for every knock: signing out is one of the deeds.
	const cookie = who === 'anonymous' ? undefined : house.cookieOf(PEOPLE[who]);
	const answer = await fetch(`${house.url}${target}`, {
		method,
		redirect: 'manual',
		headers: { ...(method === 'POST' ? FROM_OUR_PAGE : {}), ...(cookie ? { cookie } : {}) },
		...(method === 'POST' ? { body: '' } : {}),
	});
	const text = await answer.text();
	return { status: answer.status, location: answer.headers.get('location'), text };
}

describe('the hand-written table of rights', () => {
	test('has a line for each route, and no other', async () => {
		const manifest = (await builtRoutes()).map(({ path }) => path.replace('/?index', '/'));
		expect(Object.keys(TABLE).sort()).toEqual(manifest.sort());
	});

	for (const method of ['GET', 'POST'] as const) {
		test(`holds for every role and ${method}`, async () => {
			const wrong: string[] = [];
			for (const [path, line] of Object.entries(TABLE)) {
				const expected = method === 'GET' ? line.get : line.post;
				for (const [at, who] of WHO.entries()) {
					const { status, location } = await knock(who, method, fill(path));
					const got = verdictOf(path, status, location);
					const wanted = expected[at];
					const fits = wanted === 'open' ? got === 'yes' : wanted === 'none' ? status >= 400 && status < 500 : got === wanted;
					if (!fits || status >= 500) wrong.push(`${method} ${path} as ${who}: ${status} ${location ?? ''}, expected ${wanted}`);
				}
			}
			expect(wrong).toEqual([]);
		});
	}

	test('an anonymous visitor gets not one byte of data', async () => {
		const names = String(ask(house.file, "select group_concat(name, '|') from (select name from companies limit 40)")).split('|');
		const leaks: string[] = [];
		for (const path of Object.keys(TABLE)) {
			for (const target of [fill(path), path === '/' ? '/_root.data' : `${fill(path)}.data`]) {
				const { text } = await knock('anonymous', 'GET', target);
				leaks.push(...names.filter((name) => text.includes(name)).map((name) => `${target}: ${name}`));
			}
		}
		expect(leaks).toEqual([]);
	});
});
