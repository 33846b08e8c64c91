// Who may reach what, written by hand. A route without a line fails the test; so does a line without a route.
// yes = the page or the deed is reached; no = 403; gone = 404; sign-in = sent to /sign-in; open = answers anybody;
// none = the route has no such method (4xx); back = sent to the page the deed belongs to.

export type Verdict = 'yes' | 'no' | 'gone' | 'sign-in' | 'open' | 'none' | 'back';

export const WHO = ['anonymous', 'consultant', 'employment', 'manager', 'administrator'] as const;
export type Who = (typeof WHO)[number];
type Line = readonly [Verdict, Verdict, Verdict, Verdict, Verdict];

const everybody: Line = ['sign-in', 'yes', 'yes', 'yes', 'yes'];
const fieldAndAdmin: Line = ['sign-in', 'yes', 'yes', 'no', 'yes'];
const field: Line = ['sign-in', 'yes', 'yes', 'no', 'no'];
const workRoles: Line = ['sign-in', 'yes', 'yes', 'yes', 'no'];
const adminOnly: Line = ['sign-in', 'no', 'no', 'no', 'yes'];
const businessAndAdmin: Line = ['sign-in', 'yes', 'no', 'no', 'yes'];
const open: Line = ['open', 'open', 'open', 'open', 'open'];
const none: Line = ['none', 'none', 'none', 'none', 'none'];
const noSuchMethod: Line = ['sign-in', 'none', 'none', 'none', 'none'];
const back: Line = ['sign-in', 'back', 'back', 'back', 'back'];
const gone: Line = ['gone', 'gone', 'gone', 'gone', 'gone'];

/** Path pattern as in app/routes.ts → [GET, POST]. */
export const TABLE: Record<string, { get: Line; post: Line }> = {
	'/': { get: everybody, post: none },
	// Who is signed in already is sent to my day.
	'/sign-in': { get: ['open', 'back', 'back', 'back', 'back'], post: ['open', 'back', 'back', 'back', 'back'] },
	'/sign-out': { get: ['back', 'back', 'back', 'back', 'back'], post: ['back', 'back', 'back', 'back', 'back'] },
	// There are people, so nobody can be the first one any more.
	'/first-run': { get: gone, post: gone },
	'/invitations/:token': { get: gone, post: gone },
	'/account': { get: everybody, post: everybody },
	'/account/password': { get: everybody, post: everybody },
	'/account/preferences': { get: back, post: back },
	'/account/sessions/:sessionId': { get: back, post: ['sign-in', 'gone', 'gone', 'gone', 'gone'] },
	'/districts': { get: everybody, post: none },
	'/districts/new': { get: adminOnly, post: adminOnly },
	'/districts/:slug': { get: everybody, post: none },
	'/districts/:slug/points': { get: everybody, post: none },
	'/districts/:slug/edit': { get: businessAndAdmin, post: businessAndAdmin },
	'/companies': { get: everybody, post: none },
	'/companies/new': { get: fieldAndAdmin, post: fieldAndAdmin },
	'/companies/alike': { get: fieldAndAdmin, post: none },
	'/contacts/alike': { get: fieldAndAdmin, post: none },
	'/companies/:companyId': { get: everybody, post: none },
	'/companies/:companyId/edit': { get: fieldAndAdmin, post: fieldAndAdmin },
	'/companies/:companyId/sites/new': { get: fieldAndAdmin, post: fieldAndAdmin },
	'/companies/:companyId/responsibles': { get: noSuchMethod, post: everybody },
	'/companies/:companyId/commitments/new': { get: field, post: field },
	'/commitments/:commitmentId/edit': { get: field, post: field },
	'/sites': { get: everybody, post: none },
	'/sites/:siteId': { get: everybody, post: none },
	'/sites/:siteId/edit': { get: fieldAndAdmin, post: fieldAndAdmin },
	'/search': { get: everybody, post: none },
	'/search/hits': { get: everybody, post: none },
	'/favourites/:kind/:recordId': { get: noSuchMethod, post: everybody },
	'/contacts': { get: everybody, post: none },
	'/contacts/new': { get: fieldAndAdmin, post: fieldAndAdmin },
	'/contacts/places': { get: everybody, post: none },
	'/contacts/:contactId': { get: everybody, post: none },
	'/contacts/:contactId/edit': { get: fieldAndAdmin, post: fieldAndAdmin },
	'/contacts/:contactId/consents': { get: everybody, post: fieldAndAdmin },
	'/contacts/:contactId/roles/new': { get: fieldAndAdmin, post: fieldAndAdmin },
	'/contact-roles/:roleId/edit': { get: fieldAndAdmin, post: fieldAndAdmin },
	'/dialogues': { get: workRoles, post: none },
	'/dialogues/new': { get: field, post: field },
	'/dialogues/subjects': { get: field, post: none },
	'/dialogues/:dialogueId': { get: workRoles, post: none },
	'/dialogues/:dialogueId/edit': { get: ['sign-in', 'yes', 'no', 'no', 'no'], post: ['sign-in', 'yes', 'no', 'no', 'no'] },
	'/dialogues/:dialogueId/next-step': { get: noSuchMethod, post: ['sign-in', 'yes', 'no', 'no', 'no'] },
	'/dialogues/:dialogueId/withdrawal': { get: noSuchMethod, post: ['sign-in', 'yes', 'no', 'no', 'no'] },
	'/dialogues/:dialogueId/attachments': { get: noSuchMethod, post: ['sign-in', 'yes', 'yes', 'no', 'no'] },
	// A file is as readable as the note of its talk.
	'/attachments/:attachmentId': { get: ['sign-in', 'yes', 'yes', 'yes', 'gone'], post: ['sign-in', 'yes', 'yes', 'no', 'no'] },
	'/follow-ups': { get: workRoles, post: none },
	'/follow-ups/new': { get: field, post: field },
	'/follow-ups/:followUpId/edit': { get: ['sign-in', 'yes', 'no', 'no', 'no'], post: ['sign-in', 'yes', 'no', 'no', 'no'] },
	'/companies/:companyId/prep': { get: workRoles, post: none },
	'/companies/:companyId/touches': { get: workRoles, post: none },
	'/landowners': { get: everybody, post: none },
	'/landowners/new': { get: businessAndAdmin, post: businessAndAdmin },
	'/landowners/hits': { get: everybody, post: none },
	'/landowners/:landownerId': { get: everybody, post: none },
	'/landowners/:landownerId/edit': { get: businessAndAdmin, post: businessAndAdmin },
	'/landowners/:landownerId/responsibles': { get: noSuchMethod, post: everybody },
	'/landowners/:landownerId/ownerships/new': { get: businessAndAdmin, post: businessAndAdmin },
	'/properties': { get: everybody, post: none },
	'/properties/new': { get: businessAndAdmin, post: businessAndAdmin },
	'/properties/hits': { get: everybody, post: none },
	'/properties/:propertyId': { get: everybody, post: none },
	'/properties/:propertyId/edit': { get: businessAndAdmin, post: businessAndAdmin },
	'/properties/:propertyId/owners/new': { get: businessAndAdmin, post: businessAndAdmin },
	'/ownerships/:ownershipId/edit': { get: businessAndAdmin, post: businessAndAdmin },
	'/ownerships/:ownershipId/sale': { get: businessAndAdmin, post: businessAndAdmin },
	'/landowners/:landownerId/prep': { get: workRoles, post: none },
	'/landowners/:landownerId/touches': { get: workRoles, post: none },
	'/follow-ups/:followUpId/settlement': { get: noSuchMethod, post: field },
	'/needs': { get: workRoles, post: none },
	'/needs/:needId/edit': { get: field, post: field },
	'/skills/hits': { get: workRoles, post: none },
	'/issues': { get: workRoles, post: none },
	'/issues/new': { get: field, post: field },
	'/issues/:issueId': { get: workRoles, post: field },
	'/issues/:issueId/edit': { get: field, post: field },
	// Of a company: everybody reads its history, those who revise it take changes back and put it away.
	'/history/:kind/:recordId': { get: everybody, post: fieldAndAdmin },
	'/archival/:kind/:recordId': { get: fieldAndAdmin, post: fieldAndAdmin },
	// Of a commitment: who records them removes them.
	'/removal/:entry/:entryId': { get: noSuchMethod, post: field },
	// Of the list of firms.
	'/exports/:list': { get: everybody, post: none },
	'/archive': { get: everybody, post: none },
	'/trash': { get: fieldAndAdmin, post: none },
	'/drafts': { get: everybody, post: none },
	'/drafts/:form/:recordId': { get: noSuchMethod, post: everybody },
	'/admin/people': { get: adminOnly, post: none },
	'/admin/people/new': { get: adminOnly, post: adminOnly },
	'/admin/people/:userId': { get: adminOnly, post: adminOnly },
	'/admin/people/:userId/invitation': { get: adminOnly, post: adminOnly },
	'/admin/people/:userId/disablement': { get: adminOnly, post: adminOnly },
	'/admin/units': { get: adminOnly, post: none },
	'/admin/units/new': { get: adminOnly, post: adminOnly },
	'/admin/units/:unitId': { get: adminOnly, post: adminOnly },
	'/admin/units/:unitId/archival': { get: adminOnly, post: adminOnly },
	'/admin/roles': { get: adminOnly, post: none },
	'/healthz': { get: open, post: none },
	'/readyz': { get: open, post: none },
	'/*': { get: gone, post: none },
};
