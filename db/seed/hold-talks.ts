import { CHANNELS, type Channel, type CONFIDENTIALITY_REASONS } from '#db/vocabulary.ts';
import { agreeFollowUps } from './agree-follow-ups.ts';
import { dayAfter, momentOn, workdayBefore } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Person } from './content/people.ts';
import type { Remark, Theme } from './content/theme.ts';
import { THEMES } from './content/themes.ts';
import { DISTRESS_THEME } from './content/themes-people.ts';
import { TRADES, type Trade } from './content/trades.ts';
import type { References, Talk, Town, TownPlan } from './town-plan.ts';
import { noteOf, type Scene, worded, wordsOf } from './word-notes.ts';

/** A talk that happened, before it becomes rows. */
interface Occasion {
	heldOn: string;
	author: Person;
	/** Position of the firm in the plan. */
	firm: number;
}

const CHANNEL_WEIGHTS: Readonly<Record<Channel, number>> = {
	visit: 40,
	phone: 30,
	enquiry: 11,
	online: 8,
	network: 6,
	event: 4,
	landowner_meeting: 1,
};
/** Firms nobody has talked with: every district has them, and the lists ask for them. */
const SILENT_SHARE = 0.13;
/** A firm's trouble began this many days ago at most. */
const TROUBLE_DAYS = 150;

/** A stretch of talks with firms and what hangs on them: subjects, topics, goals, follow-ups. */
export function holdTalks(town: Town, plan: TownPlan, references: References, chance: Chance): Talk[] {
	const heard = plan.firms.map(() => new Set<string>());
	const sites = new Map<string, Town['sites']>();
	for (const site of town.sites) sites.set(site.companyId, [...(sites.get(site.companyId) ?? []), site]);
	const talks: Talk[] = [];
	for (const occasion of occasionsOf(town, plan, chance)) {
		const talk = holdTalk(town, plan, references, chance, occasion, sites, heard[occasion.firm] ?? new Set());
		talks.push(talk);
	}
	agreeFollowUps(town, plan, talks, chance);
	return talks;
}

/** Who talked with whom on which day, oldest first. */
function occasionsOf(town: Town, plan: TownPlan, chance: Chance): Occasion[] {
	const weights = plan.firms.map(({ heads }) => (chance.happens(SILENT_SHARE) ? 0 : (0.6 + Math.sqrt(heads) / 4) * (0.3 + chance.next())));
	const pickFirm = byWeight(weights, chance);
	const authors = plan.people.map((person) => [person, person.talks] as const);
	const busy = plan.people.find(({ email }) => email === plan.busy);
	const occasions: Occasion[] = [];
	const lately = new Set<number>();
	while (occasions.length < plan.talks) {
		const firm = pickFirm();
		const isRecent = busy !== undefined && lately.size < 11;
		if (isRecent && (lately.has(firm) || plan.firms[firm]?.statusGroup !== 'active')) continue;
		const heldOn = workdayBefore(plan.today, isRecent ? 13 : plan.days, 1, chance);
		// Denmark is away in July.
		if (heldOn.slice(5, 7) === '07' && chance.happens(0.7)) continue;
		const ceasedOn = town.companies[firm]?.ceasedOn;
		if (ceasedOn && heldOn > ceasedOn) continue;
		if (isRecent) lately.add(firm);
		occasions.push({ heldOn, firm, author: isRecent ? busy : chance.weighted(authors) });
	}
	return occasions.sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0));
}

/** Positions drawn by weight, by halving over the running sums. */
function byWeight(weights: readonly number[], chance: Chance): () => number {
	let sum = 0;
	const sums = weights.map((weight) => (sum += weight));
	return () => {
		const wanted = chance.next() * sum;
		let [low, high] = [0, sums.length - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] ?? 0) > wanted) high = middle;
			else low = middle + 1;
		}
		return low;
	};
}

function holdTalk(
	town: Town,
	plan: TownPlan,
	references: References,
	chance: Chance,
	{ heldOn, author, firm }: Occasion,
	sites: Map<string, Town['sites']>,
	heard: Set<string>,
): Talk {
	const company = town.companies[firm];
	const firmPlan = plan.firms[firm];
	const site = chance.happens(0.85) ? sites.get(company?.id ?? '')?.[0] : chance.pick(sites.get(company?.id ?? '') ?? []);
	const user = town.users.find(({ email }) => email === author.email);
	const membership = town.memberships.find(({ userId }) => userId === user?.id);
	if (!company || !firmPlan || !site || !user || !membership) throw new Error('A talk needs a firm, a site and an author');

	const trade = TRADES[firmPlan.trade];
	const isTroubled = firmPlan.statusGroup === 'distress' && heldOn > dayAfter(plan.today, -TROUBLE_DAYS);
	const themes = isTroubled ? [DISTRESS_THEME] : THEMES;
	const { theme, remark } = matterFor(themes, author, trade, firmPlan.heads, heard, chance);
	const channel = remark.isOnSite ? 'visit' : channelFor(theme, chance);
	const district = town.districts.find(({ id }) => id === site.districtId)?.name ?? '';
	const street = site.address?.replace(/ \d.*$/, '') ?? '';
	const scene: Scene = { trade, street, district, heads: firmPlan.heads, heldOn };
	const words = wordsOf(scene, chance);
	const [hour, minute] = [chance.between(8, 15), chance.between(0, 11) * 5];
	const at = momentOn(heldOn, hour, minute);
	const id = chance.id(at);
	const reason = reasonOf(theme, chance);
	const row = {
		id,
		authorId: user.id,
		unitId: membership.unitId,
		channel,
		heldOn,
		heldAtTime: chance.happens(0.4) ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null,
		note: noteOf(remark, channel, scene, words, chance),
		assessment: theme.assessments && chance.happens(0.4) ? worded(chance.pick(theme.assessments), words) : null,
		confidentiality: reason ? ('confidential' as const) : ('open' as const),
		confidentialityReason: reason,
		createdAt: at,
		updatedAt: at,
	};
	town.dialogues.push(row);
	const subject = { companyId: null, siteId: site.id, districtId: null, thenCompanyId: company.id, thenDistrictId: site.districtId ?? null };
	town.dialogueSubjects.push({ id: chance.id(at), dialogueId: id, ...subject });
	nameTopicsAndGoals(town, references, theme, id, chance);
	const isOver = firmPlan.statusGroup === 'ceased';
	return {
		id,
		heldOn,
		authorId: user.id,
		unitId: membership.unitId,
		author,
		companyId: company.id,
		siteId: site.id,
		districtId: site.districtId ?? null,
		street,
		trade: firmPlan.trade,
		theme,
		isOver,
		remark,
		words,
		row,
	};
}

/**
 * What the talk is about: something the firm would say and has not said before. The employment service talks
 * about people more than about buildings.
 */
function matterFor(themes: readonly Theme[], author: Person, trade: Trade, heads: number, heard: Set<string>, chance: Chance) {
	const [people, place] = author.role === 'employment' ? [6, 0.4] : [0.6, 1];
	const isApt = ({ kinds, from = 0 }: Remark) => heads >= from && (kinds?.includes(trade.kind) ?? true);
	const all = themes.map((theme) => ({ theme, remarks: theme.remarks.filter(isApt) }));
	const fresh = all.map(({ theme, remarks }) => ({ theme, remarks: remarks.filter(({ text }) => !heard.has(text)) }));
	// After a long acquaintance all has been said: then it is said again.
	const choice = fresh.some(({ remarks }) => remarks.length > 0) ? fresh : all;
	const open = choice.filter(({ remarks }) => remarks.length > 0);
	const { theme, remarks } = chance.weighted(open.map((each) => [each, each.theme.weight * (each.theme.isAboutPeople ? people : place)] as const));
	const remark = chance.pick(remarks);
	heard.add(remark.text);
	return { theme, remark };
}

const REASONS: Readonly<Record<string, (typeof CONFIDENTIALITY_REASONS)[number]>> = {
	relocation: 'business_secret',
	expansion: 'business_secret',
	redevelopment: 'planning',
	social_commitment: 'private_matter',
};

/** Why a talk is confidential; null for the many that are open. */
function reasonOf(theme: Theme, chance: Chance) {
	if (theme.isDelicate) return 'business_secret' as const;
	return chance.happens(0.15) ? (REASONS[theme.topics[0] ?? ''] ?? null) : null;
}

function channelFor(theme: Theme, chance: Chance): Channel {
	if (theme.channels) return chance.pick(theme.channels);
	return chance.weighted(
		CHANNELS.filter((channel) => channel !== 'landowner_meeting').map((channel) => [channel, CHANNEL_WEIGHTS[channel]] as const),
	);
}

function nameTopicsAndGoals(town: Town, references: References, theme: Theme, dialogueId: string, chance: Chance) {
	const goalNos = new Set<number>();
	theme.topics.forEach((key, position) => {
		if (position > 0 && chance.happens(0.4)) return;
		const topic = references.topics.get(key);
		if (!topic) throw new Error(`No topic ${key}`);
		town.dialogueTopics.push({ dialogueId, topicId: topic.id });
		for (const no of topic.goalNos) if (chance.happens(0.75)) goalNos.add(no);
	});
	for (const no of goalNos) {
		const goalId = references.goals.get(no);
		if (goalId) town.dialogueGoals.push({ dialogueId, goalId });
	}
}
