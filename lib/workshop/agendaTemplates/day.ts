import type { AgendaLine } from './line';

/**
 * A day, from 9:00 to 15:30. After the journey-mapping workshop of Heart of the Customer: objectives, whom and what, triggers 75 minutes; mapping 90
 * (share 20, steps 25, interactions 15, saying and thinking 15, emotions 15); critical moments 75 (pain points 15, voting 10, writing 25, sharing
 * 25); future state 30; action planning 30; wrap-up 15. How the first 75 are divided, and the breaks, are ours.
 */
export const dayLines: readonly AgendaLine[] = [
  {
    minutes: 15,
    en: [
      'Objectives',
      'Who is here and why, what is to be different afterwards. Only the customer’s view counts today; nobody is to blame.',
    ],
    de: [
      'Ziele',
      'Wer ist hier und warum, und was soll danach anders sein? Heute zählt nur die Sicht der Kundschaft; niemand ist schuld.',
    ],
  },
  {
    minutes: 30,
    en: [
      'Whose journey, from where to where',
      'Choose one persona and one scenario, and agree on the first and the last step. Write both into the title block.',
    ],
    de: [
      'Wessen Reise, von wo bis wo',
      'Wählen Sie eine Persona und ein Szenario, und einigen Sie sich auf den ersten und den letzten Schritt. Beides kommt in den Titelblock.',
    ],
  },
  {
    minutes: 30,
    en: [
      'Triggers',
      'What sets the customer off, what they expect, what they have tried before. Each department tells what it sees of it.',
    ],
    de: [
      'Auslöser',
      'Was bringt die Kundin auf den Weg, was erwartet sie, was hat sie schon versucht? Jede Abteilung erzählt, was sie davon sieht.',
    ],
  },
  {
    minutes: 15,
    en: ['Break', ''],
    de: ['Pause', ''],
  },
  {
    minutes: 20,
    en: ['Share what we know', 'Data, complaints and stories, two minutes each. Write down what is known, and by whom.'],
    de: ['Wissen teilen', 'Daten, Beschwerden, Geschichten, je zwei Minuten. Halten Sie fest, was bekannt ist und woher.'],
  },
  {
    minutes: 25,
    en: [
      'Steps',
      'Everybody writes silently first, then the steps are put in order. What the customer does, not what the company does.',
    ],
    de: [
      'Schritte',
      'Erst schreiben alle still, dann werden die Schritte geordnet. Was die Kundin tut, nicht was die Firma tut.',
    ],
  },
  {
    minutes: 15,
    en: ['Interactions', 'At each step: over which channel, with which department.'],
    de: ['Berührungspunkte', 'Zu jedem Schritt: über welchen Kanal, mit welcher Abteilung.'],
  },
  {
    minutes: 15,
    en: ['Saying and thinking', 'In the customer’s own words where there are any. Mark what is only assumed.'],
    de: ['Sagen und denken', 'Am besten in den Worten der Kundinnen und Kunden. Markieren Sie, was nur angenommen ist.'],
  },
  {
    minutes: 15,
    en: ['Emotions', 'Draw the curve together, step by step. Talk where the opinions are far apart.'],
    de: [
      'Gefühle',
      'Ziehen Sie die Kurve gemeinsam, Schritt für Schritt. Reden Sie dort, wo die Meinungen weit auseinander liegen.',
    ],
  },
  {
    minutes: 45,
    en: ['Lunch', ''],
    de: ['Mittagspause', ''],
  },
  {
    minutes: 15,
    en: ['Pain points', 'Everybody writes silently what hurts the customer most, one thing on each card.'],
    de: ['Schmerzpunkte', 'Alle schreiben still auf, was der Kundin am meisten wehtut, eine Sache je Zettel.'],
  },
  {
    minutes: 10,
    en: ['Vote', 'Everybody gives a few votes. No talking until the result is shown.'],
    de: ['Abstimmen', 'Alle vergeben ein paar Stimmen. Geredet wird erst, wenn das Ergebnis zu sehen ist.'],
  },
  {
    minutes: 25,
    en: [
      'Write out the critical moments',
      'In small groups: what makes the customer stay at these moments, what makes them leave.',
    ],
    de: [
      'Kritische Momente ausarbeiten',
      'In kleinen Gruppen: Was lässt die Kundin an diesen Stellen bleiben, was lässt sie gehen?',
    ],
  },
  {
    minutes: 25,
    en: [
      'Share the critical moments',
      'Each group tells its moment as a story. Mark the all-or-nothing moments on the map, only the few that decide.',
    ],
    de: [
      'Kritische Momente vorstellen',
      'Jede Gruppe erzählt ihren Moment als Geschichte. Markieren Sie die Alles-oder-nichts-Momente, nur die wenigen, die entscheiden.',
    ],
  },
  {
    minutes: 15,
    en: ['Break', ''],
    de: ['Pause', ''],
  },
  {
    minutes: 30,
    en: ['Future state', 'How it should be for the customer at the worst steps. Look upstream for the cause first.'],
    de: [
      'Soll-Zustand',
      'Wie sollte es an den schlimmsten Schritten für die Kundin sein? Suchen Sie die Ursache zuerst stromaufwärts.',
    ],
  },
  {
    minutes: 30,
    en: ['Actions', 'Who does what until when, and which score is to move. Only what somebody in the room takes on.'],
    de: ['Maßnahmen', 'Wer tut was bis wann, und welcher Wert soll sich bewegen? Nur was jemand im Raum übernimmt.'],
  },
  {
    minutes: 15,
    en: ['Wrap-up', 'How customers will confirm the map, who invites them, when we meet again. Export before people leave.'],
    de: [
      'Abschluss',
      'Wie bestätigen Kundinnen und Kunden die Karte, wer lädt sie ein, wann sehen wir uns wieder? Exportieren Sie, bevor alle gehen.',
    ],
  },
];
