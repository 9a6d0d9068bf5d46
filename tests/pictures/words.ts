import type { Locale } from '@/lib/i18n/locale';

type Words = {
  owner: string;
  workspace: string;
  linkLabel: string;
  /** Who joins by the link, with the part of a department's name that they choose. */
  guests: readonly [Guest, Guest];
  /** Titles of steps on the template's map: one that a guest has selected, one whose details are open. */
  selectedStep: string;
  openStep: string;
  /** What a guest is writing into a card. */
  typed: string;
  journeys: readonly string[];
  /** Who takes part with a phone, and what a workshop votes on. */
  onPhone: string;
  question: string;
  /** Comments on the whole map. */
  comments: readonly string[];
  /** A version, the future state made from it, and what both states change afterwards: titles of steps, before and after. */
  future: {
    version: string;
    title: string;
    current: readonly (readonly [string, string])[];
    future: readonly (readonly [string, string])[];
  };
};
type Guest = { name: string; department: string };

/** Names and texts of the pictures, written in each language. */
export const words: Record<Locale, Words> = {
  en: {
    owner: 'Ana Clarke',
    workspace: 'Customer experience',
    linkLabel: 'Tuesday’s workshop',
    guests: [
      { name: 'Jonas', department: 'Billing' },
      { name: 'Priya', department: 'IT' },
    ],
    selectedStep: 'Looks for an explanation online',
    openStep: 'Waits on hold',
    typed: ' – twice',
    onPhone: 'Mira',
    question: 'What do we solve first?',
    comments: [
      'Do we know how many of these calls are about a bill? The reason codes of the last quarter would tell.',
      'The wait on hold is measured, the search in the help pages is not. I will bring the figures on Thursday.',
    ],
    future: {
      version: 'Agreed in October',
      title: 'A call that need not be',
      current: [
        ['Waits on hold', 'Waits on hold for nine minutes'],
        ['Tells her story', 'Tells her story for the third time'],
      ],
      future: [
        ['Waits on hold', 'Is called back when it suits her'],
        ['Gives up on the', 'Asks in the chat beside the bill'],
      ],
    },
    journeys: [
      'journey\n  title Moving house with our internet\n  section Before\n    Reads the terms: 3: Tom\n    Books the move online: 4: Tom\n  section Moving day\n    Waits for the technician: 1: Tom\n    Calls to ask where he is: 2: Tom\n  section After\n    Is online again: 5: Tom',
      'journey\n  title Reporting a broken router\n  section Noticing\n    Has no connection: 1: Ines\n    Restarts everything: 2: Ines\n  section Getting help\n    Chats with the assistant: 2: Ines\n    Is sent a new router: 4: Ines',
      'journey\n  title Choosing the first contract\n  section Looking around\n    Asks friends: 4: Liam\n    Compares prices: 3: Liam\n  section Deciding\n    Talks to a shop assistant: 4: Liam\n    Reads the small print: 2: Liam\n    Signs: 4: Liam',
    ],
  },
  de: {
    owner: 'Anna Berger',
    workspace: 'Kundenerlebnis',
    linkLabel: 'Workshop am Dienstag',
    guests: [
      { name: 'Jonas', department: 'Buchhaltung' },
      { name: 'Priya', department: 'IT' },
    ],
    selectedStep: 'Sucht im Kundenkonto nach einer Erklärung',
    openStep: 'Wartet in der Warteschleife',
    typed: ' – zweimal',
    onPhone: 'Mira',
    question: 'Was lösen wir zuerst?',
    comments: [
      'Wissen wir, wie viele dieser Anrufe eine Rechnung betreffen? Die Anrufgründe des letzten Quartals würden es zeigen.',
      'Die Wartezeit ist gemessen, die Suche in den Hilfeseiten nicht. Ich bringe die Zahlen am Donnerstag mit.',
    ],
    future: {
      version: 'Im Oktober abgestimmt',
      title: 'Ein Anruf, der nicht sein muss',
      current: [
        ['Wartet in der Warteschleife', 'Wartet neun Minuten in der Warteschleife'],
        ['Erzählt alles noch einmal', 'Erzählt alles zum dritten Mal'],
      ],
      future: [
        ['Wartet in der Warteschleife', 'Wird zurückgerufen, wann es ihr passt'],
        ['Gibt beim Online-Formular auf', 'Fragt im Chat neben der Rechnung'],
      ],
    },
    journeys: [
      'journey\n  title Umzug mit dem Internetanschluss\n  section Davor\n    Liest die Bedingungen: 3: Tom\n    Bucht den Umzug online: 4: Tom\n  section Umzugstag\n    Wartet auf den Techniker: 1: Tom\n    Fragt nach, wo er bleibt: 2: Tom\n  section Danach\n    Ist wieder online: 5: Tom',
      'journey\n  title Defekten Router melden\n  section Bemerken\n    Hat keine Verbindung: 1: Ines\n    Startet alles neu: 2: Ines\n  section Hilfe bekommen\n    Schreibt mit dem Assistenten: 2: Ines\n    Bekommt einen neuen Router: 4: Ines',
      'journey\n  title Den ersten Vertrag wählen\n  section Umsehen\n    Fragt im Freundeskreis: 4: Liam\n    Vergleicht Preise: 3: Liam\n  section Entscheiden\n    Spricht im Laden: 4: Liam\n    Liest das Kleingedruckte: 2: Liam\n    Unterschreibt: 4: Liam',
    ],
  },
};
