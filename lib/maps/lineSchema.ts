import { z } from 'zod';

/** One that can be seen, and that every database and font can hold. */
const visible = String.raw`[^\s\p{Cc}\p{Cs}]`;

const lineOf = (longest: number): string => String.raw`${visible}(?:${visible}|\s+(?=${visible})){0,${longest - 1}}`;

const oneLine = (pattern: string) =>
  z
    .string()
    .regex(new RegExp(String.raw`^\s*${pattern}\s*$`, 'u'))
    .transform((text) => text.replace(/\s+/g, ' ').trim());

/** A line of 1 to so many characters. What the description of the API says by its pattern is all that is asked. */
export const lineSchema = (longest: number) =>
  oneLine(lineOf(longest)).describe(
    `1–${longest} characters. Spaces around them do not count, and several in a row, line ends among them, become one.`,
  );

/** The same for a line that may be empty. */
export const optionalLineSchema = (longest: number) =>
  oneLine(`(?:${lineOf(longest)})?`).describe(
    `Up to ${longest} characters. Spaces around them do not count, and several in a row, line ends among them, become one.`,
  );
