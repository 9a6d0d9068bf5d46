import { parseArgs } from 'node:util';

export type Options = { people: number; minutes: number; seed: number; json: boolean };

/** `--people 40 --minutes 3 --seed 1 --json`. Ends the process with a sentence when it is not to be understood. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        people: { type: 'string', default: '40' },
        minutes: { type: 'string', default: '3' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const positive = (name: 'people' | 'minutes' | 'seed'): number => {
      const value = Number(values[name]);
      if (!(value > 0)) throw new Error(`--${name} takes a number above 0.`);
      return value;
    };
    return {
      people: Math.ceil(positive('people')),
      minutes: positive('minutes'),
      seed: Math.floor(positive('seed')),
      json: values.json,
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}
