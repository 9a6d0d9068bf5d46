import { type TemplateId, type TemplateLocale, template } from './template';

/** A template as it is offered. `blank` is not among them: it is a choice of its own. */
export type TemplateInfo = { id: TemplateId; title: string; description: string };

const descriptions = {
  de: 'Eine fertige Reise durch fünf Phasen: von der falschen Rechnung über Warteschleife und Weiterleitung bis zur Lösung oder Kündigung. Zum Anpassen und zum Üben.',
  en: 'A finished journey in five stages: from a wrong bill through the hold queue and being passed on to a solution, or a customer lost. Adapt it, or practise on it.',
} as const;

/** The templates with content, for the choice of a new map. Titles and descriptions are content, written with the templates. */
export function listTemplates(locale: TemplateLocale): TemplateInfo[] {
  const id = 'customerServiceCall';
  return [{ id, title: template(id, locale).meta.title, description: descriptions[locale] }];
}
