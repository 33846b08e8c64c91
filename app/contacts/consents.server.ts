import { asc, desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import { consents, users } from '#db/schema/index.ts';
import type { ConsentChannel } from '#db/vocabulary.ts';
import { type Consent, latestConsents, stateOf } from './contact.ts';

/** Everything a person has answered, latest first, with who took it down. The caller has seen that the viewer may know the person. */
export const consentsOf = (contactId: string) =>
	db
		.select({
			id: consents.id,
			channel: consents.channel,
			purpose: consents.purpose,
			answer: consents.answer,
			givenOn: consents.givenOn,
			withdrawnOn: consents.withdrawnOn,
			source: consents.source,
			recordedBy: users.name,
		})
		.from(consents)
		.innerJoin(users, eq(users.id, consents.recordedById))
		.where(eq(consents.contactId, contactId))
		.orderBy(desc(consents.givenOn), desc(consents.id))
		.limit(200);
export type ConsentLine = Awaited<ReturnType<typeof consentsOf>>[number];

/** The channels on which each of these people has said no to something. */
export async function refusalsOf(contactIds: readonly string[]): Promise<ReadonlyMap<string, readonly ConsentChannel[]>> {
	if (contactIds.length === 0) return new Map();
	const rows = await db
		.select()
		.from(consents)
		.where(inArray(consents.contactId, [...contactIds]))
		.orderBy(asc(consents.contactId), asc(consents.id));
	return new Map(contactIds.map((id) => [id, refusedChannels(rows.filter(({ contactId }) => contactId === id))]));
}

/** The channels of all answers that count and are no longer, or never were, a yes. */
export const refusedChannels = (rows: ReadonlyArray<Consent>): ConsentChannel[] => [
	...new Set(
		latestConsents(rows)
			.filter((row) => stateOf(row) !== 'given')
			.map(({ channel }) => channel),
	),
];
