import { describe, expect, it } from 'vitest';
import { sourcesOf } from './source.ts';

// The house rules that a machine can check. Each failure says what to do, not only what is wrong.

/** Features in the order of the trade: a file may import its own feature and those before it. */
const ORDER = [
	'activity',
	'auth',
	'lists',
	'record',
	'findable',
	'drafts',
	'editing',
	'districts',
	'skills',
	'timelines',
	'companies',
	'landowners',
	'properties',
	'contacts',
	'subjects',
	'touches',
	'harvest',
	'follow-ups',
	'needs',
	'stances',
	'issues',
	'attachments',
	'dialogues',
	'prep',
	'my-day',
	'admin',
	'records',
	'exchange',
	'search',
	'upkeep',
];
/** Neutral ground: talks HTTP, language, looks, days or telephone numbers, knows no feature. `shell` frames every page, so it knows who is signed in. */
const NEUTRAL = ['ui', 'i18n', 'http', 'days', 'contact-details'];
const PUBLIC_ROUTES = [
	'auth/routes/sign-in.tsx',
	'auth/routes/sign-out.ts',
	'auth/routes/first-run.tsx',
	'auth/routes/invitation.tsx',
	'health/routes/process.ts',
	'health/routes/ready.ts',
	'shell/routes/not-found.tsx',
];
/** Where zod may be imported: never in what reaches the browser. */
const SERVER_ONLY = /\.server\.ts$|\/cli\.ts$|-cli\.ts$/;

const app = sourcesOf('app');
const all = [...app, ...sourcesOf('db')];
const folderOf = (path: string) => path.match(/^app\/([^/]+)\//)?.[1];
const isRoute = (path: string) => /^app\/[^/]+\/routes\//.test(path);

describe('the layout', () => {
	it('lets features import only themselves and those to their left', () => {
		const wrong = app.flatMap(({ path, imports }) => {
			const own = ORDER.indexOf(folderOf(path) ?? '');
			if (own < 0 || isRoute(path)) return [];
			return imports
				.filter((target) => ORDER.indexOf(folderOf(target) ?? '') > own)
				.map((target) => `${path} imports ${target}: move what both need to the left, or ask from a route`);
		});
		expect(wrong).toEqual([]);
	});

	it('keeps neutral ground free of features', () => {
		const wrong = app.flatMap(({ path, imports }) =>
			NEUTRAL.includes(folderOf(path) ?? '')
				? imports
						.filter((target) => ORDER.includes(folderOf(target) ?? ''))
						.map((target) => `${path} imports ${target}: hand it in as a prop or an argument`)
				: [],
		);
		expect(wrong).toEqual([]);
	});

	it('lets nothing import a route', () => {
		const wrong = all.flatMap(({ path, imports }) =>
			imports.filter(isRoute).map((target) => `${path} imports ${target}: move the shared part into the feature`),
		);
		expect(wrong).toEqual([]);
	});

	it('has no import cycles, imports of types included', () => {
		const graph = new Map(all.map(({ path, imports }) => [path, imports]));
		const done = new Set<string>();
		const cycles: string[] = [];
		const visit = (path: string, trail: string[]) => {
			if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
			if (done.has(path) || trail.includes(path)) return;
			for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
			done.add(path);
		};
		for (const path of graph.keys()) visit(path, []);
		expect(cycles).toEqual([]);
	});

	it('lets nothing but the frame of the pages know the shell', () => {
		const wrong = app.flatMap(({ path, imports }) =>
			folderOf(path) === 'shell' || /^app\/(root|entry\.\w+)\.tsx$/.test(path)
				? []
				: imports
						.filter((target) => folderOf(target) === 'shell')
						.map((target) => `${path} imports ${target}: the shell frames pages, it lends nothing`),
		);
		expect(wrong).toEqual([]);
	});

	it('names roles in the policy alone', () => {
		const named = /'(?:consultant|employment|manager|administrator)'/;
		const allowed = /^app\/auth\/(policy|labels|setup-code\.server|password-rules)\.ts$|^app\/admin\/|^app\/serve\/first-start/;
		const wrong = app.filter(({ path, text }) => !allowed.test(path) && named.test(text));
		expect(wrong.map(({ path }) => `${path}: ask can(), FIELD, WORK or isLeading of app/auth/policy.ts`)).toEqual([]);
	});

	it('opens the database only in files named *.server.ts', () => {
		const closed = /^db\/(schema\/|client\.server|sql\.server|full-text\.server|sqlite\.server|postgres\.server)/;
		const wrong = app.flatMap(({ path, imports, typeOnly }) =>
			/\.server\.tsx?$|\/cli\.ts$|-cli\.ts$/.test(path) || isRoute(path)
				? []
				: imports
						.filter((target) => closed.test(target) && !typeOnly.has(target))
						.map((target) => `${path} imports ${target}: name the file *.server.ts or ask a query`),
		);
		expect(wrong).toEqual([]);
	});

	it('lets routes ask queries and commands, never tables', () => {
		const wrong = app
			.filter(({ path }) => isRoute(path) && !path.startsWith('app/health/'))
			.flatMap(({ path, imports }) =>
				imports
					.filter((target) => /^db\/(schema|client)/.test(target))
					.map((target) => `${path} imports ${target}: a route asks a query or a command`),
			);
		expect(wrong).toEqual([]);
	});

	it('keeps zod out of the browser', () => {
		const wrong = app.flatMap(({ path, imports, typeOnly }) =>
			SERVER_ONLY.test(path)
				? []
				: imports
						.filter((target) => (target === 'zod' || target.startsWith('@conform-to/zod')) && !typeOnly.has(target))
						.map(() => `${path} imports zod: put the schema into a *.server.ts file, hand the browser its constraints`),
		);
		expect(wrong).toEqual([]);
	});

	it('keeps raw SQL in db/sql.server.ts, the schema and the scope', () => {
		const allowed = /^db\/|^app\/auth\/scope\.server\.ts$/;
		const wrong = app
			.filter(({ path, text }) => !allowed.test(path) && /\bsql`/.test(text))
			.map(({ path }) => `${path} writes raw SQL: give the expression a name in db/sql.server.ts`);
		expect(wrong).toEqual([]);
	});

	it('keeps files short enough to tell one story', () => {
		const wrong = all
			.filter(({ path, lines }) => lines > 400 && !path.startsWith('db/seed/'))
			.map(({ path, lines }) => `${path} has ${lines} lines: which second story does it tell?`);
		expect(wrong).toEqual([]);
	});

	it('calls one part by one word', () => {
		// What a folder calls its words, its reading and its writing; a rule of the trade may have a name of its own.
		const synonyms: ReadonlyArray<[RegExp, string]> = [
			[/\/([\w-]+-)?(label|words?|texts?|wording)\.ts$|\/[\w-]+-labels\.ts$/, 'labels.ts'],
			[/\/([\w-]+-)?(finders?|lookups?|repository|repo)\.server\.ts$|\/[\w-]+-queries\.server\.ts$/, 'queries.server.ts'],
			[/\/([\w-]+-)?(mutations?|actions?|writes?|services?)\.server\.ts$/, 'commands.server.ts'],
			[/\/[\w-]+-(schemas?|validation|validators?)\.server\.ts$/, '<noun>-form.server.ts'],
			[/\/([\w-]+-)?(ledger|index-page|overview)\.server\.ts$/, '<noun>-list.server.ts'],
		];
		/** Days and typed lines are read as words: the trade's own rules, no labels. */
		const ownNames = /\/(day-words|follow-up-words)\.ts$/;
		const wrong = app
			.filter(({ path }) => ORDER.includes(folderOf(path) ?? '') && !isRoute(path) && !ownNames.test(path))
			.flatMap(({ path }) => synonyms.flatMap(([pattern, word]) => (pattern.test(path) ? [`${path}: call it ${word}`] : [])));
		expect(wrong).toEqual([]);
	});

	it('lets queries read and never write', () => {
		const wrong = app.filter(({ path, text }) => /\/(queries|[\w-]+-list)\.server\.ts$/.test(path) && /\bwrite\(/.test(text));
		expect(wrong.map(({ path }) => `${path}: what writes is a command`)).toEqual([]);
	});

	it('names no file a drawer', () => {
		const wrong = all
			.map(({ path }) => path)
			.filter((path) => /\/(utils?|helpers?|misc|common|shared)[./]/.test(path) || (/\/index\.tsx?$/.test(path) && path !== 'db/schema/index.ts'));
		expect(wrong.map((path) => `${path}: name what it is`)).toEqual([]);
	});
});

describe('the guards', () => {
	it('every loader and action of a page asks who is there', () => {
		const wrong = app
			.filter(
				({ path, text }) => isRoute(path) && !PUBLIC_ROUTES.some((open) => path.endsWith(open)) && /export async function (loader|action)/.test(text),
			)
			.flatMap(({ path, text }) => {
				const handlers = text.match(/export async function (loader|action)/g)?.length ?? 0;
				const guards = text.match(/await (?:requireViewer|viewerWhoMay)\(/g)?.length ?? 0;
				return guards < handlers ? [`${path}: ${handlers} handlers, ${guards} × requireViewer or viewerWhoMay; a parent protects nobody`] : [];
			});
		expect(wrong).toEqual([]);
	});

	it('every form is read through formOf', () => {
		const wrong = app.filter(({ path, text }) => path !== 'app/http/form.server.ts' && /request\.(formData|json|text|arrayBuffer)\(/.test(text));
		expect(wrong.map(({ path }) => `${path}: read the body with formOf(request), it is capped`)).toEqual([]);
	});

	it('only env.server.ts reads the environment in app/', () => {
		const wrong = app
			.filter(({ path, text }) => path !== 'app/env.server.ts' && /process\.env\b/.test(text))
			.filter(({ path }) => !/\/serve\/|cli\.ts$/.test(path));
		expect(wrong.map(({ path }) => `${path}: ask env()`)).toEqual([]);
	});

	it('redirects to an address from a request go through safeRedirect', () => {
		const wrong = app.filter(
			({ path, text }) => isRoute(path) && /redirect\((?!paths\.|safeRedirect|request,)[a-z]/i.test(text) && !/safeRedirect/.test(text),
		);
		expect(wrong.map(({ path }) => `${path}: redirect(variable) can leave the site; use safeRedirect or paths`)).toEqual([]);
	});
});
