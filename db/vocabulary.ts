// Closed word lists stored in columns. Browser-safe: imports nothing.

/** Role keys; what each may do stands in `app/auth/policy.ts`, its label in the messages. */
export const ROLES = ['consultant', 'employment', 'manager', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How a talk was held (domain: virksomhedsbesøg, telefonmøde, onlinemøde, netværksmøde, grundejermøde, henvendelse, arrangement). */
export const CHANNELS = ['visit', 'phone', 'online', 'network', 'landowner_meeting', 'enquiry', 'event'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CONFIDENTIALITIES = ['open', 'confidential'] as const;
/** Why a talk is confidential (offentlighedsloven: business secrets, private matters). */
export const CONFIDENTIALITY_REASONS = ['business_secret', 'private_matter', 'planning'] as const;

/** A visit is one planned with the firm or owner: it warns colleagues who plan theirs. */
export const FOLLOW_UP_KINDS = ['task', 'promise', 'visit'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];
/** Done = a promise kept, a visit held; broken is said of promises only. */
export const FOLLOW_UP_STATES = ['open', 'done', 'dropped', 'broken'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** The register's status folded into what a consultant needs to know (data: cvr_status.csv). */
export const STATUS_GROUPS = ['active', 'distress', 'ceased'] as const;
export type StatusGroup = (typeof STATUS_GROUPS)[number];

export const KNOWLEDGE_OVERRIDES = ['auto', 'yes', 'no'] as const;
export const INDUSTRY_SCHEMES = ['DB07', 'DB25'] as const;

export const LANDOWNER_KINDS = ['company', 'person', 'public_body', 'association', 'fund'] as const;
export type LandownerKind = (typeof LANDOWNER_KINDS)[number];

/** What an owner means to do with the land (domain: ejerens horisont). */
export const HORIZONS = ['sell', 'hold', 'develop', 'undecided'] as const;
export type Horizon = (typeof HORIZONS)[number];
/** What stands in the way of redevelopment (domain 3.5). */
export const BARRIERS = ['soil', 'noise', 'parking', 'heritage', 'leases', 'finance', 'planning', 'neighbours'] as const;
export type Barrier = (typeof BARRIERS)[number];

export const ISSUE_STATES = ['open', 'resolved'] as const;

export const SKILL_KINDS = ['skill', 'certificate', 'licence', 'language'] as const;
export type SkillKind = (typeof SKILL_KINDS)[number];
export const CERTAINTIES = ['certain', 'likely', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
export const NEED_STATES = ['open', 'met', 'dropped'] as const;
export type NeedState = (typeof NEED_STATES)[number];

export const COMMITMENT_KINDS = ['internships', 'apprentices', 'small_jobs', 'network'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

export const CONSENT_CHANNELS = ['phone', 'email', 'sms', 'letter'] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];
/** What a person is asked to agree to: invitations and newsletters, being asked for places and jobs, passing on to other units. */
export const CONSENT_PURPOSES = ['invitations', 'placements', 'sharing'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
export const CONSENT_ANSWERS = ['given', 'refused'] as const;

/** Where a site's district comes from; `manual` is never recomputed. */
export const DISTRICT_SOURCES = ['point', 'manual', 'import'] as const;

/** Size classes of the CVR register by number of employees, ordered (data: cvr_employee_intervals.csv). */
export const SIZE_CLASSES = [
	'ANTAL_0_0',
	'ANTAL_1_1',
	'ANTAL_2_4',
	'ANTAL_5_9',
	'ANTAL_10_19',
	'ANTAL_20_49',
	'ANTAL_50_99',
	'ANTAL_100_199',
	'ANTAL_200_499',
	'ANTAL_500_999',
	'ANTAL_1000_999999',
] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

export const DISTRICT_COLOURS = ['teal', 'blue', 'violet', 'magenta', 'red', 'orange', 'olive', 'green'] as const;

export const TIMELINE_SCOPES = ['company', 'site', 'district', 'landowner', 'property', 'contact'] as const;
export type TimelineScope = (typeof TIMELINE_SCOPES)[number];

/** Verdict of an import on one row of the file. */
export const VERDICTS = ['created', 'updated', 'unchanged', 'skipped', 'failed'] as const;
export type Verdict = (typeof VERDICTS)[number];
