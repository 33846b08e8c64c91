import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import type { Card } from '#app/record/card.ts';
import { faceNamed } from '#app/records/records.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { classes } from '#app/ui/class-names.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { CONTROL } from '#app/ui/field.tsx';
import { FilterBar, FilterSelect } from '#app/ui/filter-bar.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { archivedFor } from '#app/upkeep/archive.server.ts';
import { ArchivedList } from '#app/upkeep/components/archived-list.tsx';
import { HitList } from '../components/hit-list.tsx';
import { shelfOf } from '../favourites.server.ts';
import { searchedDistrict } from '../in-district.server.ts';
import { questionFrom } from '../question.ts';
import { furtherThan, type Hit, type KindOfHits, resultsOf, shownFrom } from '../results.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.q ? m.search_title_for({ q: data.q }) : m.search_title()} · ${m.shell_product()}` },
];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const { searchParams } = new URL(request.url);
	const q = (searchParams.get('q') ?? '').slice(0, 100).replaceAll('\0', '').trim();
	const only = searchedKind(searchParams.get('kind'));
	const asked = questionFrom(q);
	const [districts, district] = await Promise.all([districtChoices(viewer), searchedDistrict(viewer, searchParams.get('district'))]);
	const where = {
		districts: districts.map(({ slug, name }) => ({ value: slug, label: name })),
		district: districts.find(({ id }) => id === district?.id)?.slug ?? null,
	};
	if (!asked) {
		const { favourites, recent } = await shelfOf(viewer);
		return { q, ...where, only: null, more: null, kinds: null, archived: [], favourites: favourites.map(plainHit), recent: recent.map(plainHit) };
	}
	const shown = shownFrom(searchParams.get('shown'));
	const { kinds, single } = await resultsOf(viewer, { ...asked, district }, only, shown);
	// A whole number belongs to one record: nobody wants to read a list of one.
	if (single && !only) throw redirect(safeRedirect(single.to, paths.search()));
	const archived = kinds.length === 0 ? await archivedFor(viewer, { q, only: null }) : [];
	const hasMore = kinds.some(({ kind, hasMore: more }) => kind === only && more);
	return {
		q,
		...where,
		only,
		more: hasMore && only ? paths.search({ q, kind: only, district: where.district, shown: String(furtherThan(shown)) }) : null,
		kinds,
		archived: archived.flatMap(({ rows }) => rows),
		favourites: [],
		recent: [],
	};
}

/** A kind as it stands in an address; null for anything else. */
const searchedKind = (word: string | null): string | null => {
	const face = faceNamed(word);
	return face?.foundBy ? face.kind : null;
};

const kindsLabel = (kind: string) => faceNamed(kind)?.many?.() ?? kind;

const plainHit = ({ kind, id, to, title, detail }: Card): Hit => ({ kind, id, to, detail, title: [{ text: title, isHit: false }], snippet: null });

export default function Search() {
	const { q, district, kinds, favourites, recent } = useLoaderData<typeof loader>();
	return (
		<Page title={m.search_title()}>
			<Form method="get" role="search" className="mb-5 flex gap-2.5">
				<input
					key={q}
					type="search"
					name="q"
					aria-label={m.search_field()}
					placeholder={m.search_field()}
					defaultValue={q}
					autoComplete="off"
					spellCheck={false}
					maxLength={100}
					// biome-ignore lint/a11y/noAutofocus: the page is its field.
					autoFocus={!q}
					className={CONTROL}
				/>
				{district && <input type="hidden" name="district" value={district} />}
				<Button variant="primary" icon="search">
					{m.search_do()}
				</Button>
			</Form>
			{!kinds && q.trim() !== '' && (
				<div className="mb-6">
					<EmptyState title={m.search_none_title()} text={m.search_none_text()} />
				</div>
			)}
			{kinds ? <Results /> : <Shelf favourites={favourites} recent={recent} />}
		</Page>
	);
}

function Results() {
	const { q, only, more, kinds, archived, district, districts } = useLoaderData<typeof loader>();
	const groups = (kinds ?? []).filter(({ hits }) => hits.length > 0);
	return (
		<>
			{kinds && kinds.length > 0 && (
				<nav aria-label={m.search_kinds()} className="mb-4 flex flex-wrap gap-1.5">
					<KindLink to={paths.search({ q, district })} isHere={only === null} label={m.search_everything()} />
					{kinds.map(({ kind, ...counted }) => (
						<KindLink
							key={kind}
							to={paths.search({ q, kind, district })}
							isHere={only === kind}
							label={kindsLabel(kind)}
							count={countText(counted)}
						/>
					))}
				</nav>
			)}
			<FilterBar label={m.search_narrow()} reset={district ? paths.search({ q, kind: only }) : undefined}>
				<FilterSelect name="district" label={m.search_district()} value={district ?? ''} any={m.search_any_district()} options={districts} />
				<input type="hidden" name="q" value={q} />
				{only && <input type="hidden" name="kind" value={only} />}
			</FilterBar>
			{groups.length === 0 && archived.length === 0 && <EmptyState title={m.search_none_title()} text={m.search_none_text()} />}
			{archived.length > 0 && (
				<Section title={m.upkeep_archive_found()}>
					<ArchivedList label={m.upkeep_archive_found()} rows={archived} withKind />
				</Section>
			)}
			{groups.map(({ kind, hits, hasMore }) => (
				<Section key={kind} title={kindsLabel(kind)}>
					<HitList label={kindsLabel(kind)} hits={hits} />
					{hasMore && (
						<p className="mt-2.5">
							<ButtonLink to={more ?? paths.search({ q, kind, district })} size="sm" variant="quiet" icon="down">
								{m.search_more()}
							</ButtonLink>
						</p>
					)}
				</Section>
			))}
			<p className="mt-5">
				<ButtonLink to={paths.archive({ q })} size="sm" variant="quiet" icon="archive">
					{m.upkeep_archive_too()}
				</ButtonLink>
			</p>
		</>
	);
}

const countText = ({ count, isCapped }: Pick<KindOfHits, 'count' | 'isCapped'>) => (isCapped ? m.search_capped({ count }) : String(count));

function KindLink({ to, isHere, label, count }: { to: string; isHere: boolean; label: string; count?: string }) {
	return (
		<a
			href={to}
			aria-current={isHere ? 'page' : undefined}
			className={classes(
				'inline-flex min-h-11 items-center gap-1.5 rounded-full border px-3 md:min-h-8',
				isHere ? 'border-accent bg-accent-soft font-medium text-accent' : 'border-line text-muted hover:bg-well hover:text-text',
			)}
		>
			{label}
			{count && <span data-figures>{count}</span>}
		</a>
	);
}

function Shelf({ favourites, recent }: { favourites: Hit[]; recent: Hit[] }) {
	if (favourites.length + recent.length === 0) return <EmptyState title={m.search_empty_title()} text={m.search_empty_text()} />;
	return (
		<>
			{favourites.length > 0 && (
				<Section title={m.search_favourites()}>
					<HitList label={m.search_favourites()} hits={favourites} withKind />
				</Section>
			)}
			{recent.length > 0 && (
				<Section title={m.search_recent()}>
					<HitList label={m.search_recent()} hits={recent} withKind />
				</Section>
			)}
		</>
	);
}
