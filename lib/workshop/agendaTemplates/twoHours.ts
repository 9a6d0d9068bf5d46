import type { AgendaLine } from './line';

/**
 * Two hours with marketing, somebody who knows the process, a manager, somebody from service and real customers. After the way it is done on paper:
 * 15 minutes of silent notes, each posts and explains, the group traces the emotion line, dots for pain and for moments of truth, then the
 * assumptions are written down. Minutes other than the silent ones are ours.
 */
export const twoHourLines: readonly AgendaLine[] = [
  {
    minutes: 5,
    en: ['Welcome', 'Why we are here and what will be there in two hours. Everybody is on the map with a phone or a laptop.'],
    de: ['Begrüßung', 'Warum wir hier sind und was in zwei Stunden da ist. Alle sind mit Telefon oder Laptop auf der Karte.'],
  },
  {
    minutes: 10,
    en: ['Whose journey, from where to where', 'One persona, one scenario, the first and the last step.'],
    de: ['Wessen Reise, von wo bis wo', 'Eine Persona, ein Szenario, der erste und der letzte Schritt.'],
  },
  {
    minutes: 15,
    en: ['Silent notes', 'Everybody writes alone what the customer does, thinks and feels, one thought on each card.'],
    de: ['Stille Notizen', 'Alle schreiben für sich, was die Kundin tut, denkt und fühlt, ein Gedanke je Zettel.'],
  },
  {
    minutes: 30,
    en: ['Post and explain', 'One after the other: show your cards, say a sentence about each. Put together what is the same.'],
    de: ['Zeigen und erklären', 'Der Reihe nach: Zettel zeigen, zu jedem ein Satz. Legen Sie zusammen, was dasselbe ist.'],
  },
  {
    minutes: 15,
    en: ['Emotion curve', 'Trace the curve together. If a customer is in the room, the customer speaks first.'],
    de: ['Gefühlskurve', 'Ziehen Sie die Kurve gemeinsam. Ist eine Kundin oder ein Kunde im Raum, sprechen sie zuerst.'],
  },
  {
    minutes: 10,
    en: [
      'Vote: pain and decisive moments',
      'A few votes each, for what hurts and for where customers decide to stay or to leave.',
    ],
    de: [
      'Abstimmen: Schmerz und Entscheidung',
      'Je ein paar Stimmen: Was tut weh, und wo entscheidet sich, ob Kundinnen und Kunden bleiben?',
    ],
  },
  {
    minutes: 15,
    en: ['Talk about the first three', 'What lies upstream of each of them, and in which department.'],
    de: ['Über die ersten drei reden', 'Was liegt stromaufwärts davon, und in welcher Abteilung?'],
  },
  {
    minutes: 10,
    en: ['What we only assume', 'Go through the map once: what do we know, what do we assume, whom do we ask?'],
    de: ['Was wir nur annehmen', 'Gehen Sie die Karte einmal durch: Was wissen wir, was nehmen wir an, wen fragen wir?'],
  },
  {
    minutes: 10,
    en: ['Next steps', 'Who does what until when. Export before people leave.'],
    de: ['Nächste Schritte', 'Wer tut was bis wann? Exportieren Sie, bevor alle gehen.'],
  },
];
