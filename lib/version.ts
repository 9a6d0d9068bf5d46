import packageJson from '../package.json' with { type: 'json' };

/** The version of this program, as package.json says it: shown by the API and the metrics, written into backups. */
export const version: string = packageJson.version;
