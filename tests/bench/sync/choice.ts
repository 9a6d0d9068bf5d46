/** The value of an option `--name=value`. */
function optionOf(name: string): string | null {
  return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null;
}

/** What of a benchmark is to be run: `--rows=a,b` and `--runs=3`. Ends the process with a sentence when it is not to be understood. */
export function readChoice(known: readonly string[]): { names: readonly string[]; runs: number | null } {
  const names = optionOf('rows')?.split(',') ?? known;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    console.error(`There are no rows "${unknown}"; there are ${known.join(', ')}.`);
    process.exit(2);
  }
  return { names, runs: numberOption('runs') };
}

/** A number given as `--name=5`; null when it is not given. */
export function numberOption(name: string): number | null {
  const value = optionOf(name);
  if (value === null) return null;
  if (!/^[1-9]\d*$/.test(value)) {
    console.error(`--${name} takes a number of at least 1.`);
    process.exit(2);
  }
  return Number(value);
}
