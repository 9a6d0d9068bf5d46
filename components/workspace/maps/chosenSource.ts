import type { ImportedFile } from './importedFile';
import type { OwnTemplate, TemplateChoice } from './templateChoice';

/** `own:<id>` (a template of the workspace), `template:<id>` (one of the product), `blank`, or `file`. */
export type ChosenSource = string;

/** What is chosen at first: the first that is in sight. */
export function firstSource(own: readonly OwnTemplate[], templates: readonly TemplateChoice[]): ChosenSource {
  if (own[0]) return `own:${own[0].id}`;
  return templates[0] ? `template:${templates[0].id}` : 'blank';
}

/** Whether it can be chosen: a template of the workspace may have been deleted meanwhile. */
export function isThere(source: ChosenSource, own: readonly OwnTemplate[]): boolean {
  return !source.startsWith('own:') || own.some(({ id }) => source === `own:${id}`);
}

/** How the request for a new map names it. */
export function toMapSource(source: ChosenSource, file: ImportedFile | null, locale: string): object {
  const [kind, id = ''] = source.split(':');
  if (kind === 'template') return { type: 'template', id, locale };
  if (kind === 'own') return { type: 'workspaceTemplate', id };
  return kind === 'file' && file ? { type: file.kind, text: file.text, name: file.name } : { type: 'blank' };
}

/** The templates whose name or description contains a text, and the sources that they are, in the order in which they are shown. */
export function findTemplates(
  query: string,
  own: readonly OwnTemplate[],
  templates: readonly TemplateChoice[],
): { own: OwnTemplate[]; templates: TemplateChoice[]; sources: ChosenSource[] } {
  const wanted = query.trim().toLocaleLowerCase();
  const says = (...texts: string[]) => texts.join('\n').toLocaleLowerCase().includes(wanted);
  const found = {
    own: own.filter(({ name, description }) => says(name, description)),
    templates: templates.filter(({ title, description }) => says(title, description)),
  };
  return {
    ...found,
    sources: [...found.own.map(({ id }) => `own:${id}`), ...found.templates.map(({ id }) => `template:${id}`)],
  };
}
