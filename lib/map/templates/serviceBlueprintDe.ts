import type { JourneyText } from './journeyText';
import type { serviceBlueprintFacts } from './serviceBlueprintFacts';

/** Das Service-Blueprint, auf Deutsch geschrieben (nicht übersetzt). */
export const serviceBlueprintDe: JourneyText<typeof serviceBlueprintFacts> = {
  title: 'Service-Blueprint: Heizungsnotdienst',
  scenario: 'hat am Samstagmorgen eine kalte Heizung und will es bis zum Abend wieder warm haben',
  goal: 'Ein Besuch, ein Mensch, der sich auskennt, und eine Rechnung ohne Überraschung',
  notes:
    'So liest sich ein Blueprint: von oben nach unten, Spalte für Spalte. Über der Interaktionslinie steht, was die Kundin tut; darunter, wer ihr begegnet; unter der Sichtbarkeitslinie alles, was sie nicht sieht; ganz unten, worauf sich alle verlassen. Jeder Zettel ohne Gegenstück darüber oder darunter ist eine Frage wert. Betrieb und Menschen sind erfunden.',
  personas: {
    tenant: {
      name: 'Ayşe, 44, mit einem Säugling in der Wohnung',
      description: 'Braucht es warm, und zwar heute. Weiß nicht, was ein Ausdehnungsgefäß ist, und will es auch nicht wissen.',
    },
  },
  departments: { office: 'Büro', technicians: 'Monteure', stores: 'Lager', accounts: 'Buchhaltung' },
  lanes: {
    touchpoints: 'Was sie sieht',
    doing: 'Was sie tut',
    interaction: 'Interaktionslinie',
    frontstage: 'Vor der Bühne',
    visibility: 'Sichtbarkeitslinie',
    backstage: 'Hinter der Bühne',
    internalInteraction: 'Interne Interaktionslinie',
    support: 'Unterstützende Abläufe',
    painPoints: 'Wo es klemmen kann',
  },
  stages: { reporting: 'Melden', visit: 'Besuch', after: 'Danach' },
  steps: {
    call: {
      title: 'Meldet die kalte Heizung',
      touchpoints: ['Notdienst-Nummer'],
      physicalEvidence: ['Aufkleber mit Nummer am Kessel'],
      doing: ['Ruft die Nummer auf dem Aufkleber an', 'Liest vor, was im Display steht'],
      frontstage: ['Büro nimmt nach zwei Minuten ab', 'Fragt nach Display, Alter und Kindern im Haushalt'],
      backstage: ['Sucht die Anlage in der Kartei', 'Stuft ein: Säugling, also zuerst'],
      support: ['Anlagenkartei', 'Bereitschaftsplan'],
      painPoints: ['Der Aufkleber stammt vom Vorgänger'],
    },
    date: {
      title: 'Bekommt ein Zeitfenster',
      touchpoints: ['Gespräch', 'SMS'],
      physicalEvidence: ['SMS mit Namen, Foto und Zeitfenster'],
      doing: ['Sagt zu und sagt der Nachbarin Bescheid'],
      frontstage: ['Büro nennt zwei Stunden und einen Namen'],
      backstage: ['Legt die Tour um', 'Ruft Jannis im Wagen an'],
      support: ['Tourenplanung', 'SMS-Dienst'],
      painPoints: ['Zwei Touren, zwei Kalender'],
    },
    wait: {
      title: 'Wartet und sieht, wer kommt',
      touchpoints: ['SMS von unterwegs'],
      physicalEvidence: ['Nachricht: „Jannis ist in 20 Minuten da“'],
      doing: ['Räumt den Weg zum Kessel frei'],
      frontstage: ['Jannis meldet sich eine halbe Stunde vorher'],
      backstage: ['Lädt die drei Teile, die bei diesem Modell meist defekt sind'],
      support: ['Lager mit Samstagsschlüssel', 'Fehlerstatistik je Modell'],
      painPoints: ['Den Schlüssel fürs Lager hat einer, und der hat frei'],
    },
    letIn: {
      title: 'Lässt den Monteur herein',
      touchpoints: ['Besuch'],
      physicalEvidence: ['Ausweis, saubere Schuhe, beschrifteter Wagen'],
      doing: ['Zeigt den Kessel und erzählt, seit wann es kalt ist'],
      frontstage: ['Stellt sich vor, zieht Überschuhe an, hört zu'],
      backstage: ['Liest im Wagen, was zuletzt gemacht wurde'],
      support: ['Wartungsverlauf auf dem Tablet'],
      painPoints: ['Im Keller kein Netz, also kein Verlauf'],
    },
    repair: {
      title: 'Merkt, dass es warm wird',
      touchpoints: ['Besuch'],
      physicalEvidence: ['Warmer Heizkörper, altes Teil in der Hand'],
      doing: ['Sieht zu und fragt, was es kostet', 'Fasst den Heizkörper an'],
      frontstage: ['Nennt den Preis, bevor er das Teil einbaut', 'Erklärt in zwei Sätzen, was kaputt war'],
      backstage: ['Meldet das verbrauchte Teil', 'Fragt bei Zweifeln die Meisterin'],
      support: ['Preisliste', 'Rufbereitschaft der Meisterin', 'Großhandel bis 14 Uhr'],
      painPoints: ['Teil nicht im Wagen: zweiter Besuch am Montag'],
      notes:
        'Der Moment: Hier entscheidet sich, ob sie wieder anruft. Ob es in einem Besuch gelingt, entscheidet sich davor, im Lager.',
    },
    bill: {
      title: 'Bekommt Bericht und Rechnung',
      touchpoints: ['Rechnungsmail'],
      physicalEvidence: ['Eine Seite: was, wie lange, wie viel'],
      doing: ['Vergleicht mit dem genannten Preis', 'Überweist und speichert die Nummer'],
      frontstage: ['Büro ruft am Montag an: „Ist es noch warm?“'],
      backstage: ['Buchhaltung schreibt die Rechnung aus dem Bericht'],
      support: ['Rechnungsprogramm', 'Auswertung der Rückrufe'],
      painPoints: ['Notdienstzuschlag erst auf der Rechnung'],
    },
  },
  moments: {
    repair: {
      stays: 'Es wird warm, beim ersten Besuch, zum Preis, der vorher genannt wurde',
      leaves: '„Das Teil habe ich nicht dabei“, und bis Montag bleibt es kalt',
    },
  },
  transitions: { secondVisit: 'brauchen einen zweiten Besuch' },
};
