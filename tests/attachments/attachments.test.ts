import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { attachFiles, attachmentFor, attachmentsOf, sweepFiles, takeOff } from '#app/attachments/commands.server.ts';
import { cleanFileName, FILE_MAX_BYTES, FILES_BYTES_PER_PERSON, fileKindOf } from '#app/attachments/file-kinds.ts';
import { fileRefusalText } from '#app/attachments/labels.ts';
import { loader as serve } from '#app/attachments/routes/file.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { withdrawDialogue } from '#app/dialogues/withdrawal.server.ts';
import { env } from '#app/env.server.ts';
import { write } from '#db/client.server.ts';
import { firstIdOf, isId, newId } from '#db/new-id.ts';
import { attachments } from '#db/schema/index.ts';
import { call } from '#tests/call.ts';
import { make } from '#tests/make.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
	world = await buildWorld();
});

const bytes = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
const pdf = (words = '') => bytes(`%PDF-1.7\n${words}`);
/** A picture of one chunk, of one letter. */
const png = (letter: string) => bytes(`\x89PNG\r\n\x1a\n\0\0\0\x01IDAT${letter}sum!`);

async function attached(viewer: Viewer, dialogueId: string, name: string, content: Uint8Array<ArrayBuffer>) {
	const [answer] = await attachFiles(viewer, dialogueId, [{ name, bytes: content }]);
	if (!answer || !('kept' in answer)) throw new Error('not kept');
	return answer.kept;
}
const refusedStatus = (deed: Promise<unknown>) =>
	deed.then(
		() => 'done',
		(thrown: { init?: { status: number } }) => thrown.init?.status,
	);
const talk = (given: Parameters<typeof make.dialogue>[1]) => make.dialogue(world.anna, given);

describe('a file is taken by its bytes', () => {
	it.each([
		['html under the name of a PDF', 'plan.pdf', '<!doctype html><script>alert(1)</script>', 'unknown_kind'],
		['an SVG with a script', 'skilt.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'unknown_kind'],
		['an SVG under the name of a picture', 'skilt.png', '<?xml version="1.0"?><svg/>', 'unknown_kind'],
		['a page that names a PDF further down', 'x.pdf', '<html>%PDF-1.7', 'unknown_kind'],
		['a photo as an iPhone keeps it', 'IMG_0001.HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heic'],
		['nothing at all', 'tom.pdf', '', 'empty'],
		['a PNG of 50,000 x 50,000', 'stor.png', `\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xc3\x50\0\0\xc3\x50\x08\x02\0\0\0`, 'too_many_pixels'],
		['a JPEG of 50,000 x 50,000', 'stor.jpg', '\xff\xd8\xff\xe0\0\x04JF\xff\xc0\0\x11\x08\xc3\x50\xc3\x50\x03\0\0', 'too_many_pixels'],
		['a photo that ends before its picture', 'foto.jpg', '\xff\xd8\xff\xe1\x40\x00Exif\0\0', 'broken'],
	])('Anna cannot add %s', async (_what, name, content, reason) => {
		const { id } = await talk({ companyId: world.demolund.id });
		expect(await attachFiles(world.anna, id, [{ name, bytes: bytes(content) }])).toEqual([{ refused: reason, name: expect.any(String) }]);
		expect(await attachmentsOf(world.anna, id)).toEqual([]);
	});

	it('a PDF with what scanners and mail programs put before it is kept from where it begins', async () => {
		for (const before of ['\r\n\r\n', '\xef\xbb\xbf', 'Content-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\n\r\n']) {
			const { id } = await talk({ companyId: world.demolund.id });
			const [kept] = await attachFiles(world.anna, id, [{ name: 'skannet.pdf', bytes: bytes(`${before}%PDF-1.4 ${before.length}`) }]);
			expect(kept).toMatchObject({ kept: { contentType: 'application/pdf', size: `%PDF-1.4 ${before.length}`.length } });
		}
	});

	it('one too large is refused and the others are kept', async () => {
		const { id } = await talk({ companyId: world.demolund.id });
		const large = new Uint8Array(FILE_MAX_BYTES + 1);
		large.set(pdf());
		const answers = await attachFiles(world.anna, id, [
			{ name: 'stor.pdf', bytes: large },
			{ name: 'lille.pdf', bytes: pdf('lille') },
		]);
		expect(answers).toMatchObject([{ refused: 'too_large' }, { kept: { name: 'lille.pdf', contentType: 'application/pdf' } }]);
	});

	it('a photo is kept and served without the place it was taken at', async () => {
		const { id } = await talk({ companyId: world.demolund.id });
		const place = '\xff\xe1\x00\x17Exif\0\0MM\0*55.67 12.56';
		const file = await attached(world.anna, id, 'foto.jpg', bytes(`\xff\xd8${place}\xff\xda\x00\x02picture\xff\xd9`));
		const { data } = await call(serve, { as: world.anna, params: { attachmentId: file.id } });
		expect(data).toContain('picture');
		expect(data).not.toContain('55.67');
		expect(file.size).toBe(15);
	});

	it('the same bytes sent twenty times are one file', async () => {
		const { id } = await talk({ companyId: world.demolund.id });
		await Promise.all(Array.from({ length: 20 }, () => attachFiles(world.anna, id, [{ name: 'foto.png', bytes: png('x') }])));
		expect(await attachmentsOf(world.anna, id)).toHaveLength(1);
	});

	it('the twenty-first file is refused', async () => {
		const { id } = await talk({ companyId: world.demolund.id });
		await attachFiles(
			world.anna,
			id,
			Array.from({ length: 20 }, (_, at) => ({ name: `${at}.pdf`, bytes: pdf(String(at)) })),
		);
		expect(await attachFiles(world.anna, id, [{ name: 'sidste.pdf', bytes: pdf('sidste') }])).toEqual([{ refused: 'too_many', name: 'sidste.pdf' }]);
	});
});

describe('what one person may send', () => {
	/** A file as it would lie there, without its bytes. */
	async function sent(viewer: Viewer, size: number, { at = new Date(), archivedAt = null }: { at?: Date; archivedAt?: Date | null } = {}) {
		const id = at.getTime() > Date.now() - 1_000 ? newId() : firstIdOf(at).replace(/.{12}$/, newId().slice(-12));
		const row = { id, dialogueId: newId(), name: 'plan.pdf', contentType: 'application/pdf', size, sha256: id, uploadedById: viewer.id };
		await write((tx) => tx.insert(attachments).values({ ...row, createdAt: at, archivedAt }));
	}

	it('is two gigabytes in thirty days, what they took off included and nobody else’s; the sentence says so', async () => {
		const { id } = await make.dialogue(world.bo, { companyId: world.demolund.id });
		const send = async (viewer: Viewer, dialogueId: string) => (await attachFiles(viewer, dialogueId, [{ name: 'ny.pdf', bytes: pdf(newId()) }]))[0];
		await sent(world.bo, FILES_BYTES_PER_PERSON - 1_000);
		await sent(world.bo, 1_000_000_000, { at: new Date(Date.now() - 31 * 24 * 3_600_000) });
		expect(await send(world.bo, id)).toHaveProperty('kept');
		await sent(world.bo, 1_000, { archivedAt: new Date() });
		const before = readdirSync(join(env().dataFolder, 'files')).length;
		const answer = await send(world.bo, id);
		expect(answer).toEqual({ refused: 'too_much', name: 'ny.pdf' });
		expect(fileRefusalText('too_much', 'ny.pdf')).toBe(
			'»ny.pdf« kom ikke med: én person kan sende 2 GB filer på 30 dage, også dem, der er fjernet igen. Prøv igen om nogle dage.',
		);
		// The bytes refused do not stay on the disk either.
		expect(readdirSync(join(env().dataFolder, 'files'))).toHaveLength(before);
		const { id: annas } = await talk({ companyId: world.demolund.id });
		expect(await send(world.anna, annas)).toHaveProperty('kept');
	});

	it('is asked for by ids, which the primary key has in the order of their time', () => {
		const [then, now] = [new Date(Date.now() - 1), new Date(Date.now() + 1)];
		const id = newId();
		expect(firstIdOf(then) < id && id < firstIdOf(new Date(now.getTime() + 1_000))).toBe(true);
		expect(isId(firstIdOf(now))).toBe(true);
	});
});

describe('a file name', () => {
	const kind = fileKindOf(pdf()) ?? { endings: [] };
	it.each([
		['../../etc/passwd', 'passwd.pdf'],
		['C:\\plan\\lokalplan 53.pdf', 'lokalplan 53.pdf'],
		['tilbud\r\nSet-Cookie: x=1.pdf', 'tilbudSet-Cookie x=1.pdf'],
		['\u202Efdp.exe', 'fdp.pdf'],
		['.htaccess', 'htaccess.pdf'],
		['', 'fil.pdf'],
		['Værksted.PDF', 'Værksted.pdf'],
	])('%j is kept as %j', (claimed, kept) => {
		expect(cleanFileName(claimed, kind)).toBe(kept);
	});

	it('whatever the sender calls it, is one line, no path, and ends as its bytes say', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (claimed) => {
				const name = cleanFileName(claimed, kind);
				expect(name).not.toMatch(/[/\\\p{Cc}]/u);
				expect(name).toMatch(/^[^.].*\.pdf$/su);
				expect(name.length).toBeLessThanOrEqual(120);
			}),
		);
	});
});

describe('a file is read by those who read the note', () => {
	it('open: by the work roles, not by the administrator', async () => {
		const { id } = await talk({ companyId: world.demolund.id });
		const file = await attached(world.anna, id, 'plan.pdf', pdf('open'));
		for (const viewer of [world.anna, world.bo, world.lene, world.siri]) expect(await attachmentFor(viewer, file.id)).toMatchObject({ id: file.id });
		expect(await refusedStatus(attachmentFor(world.adam, file.id))).toBe(404);
		expect(await attachmentsOf(world.adam, id)).toEqual([]);
	});

	it.each([
		['confidential', { confidentiality: 'confidential' as const }],
		['about owners alone', { isLandownerOnly: true }],
	])('%s: by the own unit and managers, and by nobody else at its direct address', async (_what, kind) => {
		const { id } = await talk({ companyId: world.demolund.id, ...kind });
		const file = await attached(world.anna, id, 'plan.pdf', pdf('fortroligt'));
		const statuses = await Promise.all(
			[world.anna, world.lene, world.bo, world.siri, world.adam].map(async (as) => {
				const { status } = await call(serve, { as, params: { attachmentId: file.id } });
				return status;
			}),
		);
		expect(statuses).toEqual([200, 200, 404, 404, 404]);
	});

	it('of a talk not saved yet: by the person who added it alone, also against a manager', async () => {
		const file = await attached(world.anna, newId(), 'kladde.pdf', pdf('kladde'));
		expect(await attachmentFor(world.anna, file.id)).toMatchObject({ name: 'kladde.pdf' });
		for (const viewer of [world.bo, world.lene, world.siri]) expect(await refusedStatus(attachmentFor(viewer, file.id))).toBe(404);
	});

	it('of a talk taken back: by nobody', async () => {
		const { id } = await talk({ companyId: world.demolund.id, archivedAt: new Date() });
		expect(await refusedStatus(attachFiles(world.anna, id, [{ name: 'x.pdf', bytes: pdf() }]))).toBe(404);
	});

	it('is served with its own kind, a name in one line and a policy that runs nothing', async () => {
		const { id } = await talk({ companyId: world.demolund.id });
		const file = await attached(world.anna, id, 'Værksted "x"\r\nX-Evil: 1.pdf', pdf('<script>alert(1)</script>'));
		const { headers } = await call(serve, { as: world.anna, params: { attachmentId: file.id } });
		expect(headers.get('content-type')).toBe('application/pdf');
		expect(headers.get('x-evil')).toBeNull();
		expect(headers.get('content-disposition')).toMatch(/^attachment; filename="fil\.pdf"; filename\*=UTF-8''V%C3%A6rksted/);
		expect(headers.get('content-security-policy')).toContain('sandbox');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
	});
});

describe('who may add and take off', () => {
	it('not another unit, not a manager, not an administrator', async () => {
		const { id } = await talk({ companyId: world.demolund.id });
		const file = await attached(world.anna, id, 'a.pdf', pdf('a'));
		for (const viewer of [world.siri, world.bo, world.lene, world.adam]) {
			expect(await refusedStatus(attachFiles(viewer, id, [{ name: 'b.pdf', bytes: pdf('b') }]))).toBe(403);
			expect(await refusedStatus(takeOff(viewer, file.id, true))).toSatisfy((status) => status === 403 || status === 404);
		}
		expect(await attachmentsOf(world.anna, id)).toHaveLength(1);
	});

	it('nobody puts files under an id another person has put files under', async () => {
		const id = newId();
		await attached(world.anna, id, 'a.pdf', pdf('mine'));
		expect(await refusedStatus(attachFiles(world.siri, id, [{ name: 'b.pdf', bytes: pdf('hers') }]))).toBe(403);
	});

	it('nobody puts more than a hundred files under ids of no talk', async () => {
		for (let at = 0; at < 5; at += 1) {
			const files = Array.from({ length: 20 }, (_, no) => ({ name: `${no}.pdf`, bytes: pdf(`${at} ${no}`) }));
			await attachFiles(world.siri, newId(), files);
		}
		expect(await refusedStatus(attachFiles(world.siri, newId(), [{ name: 'x.pdf', bytes: pdf('x') }]))).toBe(400);
	});

	it('a file of a talk taken back is out of reach, for its uploader too', async () => {
		const { id } = await talk({ companyId: world.demolund.id });
		const file = await attached(world.anna, id, 'a.pdf', pdf('trukket'));
		await withdrawDialogue(world.anna, id);
		expect(await refusedStatus(takeOff(world.anna, file.id, true))).toBe(404);
	});

	it('a file taken off can be put back, and saying it twice changes nothing', async () => {
		const { id } = await talk({ companyId: world.demolund.id });
		const file = await attached(world.anna, id, 'a.pdf', pdf('frem og tilbage'));
		await takeOff(world.anna, file.id, true);
		await takeOff(world.anna, file.id, true);
		expect(await attachmentsOf(world.anna, id)).toEqual([]);
		await takeOff(world.anna, file.id, false);
		expect(await attachmentsOf(world.anna, id)).toMatchObject([{ id: file.id }]);
	});
});

describe('housekeeping', () => {
	it('erases files thirty days after they were taken off or left without a talk, and no others', async () => {
		const { id } = await talk({ companyId: world.demolund.id });
		const kept = await attached(world.anna, id, 'bliver.pdf', pdf('bliver'));
		const off = await attached(world.anna, id, 'fjernet.pdf', pdf('fjernet'));
		await takeOff(world.anna, off.id, true);
		const orphan = await attached(world.anna, newId(), 'uden dialog.pdf', pdf('uden'));
		const folder = join(env().dataFolder, 'files');
		const monthAgo = new Date(Date.now() - 31 * 24 * 3_600_000);
		for (const file of [kept, off, orphan]) utimesSync(join(folder, file.id), monthAgo, monthAgo);
		// However old the file is, the thirty days begin when it is taken off.
		await sweepFiles();
		expect(readdirSync(folder)).toContain(off.id);
		await sweepFiles(new Date(Date.now() + 31 * 24 * 3_600_000));
		const left = readdirSync(folder);
		expect(left).toContain(kept.id);
		expect(left).not.toContain(off.id);
		expect(left).not.toContain(orphan.id);
		expect(await refusedStatus(attachmentFor(world.anna, orphan.id))).toBe(404);
	});
});
