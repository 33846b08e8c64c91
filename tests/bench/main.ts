import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { measurePage, type PageFigures } from './pages.ts';
import { placesIn } from './places.ts';
import { type Report, tableOf } from './report.ts';
import { cookieOf, serveBare, serveProduct } from './served.ts';
import { BENCH_FOLDER, freshTown } from './town.ts';
import { visitor } from './visitor.ts';
import { measureLogging } from './writes.ts';

// Times are shown, never judged: a run ends with 0 whatever it measured, and otherwise only where something did not answer.
const isQuick = process.argv.includes('--quick');
const ROUNDS = isQuick ? { rounds: 3, windowMs: 400 } : { rounds: 5, windowMs: 1_500 };
const WRITES = isQuick ? 40 : 400;

const file = freshTown();
const [load = 0] = loadavg();
const product = await serveProduct(file);
const bare = await serveBare(file);
const consultant = visitor(product.url, cookieOf(file, 'erhverv@distrikt.example'));

const pages: PageFigures[] = [];
for (const place of await placesIn(file, consultant)) pages.push(await measurePage(place, consultant, product, bare, ROUNDS));
const writes = await measureLogging(file, dirname(file), consultant, product, WRITES);
consultant.leave();
await Promise.all([product.stop(), bare.stop()]);

const report: Report = { measuredAt: new Date().toISOString(), node: process.version, processors: cpus().length, load, pages, writes };
writeFileSync(join(BENCH_FOLDER, 'report.json'), `${JSON.stringify(report, null, '\t')}\n`);
console.info(tableOf(report));
