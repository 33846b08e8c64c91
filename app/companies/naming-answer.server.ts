import { badRequest } from '#app/http/errors.ts';
import { redirectWith } from '#app/http/flash.server.ts';
import { formOf } from '#app/http/form.server.ts';
import { isId } from '#db/new-id.ts';
import type { Assigned, Named } from './naming.server.ts';

/**
 * Reads who is to be responsible (`userId` empty = nobody), names them, and answers with the record's page, which offers
 * what it was before. 400 for a form that names no unit.
 */
export async function answerNaming(request: Request, { page, action }: { page: string; action: string }, name: (who: Named) => Promise<Assigned>) {
	const form = await formOf(request);
	const [unitId, userId] = [form.get('unitId'), form.get('userId')];
	if (!isId(unitId) || (userId !== '' && !isId(userId))) throw badRequest();
	const named = await name({ unitId, userId: userId || null });
	const undo = { action, fields: { unitId, userId: named.before ?? '' } };
	const flash = named.name
		? { key: 'responsible_named' as const, params: { name: named.name, unit: named.unitName } }
		: { key: 'responsible_none' as const };
	return redirectWith(request, page, named.before === (userId || null) ? flash : { ...flash, undo });
}
