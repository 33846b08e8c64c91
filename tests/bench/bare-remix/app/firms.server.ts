import Database from 'better-sqlite3';

export interface Firm {
	id: string;
	name: string;
	cvr: string | null;
	industry: string | null;
	status: string;
	town: string | null;
	phone: string | null;
	lastTalkOn: string | null;
	foundedOn: string | null;
}

const connection = new Database(process.env.BARE_DATABASE ?? '', { readonly: true });
connection.pragma('cache_size = -65536');
const district = connection
	.prepare<[], string>('select district_id from companies group by district_id order by count(*) desc limit 1')
	.pluck()
	.get();
const firms = connection.prepare<[unknown], Firm>(
	`select id, name, cvr, division industry, status_group status, industry_scheme town, phone, last_talk_on lastTalkOn, founded_on foundedOn
	from companies where district_id = ? order by last_talk_on desc, sort_name desc, id desc limit 50`,
);

export const fiftyFirms = (): Firm[] => firms.all(district);
