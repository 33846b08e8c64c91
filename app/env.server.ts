import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { databaseUrl, engine, sqlitePath } from '#db/engine.ts';

/** The installation's settings, read once from the environment (`.env.example` explains each). */
export interface Env {
	/** Where the server listens. */
	port: number;
	host: string | undefined;
	/** What people type, without a path: `https://distrikt.kommune.example`. Links and the origin guard use it, never the Host header. */
	appUrl: string;
	/** True when people come by https: cookies are then Secure and `__Host-`, and HSTS is sent. */
	isSecure: boolean;
	isDevelopment: boolean;
	/** Signs what the browser keeps for us. Kept in the data folder when SESSION_SECRET is not set. */
	readonly sessionSecret: string;
	hasDemo: boolean;
	demoPassword: string | undefined;
	/** Proxies in front of us whose X-Forwarded-For is believed. */
	trustProxy: number;
	logLevel: (typeof LOG_LEVELS)[number];
	/** Where the database and everything beside it lies. */
	dataFolder: string;
}

/** Thrown by `env()`; `faults` are sentences for the person who runs the server. */
export class EnvironmentFaults extends Error {
	override name = 'EnvironmentFaults';
	constructor(readonly faults: string[]) {
		super(faults.join('\n'));
	}
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MIN_SECRET = 32;
const MIN_DEMO_PASSWORD = 8;

let known: Env | undefined;

/** The environment, checked as a whole the first time somebody asks. Throws `EnvironmentFaults`. */
export function env(): Env {
	known ??= parseEnv(process.env);
	return known;
}

/** Name of a cookie of ours: `__Host-` ties it to this very host where the browser comes by https. */
export const cookieName = (name: string): string => (env().isSecure ? `__Host-${name}` : name);

const whole = (sentence: string, from: number, to: number) =>
	z
		.string()
		.regex(/^\d+$/, sentence)
		.transform(Number)
		.refine((value) => value >= from && value <= to, { error: sentence, when: ({ issues }) => issues.length === 0 });

const Variables = z.object({
	PORT: whole('PORT must be a number from 1 to 65535.', 1, 65_535).default(3000),
	HOST: z.string().optional(),
	APP_URL: z.string().refine(isPlainOrigin, 'APP_URL must be an address like https://distrikt.kommune.example, without a path.').optional(),
	SESSION_SECRET: z.string().min(MIN_SECRET, `SESSION_SECRET must have at least ${MIN_SECRET} characters; leave it out and one is made.`).optional(),
	DEMO: z.enum(['on', 'off'], 'DEMO must be on or off.').default('on'),
	DEMO_PASSWORD: z.string().min(MIN_DEMO_PASSWORD, `DEMO_PASSWORD must have at least ${MIN_DEMO_PASSWORD} characters.`).optional(),
	TRUST_PROXY: whole('TRUST_PROXY must be the number of proxies in front of Distrikt, 0 to 10.', 0, 10).default(0),
	LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`).default('info'),
	DATABASE_URL: z
		.string()
		.regex(/^(file:.|postgres(ql)?:\/\/|pglite:)/, 'DATABASE_URL must begin with file: (SQLite) or postgres:// (PostgreSQL).')
		.optional(),
	/** Where files lie that are no rows; beside the database when left out. */
	DATA_FOLDER: z.string().optional(),
	NODE_ENV: z.string().optional(),
});

/** The same for any set of variables; an empty one counts as not set. */
export function parseEnv(source: Record<string, string | undefined>): Env {
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
	const result = Variables.safeParse(given);
	if (!result.success) throw new EnvironmentFaults(result.error.issues.map((issue) => issue.message));
	const value = result.data;
	const appUrl = new URL(value.APP_URL ?? `http://localhost:${value.PORT}`);
	const dataFolder = value.DATA_FOLDER ?? (engine === 'sqlite' ? dirname(sqlitePath) : 'data');
	let secret = value.SESSION_SECRET;
	return {
		port: value.PORT,
		host: value.HOST,
		appUrl: appUrl.origin,
		isSecure: appUrl.protocol === 'https:',
		isDevelopment: value.NODE_ENV === 'development',
		get sessionSecret() {
			secret ??= keptSecret(dataFolder);
			return secret;
		},
		hasDemo: value.DEMO === 'on',
		demoPassword: value.DEMO_PASSWORD,
		trustProxy: value.TRUST_PROXY,
		logLevel: value.LOG_LEVEL,
		dataFolder,
	};
}

/** A file of ours beside the database, called after it. */
export const besideDatabase = (name: string): string => (engine === 'sqlite' ? `${sqlitePath}.${name}` : join(env().dataFolder, name));

/** The address of the database without a password in it, for messages. */
export const databaseAddress = (): string => (engine === 'sqlite' ? sqlitePath : databaseUrl.replace(/\/\/[^@/]*@/, '//'));

function isPlainOrigin(value: string): boolean {
	const url = URL.canParse(value) ? new URL(value) : undefined;
	return url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

function keptSecret(folder: string): string {
	const file = join(folder, 'session-secret');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	try {
		writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
	return readFileSync(file, 'utf8').trim();
}
