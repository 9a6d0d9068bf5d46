import { words } from './words';

const personWords =
  '(?:customer|client|user|member|contact|account|person|consumer|subscriber|visitor|kunden?|nutzer|benutzer|mitglieds?|kontakt|partner|vertrags)';
const idWords = '(?:id|ids|nr|no|number|nummer|key|ref|reference)';
export const personIdWords = words(`${personWords} ?${idWords}`, 'external (?:data )?reference');
export const responseIdWords = words(
  `(?:response|respondent|submission|answer|survey response|review|ticket|case|record|row|entry|feedback|antwort|umfrage|vorgangs?|fall|anfrage|interview) ?${idWords}`,
  'uuid',
  'guid',
);
export const plainIdWords = /^(id|#|nr|no|lfd ?nr|nummer|number|laufende nummer|index)$/;

export const languageWords = words('language', 'sprache', 'locale', 'lang', 'langue');
export const touchpointWords = words('touch ?points?', 'berührungspunkte?', 'kontaktpunkte?', 'journey step');
export const channelWords = words('channel', 'kanal', 'kontaktkanal', 'eingangskanal', 'kontaktweg', 'contact method', 'canal');
export const categoryWords = words(
  'contact reasons?',
  'call reasons?',
  'call drivers?',
  'case reasons?',
  'case types?',
  'ticket (?:reason|type|category)',
  'disposition(?: code)?',
  'reason codes?',
  'kontaktgr(?:ü|ue)nde?',
  'kontaktgrund',
  'anrufgrund',
  'anliegen(?:art|typ)?',
  'gesprächsgrund',
  'beschwerdegrund',
  'vorgangsart',
  'ticketart',
  'ticketkategorie',
  '(?:haupt|unter)?kategorie',
  'categor(?:y|ies)',
  'grund',
);
export const verbatimWords = words(
  'comments?',
  'kommentare?',
  'feedback',
  'verbatims?',
  'free ?text',
  'freitext',
  'open ended(?: response)?',
  'anmerkung(?:en)?',
  'bemerkung(?:en)?',
  'begründung',
  'why',
  'warum',
  'weshalb',
  'wieso',
  'reason for',
  'grund für',
  'tell us',
  'noch etwas',
  'sonst noch',
  'mitteilen',
  'anything else',
  'was können wir',
  'what can we',
  'suggestions?',
  'vorschläge',
  'verbesser\\p{L}*',
  'improve',
  'review (?:text|content|body)',
  'message',
  'nachricht',
  'beschreibung',
  'description',
  'text',
);

export const npsWords = words(
  'e?nps',
  'net promoter(?: score)?',
  'recommend',
  'weiter ?empf\\p{L}*',
  'empf[ei]e?hl\\p{L}*',
  'likelihood to recommend',
  'ltr',
  'recommander',
);
export const effortWords = words('effort', 'aufwand', 'aufwändig', 'aufwendig', 'mühe', 'mühsam', 'anstrengend');
export const easeWords = words('ces', 'easy', 'easily', 'ease', 'einfach', 'leicht', 'unkompliziert', 'difficult', 'schwierig');
export const satisfactionWords = words(
  'csat',
  'satisf\\p{L}*',
  '(?:un)?zufrieden\\p{L}*',
  'ratings?',
  'rate',
  'rated',
  'bewert\\p{L}*',
  'stars?',
  'sterne',
  'smileys?',
  'quality',
  'qualität',
  'experience',
  'erfahrung',
  'thumbs?',
  'daumen',
  '(?:schul)?note',
  'grade',
);
export const gradeWords = words('(?:schul)?noten?', 'grade');
export const scoreWords = words('scores?', 'punkte?', 'points?', 'wert', 'score value');
