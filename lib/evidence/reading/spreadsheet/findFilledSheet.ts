import { Refusal } from '../readingProblem';
import { scanPart } from './scanPart';
import type { Workbook } from './workbook';

/** The first sheet of a spreadsheet that has cells with anything in them. */
export async function findFilledSheet({ archive, sheets }: Workbook): Promise<string> {
  for (const { name, path } of sheets) {
    let isFilled = false;
    const listener = {
      open(tag: string) {
        isFilled ||= tag === 'v' || tag === 'is';
      },
    };
    for await (const _ of scanPart(archive, path, listener)) if (isFilled) break;
    if (isFilled) return name;
  }
  throw new Refusal('file.empty');
}
