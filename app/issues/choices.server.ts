import type { Viewer } from '#app/auth/viewer.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { fieldPeople } from '#app/follow-ups/places.server.ts';
import { named } from '#app/i18n/format.ts';
import { topicChoices } from './queries.server.ts';

/** What the form of a matter offers, as options; `owner` follows it now and stays choosable. */
export async function issueFormChoices(viewer: Viewer, owner?: { id: string; name: string }) {
	const [topics, districts, people] = await Promise.all([topicChoices(), districtChoices(viewer), fieldPeople(viewer, owner)]);
	const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
	return { topics: topics.map((topic) => ({ value: topic.id, label: named(topic) })), districts: districts.map(option), people: people.map(option) };
}
