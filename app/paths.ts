// Every URL of the product. English in both languages; imports nothing.
const query = (params: Record<string, string | undefined>) => {
	const search = new URLSearchParams(Object.entries(params).filter((pair): pair is [string, string] => Boolean(pair[1])));
	return search.size > 0 ? `?${search}` : '';
};

export const paths = {
	myDay: () => '/',
	signIn: (next?: string, email?: string) => `/sign-in${query({ next, email })}`,
	signOut: () => '/sign-out',
	firstRun: () => '/first-run',
	invitation: (token: string) => `/invitations/${token}`,
	account: () => '/account',
	accountPassword: () => '/account/password',
	preferences: () => '/account/preferences',
	accountSession: (id: string) => `/account/sessions/${id}`,
	otherSessions: () => '/account/sessions/others',
	districts: () => '/districts',
	newDistrict: () => '/districts/new',
	district: (slug: string) => `/districts/${slug}`,
	editDistrict: (slug: string) => `/districts/${slug}/edit`,
	companies: (params: Record<string, string | undefined> = {}) => `/companies${query(params)}`,
	/** `next: 'talk'` leads back to the talk form once the firm is there. */
	newCompany: (params: { name?: string; cvr?: string; next?: 'talk' } = {}) => `/companies/new${query(params)}`,
	company: (id: string) => `/companies/${id}`,
	editCompany: (id: string) => `/companies/${id}/edit`,
	companyHits: (q?: string) => `/companies/hits${query({ q })}`,
	newSite: (companyId: string) => `/companies/${companyId}/sites/new`,
	site: (id: string) => `/sites/${id}`,
	editSite: (id: string) => `/sites/${id}/edit`,
	dialogues: (params: Record<string, string | undefined> = {}) => `/dialogues${query(params)}`,
	newDialogue: (params: { company?: string; site?: string } = {}) => `/dialogues/new${query(params)}`,
	dialogue: (id: string) => `/dialogues/${id}`,
	editDialogue: (id: string) => `/dialogues/${id}/edit`,
	dialogueWithdrawal: (id: string) => `/dialogues/${id}/withdrawal`,
	followUpSettlement: (id: string) => `/follow-ups/${id}/settlement`,
	people: (params: Record<string, string | undefined> = {}) => `/admin/people${query(params)}`,
	newPerson: () => '/admin/people/new',
	person: (id: string) => `/admin/people/${id}`,
	personInvitation: (id: string) => `/admin/people/${id}/invitation`,
	personDisablement: (id: string) => `/admin/people/${id}/disablement`,
	units: () => '/admin/units',
	newUnit: () => '/admin/units/new',
	unit: (id: string) => `/admin/units/${id}`,
	unitArchival: (id: string) => `/admin/units/${id}/archival`,
	roles: () => '/admin/roles',
};
