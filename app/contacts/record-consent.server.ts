import { and, eq } from 'drizzle-orm';
import { hasDifferences } from '#app/activity/differences.ts';
import { recordActivity } from '#app/activity/record.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { badRequest, notFound } from '#app/http/errors.ts';
import { demand } from '#app/record/guard.server.ts';
import { known } from '#app/record/known.server.ts';
import { write } from '#db/client.server.ts';
import { consents } from '#db/schema/index.ts';
import { actorOf } from './commands.server.ts';
import type { ConsentInput } from './consent-form.server.ts';
import { latestConsents, stateOf } from './contact.ts';

/**
 * Takes down what a person answered for one channel and purpose. Nothing earlier is changed: the latest answer counts, and
 * how it was before stays provable. The same id again is the same answer, and `differs` where it
 * stands with other words; 400 for an id of another person's.
 */
export async function recordConsent(viewer: Viewer, contactId: string, input: ConsentInput): Promise<'recorded' | 'differs'> {
	demand(viewer, 'revise', 'contact');
	return write(async (tx) => {
		const contact = await known(tx, viewer, 'contacts', contactId);
		if (!contact) throw notFound();
		const { id, channel, purpose, givenOn, source } = input;
		const isWithdrawn = input.answer === 'withdrawn';
		const answer = input.answer === 'given' ? ('given' as const) : ('refused' as const);
		const pair = and(eq(consents.contactId, contactId), eq(consents.channel, channel), eq(consents.purpose, purpose));
		const [before] = latestConsents(await tx.select().from(consents).where(pair));
		const row = { contactId, channel, purpose, answer, givenOn, source, withdrawnOn: isWithdrawn ? givenOn : null };
		const written = await tx
			.insert(consents)
			.values({ ...row, id, recordedById: viewer.id, recordedAt: new Date() })
			.onConflictDoNothing()
			.returning({ id: consents.id });
		if (written.length === 0) {
			const [same] = await tx.select().from(consents).where(eq(consents.id, id));
			if (same && same.contactId !== contactId) throw badRequest();
			return same && !hasDifferences(same, row) ? ('recorded' as const) : ('differs' as const);
		}
		await recordActivity(tx, actorOf(viewer), {
			verb: 'consent.recorded',
			subject: { kind: 'consent', id },
			also: [{ kind: 'contact', id: contactId }],
			changes: {
				answer: [before ? stateOf(before) : null, input.answer],
				channel: [null, channel],
				purpose: [null, purpose],
				source: [null, source],
			},
		});
		return 'recorded' as const;
	});
}
