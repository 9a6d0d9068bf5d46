import type { JourneyMap } from '../journeyMap';
import { blank } from './blank';
import { customerServiceCallDe } from './customerServiceCallDe';
import { customerServiceCallEn } from './customerServiceCallEn';
import { customerServiceCallFacts } from './customerServiceCallFacts';
import { insuranceClaimDe } from './insuranceClaimDe';
import { insuranceClaimEn } from './insuranceClaimEn';
import { insuranceClaimFacts } from './insuranceClaimFacts';
import { journey } from './journey';
import { onboardingDe } from './onboardingDe';
import { onboardingEn } from './onboardingEn';
import { onboardingFacts } from './onboardingFacts';
import { onlineOrderDe } from './onlineOrderDe';
import { onlineOrderEn } from './onlineOrderEn';
import { onlineOrderFacts } from './onlineOrderFacts';
import { serviceBlueprintDe } from './serviceBlueprintDe';
import { serviceBlueprintEn } from './serviceBlueprintEn';
import { serviceBlueprintFacts } from './serviceBlueprintFacts';

/** What a new map can start from. */
export const templateIds = [
  'blank',
  'customerServiceCall',
  'onlineOrder',
  'onboarding',
  'insuranceClaim',
  'serviceBlueprint',
] as const;
export type TemplateId = (typeof templateIds)[number];

/** The languages that templates are written in: the same as the interface's (lib/i18n/locale.ts). */
export type TemplateLocale = 'de' | 'en';

const blankStages = {
  de: ['Vorher', 'Währenddessen', 'Danach'],
  en: ['Before', 'During', 'After'],
} as const;

const callText = { de: customerServiceCallDe, en: customerServiceCallEn } as const;
const orderText = { de: onlineOrderDe, en: onlineOrderEn } as const;
const onboardingText = { de: onboardingDe, en: onboardingEn } as const;
const claimText = { de: insuranceClaimDe, en: insuranceClaimEn } as const;
const blueprintText = { de: serviceBlueprintDe, en: serviceBlueprintEn } as const;

/** The map that a template makes, in a language. The same each time; the caller may change what it gets. */
export function template(id: TemplateId, locale: TemplateLocale): JourneyMap {
  switch (id) {
    case 'blank':
      return blank({ stages: blankStages[locale] });
    case 'customerServiceCall':
      return journey(customerServiceCallFacts, callText[locale]);
    case 'onlineOrder':
      return journey(onlineOrderFacts, orderText[locale]);
    case 'onboarding':
      return journey(onboardingFacts, onboardingText[locale]);
    case 'insuranceClaim':
      return journey(insuranceClaimFacts, claimText[locale]);
    case 'serviceBlueprint':
      return journey(serviceBlueprintFacts, blueprintText[locale]);
  }
}
