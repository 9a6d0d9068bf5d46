import { type Outline, outlineOf } from './outline';
import { type TemplateId, type TemplateLocale, template } from './template';

/** `journey`: a finished one, to adapt and to practise on. `form`: a way to draw. */
export type TemplateGroup = 'journey' | 'form';

/** A template as it is offered. `blank` is not among them: it is a choice of its own. */
export type TemplateInfo = {
  id: Exclude<TemplateId, 'blank'>;
  group: TemplateGroup;
  title: string;
  description: string;
  outline: Outline;
};

type Offer = { id: TemplateInfo['id']; group: TemplateGroup; description: Record<TemplateLocale, string> };

const offers: readonly Offer[] = [
  {
    id: 'customerServiceCall',
    group: 'journey',
    description: {
      de: 'Von der falschen Rechnung über Warteschleife und Weiterleitung bis zur Gutschrift oder zur Kündigung.',
      en: 'From a wrong bill through the hold queue and being passed on to a refund, or a customer lost.',
    },
  },
  {
    id: 'onlineOrder',
    group: 'journey',
    description: {
      de: 'Zwei Größen bestellt, eine zurückgeschickt, und dann dem Geld hinterher: vom Merkzettel bis zur Bewertung.',
      en: 'Two sizes ordered, one sent back, and the money to be chased: from the wish list to the review.',
    },
  },
  {
    id: 'onboarding',
    group: 'journey',
    description: {
      de: 'Ein neuer Internetvertrag vom Vergleich bis zur Weiterempfehlung, mit dem Termin, zu dem niemand kam.',
      en: 'A new broadband contract from comparing offers to recommending it, with the visit that nobody made.',
    },
  },
  {
    id: 'insuranceClaim',
    group: 'journey',
    description: {
      de: 'Ein Wasserschaden vom nächtlichen Notruf über Wochen der Stille bis zur Entscheidung und zum Geld.',
      en: 'Water damage, from the call at night through weeks of silence to the decision and the money.',
    },
  },
  {
    id: 'serviceBlueprint',
    group: 'form',
    description: {
      de: 'Spuren vor und hinter der Bühne, mit den Linien der Interaktion und der Sichtbarkeit, an einem kurzen Beispiel.',
      en: 'Lanes front stage and back stage, with the lines of interaction and visibility, on one short example.',
    },
  },
];

/** They are always the same, and every visit to the list of maps asks for them. */
const listed = new Map<TemplateLocale, readonly TemplateInfo[]>();

/** The templates with content, for the choice of a new map. Titles and descriptions are content, written with the templates. */
export function listTemplates(locale: TemplateLocale): readonly TemplateInfo[] {
  const known = listed.get(locale);
  if (known) return known;
  const made = offers.map(({ id, group, description }) => {
    const map = template(id, locale);
    return { id, group, title: map.meta.title, description: description[locale], outline: outlineOf(map) };
  });
  listed.set(locale, made);
  return made;
}
