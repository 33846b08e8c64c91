/** Runs a command's work: its sentence on success; the error's sentence and exit code 1 otherwise. */
export async function report(work: () => Promise<string>) {
	try {
		console.info(await work());
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}
