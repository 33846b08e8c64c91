import { unitKind, userKind } from '#app/admin/record.server.ts';
import { attachmentKind } from '#app/attachments/record.server.ts';
import { commitmentKind } from '#app/companies/commitment-record.server.ts';
import { companyKind } from '#app/companies/record.server.ts';
import { siteKind } from '#app/companies/site-record.server.ts';
import { contactKind } from '#app/contacts/record.server.ts';
import { contactRoleKind } from '#app/contacts/role-record.server.ts';
import { dialogueKind } from '#app/dialogues/record.server.ts';
import { districtKind } from '#app/districts/record.server.ts';
import { followUpKind } from '#app/follow-ups/record.server.ts';
import { issueKind } from '#app/issues/record.server.ts';
import { landownerKind } from '#app/landowners/record.server.ts';
import { needKind } from '#app/needs/record.server.ts';
import { ownershipKind } from '#app/properties/ownership-record.server.ts';
import { propertyKind } from '#app/properties/record.server.ts';
import { placeAgain } from '#app/properties/replacing.server.ts';
import { declareKinds } from '#app/record/declared.server.ts';

// Every kind of record, in the order of `records.ts`. Loaded by every way in: pages, server, commands, tests.
declareKinds([
	...[companyKind, contactKind, landownerKind, siteKind, propertyKind, districtKind(placeAgain)],
	...[dialogueKind, needKind, issueKind, followUpKind, attachmentKind],
	...[ownershipKind, contactRoleKind, commitmentKind, userKind, unitKind],
]);
