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

export const FOLLOW_UP_KINDS = ['task', 'promise'] as const;
export const FOLLOW_UP_STATES = ['open', 'done', 'dropped'] as const;

/** The register's status folded into what a consultant needs to know (data: cvr_status.csv). */
export const STATUS_GROUPS = ['active', 'distress', 'ceased'] as const;
export type StatusGroup = (typeof STATUS_GROUPS)[number];

export const KNOWLEDGE_OVERRIDES = ['auto', 'yes', 'no'] as const;
export const INDUSTRY_SCHEMES = ['DB07', 'DB25'] as const;

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

export const TIMELINE_SCOPES = ['company', 'site', 'district'] as const;
export type TimelineScope = (typeof TIMELINE_SCOPES)[number];

/** Verdict of an import on one row of the file. */
export const VERDICTS = ['created', 'updated', 'unchanged', 'skipped', 'failed'] as const;
export type Verdict = (typeof VERDICTS)[number];
