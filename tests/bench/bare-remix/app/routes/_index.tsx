import { Link, useLoaderData } from '@remix-run/react';
import { type Firm, fiftyFirms } from '../firms.server.ts';

const COLUMNS = ['Name', 'Number', 'Industry', 'Status', 'Town', 'Phone', 'Last talk', 'Founded', ''];
const CELL = 'cell cell-narrow';
const BADGE = 'badge badge-round badge-quiet badge-small';

export const loader = () => ({ firms: fiftyFirms() });

/** Fifty firms as a page shows them that somebody wrote in an afternoon: nine cells a row, a `<Link>`, badges, days, a button. */
export default function Firms() {
	const { firms } = useLoaderData<typeof loader>();
	return (
		<main className="page page-wide">
			<header className="head head-spread">
				<h1 className="title">Firms</h1>
				<form className="search" method="get">
					<input name="q" aria-label="Search" className="field field-plain" />
					<button type="submit" className="button button-strong">
						Search
					</button>
				</form>
			</header>
			<table className="table">
				<thead>
					<tr className="line muted">
						{COLUMNS.map((name) => (
							<th key={name} scope="col" className={CELL}>
								{name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{firms.map((firm) => (
						<Row key={firm.id} firm={firm} />
					))}
				</tbody>
			</table>
		</main>
	);
}

function Row({ firm }: { firm: Firm }) {
	return (
		<tr className="line line-hover">
			<td className={`${CELL} strong`}>
				<Link to={`/firm?id=${firm.id}`} className="link link-underlined">
					{firm.name}
				</Link>
			</td>
			<td className={`${CELL} figures`}>{firm.cvr}</td>
			<td className={CELL}>
				<span className={BADGE}>{firm.industry}</span>
			</td>
			<td className={CELL}>
				<span className={`${BADGE} badge-good`}>{firm.status}</span>
			</td>
			<td className={CELL}>{firm.town}</td>
			<td className={CELL}>
				<a href={`tel:${firm.phone}`}>{firm.phone}</a>
			</td>
			<td className={CELL}>
				<Day of={firm.lastTalkOn} />
			</td>
			<td className={CELL}>
				<Day of={firm.foundedOn} />
			</td>
			<td className={CELL}>
				<button type="button" className="button button-line" aria-label={`Log a talk with ${firm.name}`}>
					Log
				</button>
			</td>
		</tr>
	);
}

const Day = ({ of }: { of: string | null }) => (of ? <time dateTime={of}>{new Date(of).toISOString().slice(0, 10)}</time> : '–');
