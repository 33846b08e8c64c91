// The only barrel of the project: the client and drizzle-kit read the whole schema from here. Written by `npm run db:generate`.
export * from './accounts.ts';
export * from './activity.ts';
export * from './companies.ts';
export * from './contacts.ts';
export * from './dialogues.ts';
export * from './districts.ts';
export * from './drafts.ts';
export * from './imports.ts';
export * from './landowners.ts';
export * from './programme.ts';
export * from './search.ts';
export * from './skills.ts';
export * from './talk-outcomes.ts';
export * from './trash.ts';
