import { closeDatabase } from '#db/client.server.ts';
import { answerTo } from './command.server.ts';

// Entry of `npm run import`.
const { exitCode, out, complaint } = await answerTo(process.argv.slice(2));
if (out) console.log(out);
if (complaint) console.error(complaint);
await closeDatabase();
process.exitCode = exitCode;
