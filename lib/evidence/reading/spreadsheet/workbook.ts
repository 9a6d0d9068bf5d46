import type { FileSource } from '../fileSource';
import { Refusal } from '../readingProblem';
import { InflationBudget } from './inflateEntry';
import { type OpenArchive, scanWholePart } from './scanPart';
import { attributeOf } from './xmlScanner';
import { readZipDirectory } from './zipDirectory';

/** A spreadsheet that is being read: its sheets and where their parts are. */
export type Workbook = {
  archive: OpenArchive;
  sheets: { name: string; path: string }[];
  /** Whether its days are counted from 1904, as on old Macs. */
  from1904: boolean;
  sharedStringsPath: string | null;
  stylesPath: string | null;
};

type Relation = { id: string; type: string; path: string };

/** Opens a spreadsheet (Office Open XML): reads what parts it has, and nothing of its sheets. */
export async function openWorkbook(source: FileSource, maxInflatedBytes: number): Promise<Workbook> {
  const archive = { source, entries: await readZipDirectory(source), budget: new InflationBudget(maxInflatedBytes) };
  if (archive.entries.has('EncryptedPackage')) throw new Refusal('file.encrypted');
  const root = await readRelations(archive, '');
  const path = root.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  // Another kind of archive: a text document, a set of pictures, an OpenDocument table.
  if (!archive.entries.has(path)) throw new Refusal('file.noSheet');
  const relations = await readRelations(archive, path);
  const sheets: Workbook['sheets'] = [];
  let from1904 = false;
  await scanWholePart(archive, path, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const id = attributeOf(attributes, 'id');
      const relation = relations.find((one) => one.id === id && one.type === 'worksheet');
      if (relation) sheets.push({ name: attributeOf(attributes, 'name') ?? '', path: relation.path });
    },
  });
  if (sheets.length === 0) throw new Refusal('file.noSheet');
  const partOf = (type: string): string | null => {
    const part = relations.find((relation) => relation.type === type)?.path;
    return part !== undefined && archive.entries.has(part) ? part : null;
  };
  return { archive, sheets, from1904, sharedStringsPath: partOf('sharedStrings'), stylesPath: partOf('styles') };
}

/** What a part refers to, by short types (`worksheet`); the parts' paths are resolved. An empty path means the archive itself. */
async function readRelations(archive: OpenArchive, path: string): Promise<Relation[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const file = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!archive.entries.has(file)) return relations;
  await scanWholePart(archive, file, {
    open(name, attributes) {
      // What lies outside of the file is never looked at.
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        type: (attributeOf(attributes, 'Type') ?? '').replace(/^.*\//, ''),
        path: resolvePath(folder, target),
      });
    },
  });
  return relations;
}

function resolvePath(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
