import type { JourneyMap } from '../journeyMap';
import { blank } from './blank';
import { customerServiceCall } from './customerServiceCall';
import { customerServiceCallDe } from './customerServiceCallDe';
import { customerServiceCallEn } from './customerServiceCallEn';

/** What a new map can start from. */
export const templateIds = ['blank', 'customerServiceCall'] as const;
export type TemplateId = (typeof templateIds)[number];

/** The languages that templates are written in: the same as the interface's (lib/i18n/locale.ts). */
export type TemplateLocale = 'de' | 'en';

const blankStages = {
  de: ['Vorher', 'Währenddessen', 'Danach'],
  en: ['Before', 'During', 'After'],
} as const;

const callText = { de: customerServiceCallDe, en: customerServiceCallEn } as const;

/** The map that a template makes, in a language. The same each time; the caller may change what it gets. */
export function template(id: TemplateId, locale: TemplateLocale): JourneyMap {
  switch (id) {
    case 'blank':
      return blank({ stages: blankStages[locale] });
    case 'customerServiceCall':
      return customerServiceCall(callText[locale]);
  }
}
