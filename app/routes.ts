import { index, type RouteConfig, route } from '@remix-run/route-config';

// Every URL of the product on one page. `.tsx` renders, `.ts` only answers.
export default [
	index('dialogues/routes/my-day.tsx'),

	route('sign-in', 'auth/routes/sign-in.tsx'),
	route('sign-out', 'auth/routes/sign-out.ts'),
	route('first-run', 'auth/routes/first-run.tsx'),
	route('invitations/:token', 'auth/routes/invitation.tsx'),
	route('account', 'auth/routes/account.tsx'),
	route('account/password', 'auth/routes/account-password.tsx'),
	route('account/preferences', 'auth/routes/preferences.ts'),
	route('account/sessions/:sessionId', 'auth/routes/account-session.ts'),

	route('districts', 'districts/routes/list.tsx'),
	route('districts/new', 'districts/routes/new.tsx'),
	route('districts/:slug', 'districts/routes/show.tsx'),
	route('districts/:slug/edit', 'districts/routes/edit.tsx'),

	route('companies', 'companies/routes/list.tsx'),
	route('companies/new', 'companies/routes/new.tsx'),
	route('companies/hits', 'companies/routes/hits.ts'),
	route('companies/:companyId', 'companies/routes/show.tsx'),
	route('companies/:companyId/edit', 'companies/routes/edit.tsx'),
	route('companies/:companyId/sites/new', 'companies/routes/new-site.tsx'),
	route('sites/:siteId', 'companies/routes/show-site.tsx'),
	route('sites/:siteId/edit', 'companies/routes/edit-site.tsx'),

	route('dialogues', 'dialogues/routes/list.tsx'),
	route('dialogues/new', 'dialogues/routes/new.tsx'),
	route('dialogues/:dialogueId', 'dialogues/routes/show.tsx'),
	route('dialogues/:dialogueId/edit', 'dialogues/routes/edit.tsx'),
	route('dialogues/:dialogueId/withdrawal', 'dialogues/routes/withdrawal.ts'),
	route('follow-ups/:followUpId/settlement', 'dialogues/routes/follow-up-settlement.ts'),

	route('admin/people', 'admin/routes/people.tsx'),
	route('admin/people/new', 'admin/routes/new-person.tsx'),
	route('admin/people/:userId', 'admin/routes/person.tsx'),
	route('admin/people/:userId/invitation', 'admin/routes/person-invitation.tsx'),
	route('admin/people/:userId/disablement', 'admin/routes/person-disablement.tsx'),
	route('admin/units', 'admin/routes/units.tsx'),
	route('admin/units/new', 'admin/routes/new-unit.tsx'),
	route('admin/units/:unitId', 'admin/routes/unit.tsx'),
	route('admin/units/:unitId/archival', 'admin/routes/unit-archival.tsx'),
	route('admin/roles', 'admin/routes/roles.tsx'),

	route('healthz', 'health/routes/process.ts'),
	route('readyz', 'health/routes/ready.ts'),
	route('*', 'shell/routes/not-found.tsx'),
] satisfies RouteConfig;
