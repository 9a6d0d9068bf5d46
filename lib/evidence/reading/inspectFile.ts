import type { FileRow } from './fileRow';
import type { FileSource } from './fileSource';
import { inspectForm } from './inspectForm';
import type { InspectedFile, InspectionChoices, RefusedFile } from './inspection';
import { inspectTable } from './inspectTable';
import { openTable } from './openTable';
import { type ReadingLimits, usualLimits } from './readingLimits';
import { Refusal } from './readingProblem';

/** Rows from which columns are guessed. */
const sampleRows = 2000;

/** Finds out what a file is and how to read it. What a person has chosen counts; the rest is guessed around it. */
export async function inspectFile(
  source: FileSource,
  choices: InspectionChoices = {},
  limits: ReadingLimits = usualLimits,
): Promise<InspectedFile | RefusedFile> {
  try {
    const inspected = await inspectForm(source, choices, limits);
    const table = openTable(source, inspected.form, limits);
    return inspectTable(inspected, await readFirstRows(table.rows), table, choices);
  } catch (cause) {
    if (cause instanceof Refusal) return { kind: 'refused', problem: cause.problem };
    throw cause;
  }
}

async function readFirstRows(batches: AsyncGenerator<FileRow[], void, undefined>): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const batch of batches) {
    // One by one: a piece of a file may have more rows than a call can have arguments.
    for (const row of batch.slice(0, sampleRows)) rows.push(row);
    if (rows.length >= sampleRows) break;
  }
  return rows.slice(0, sampleRows);
}
