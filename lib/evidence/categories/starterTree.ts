/** A category of a tree to begin with, and the words of its rule. */
export type StarterCategory = {
  name: string;
  any?: readonly string[];
  none?: readonly string[];
  children?: readonly StarterCategory[];
};

/**
 * Reasons for which customers get in touch with most companies, to begin with: for contact centres, German and English. Words are beginnings of words. The
 * special ones come before the general ones, as the first rule that fits decides.
 */
export const starterTrees: Readonly<Record<'de' | 'en', readonly StarterCategory[]>> = {
  de: [
    {
      name: 'Rechnung und Zahlung',
      any: ['Rechnung', 'Abbuchung', 'Lastschrift', 'abgebucht', 'Zahlung', 'bezahl', 'Gutschrift', 'Abschlag'],
      children: [
        {
          name: 'Rechnung unverständlich',
          any: ['Rechnung nicht verst', 'Rechnung unverständlich', 'Rechnung erklär', 'Rechnungserklärung'],
        },
        {
          name: 'Betrag falsch',
          any: [
            'zu viel berechnet',
            'zuviel berechnet',
            'doppelt abgebucht',
            'doppelt berechnet',
            'falscher Betrag',
            'falsch abgerechnet',
          ],
        },
        {
          name: 'Mahnung und Zahlungsaufschub',
          any: ['Mahnung', 'Mahngebühr', 'Ratenzahlung', 'Inkasso', 'Zahlungsaufschub', 'Stundung'],
        },
        { name: 'Bankverbindung', any: ['Bankverbindung', 'IBAN ändern', 'Kontoverbindung', 'SEPA'] },
      ],
    },
    {
      name: 'Bestellung und Lieferung',
      any: ['Lieferung', 'Liefer', 'geliefert', 'Paket', 'Sendung', 'Versand', 'Bestellung', 'bestellt'],
      children: [
        {
          name: 'Wo bleibt die Lieferung',
          any: ['noch nicht angekommen', 'nicht geliefert', 'Lieferverzug', 'Sendungsverfolgung', 'wo bleibt', 'verspätet'],
        },
        {
          name: 'Falsch oder beschädigt',
          any: ['beschädigt', 'falsch geliefert', 'falscher Artikel', 'Bruch', 'defekt angekommen'],
        },
        { name: 'Rückgabe', any: ['Rücksend', 'Retoure', 'zurückgeb', 'zurückschick', 'Umtausch', 'Erstattung'] },
      ],
    },
    {
      name: 'Vertrag und Tarif',
      any: ['Vertrag', 'Tarif', 'Laufzeit'],
      children: [
        { name: 'Kündigung', any: ['kündig', 'Kündigung', 'Widerruf'] },
        { name: 'Umzug', any: ['Umzug', 'umziehen', 'umgezogen', 'neue Adresse', 'Adressänderung'] },
        { name: 'Preis und Tarifwechsel', any: ['Preiserhöhung', 'Tarifwechsel', 'zu teuer', 'teurer'] },
      ],
    },
    {
      name: 'Technik',
      any: ['Störung', 'defekt', 'funktioniert nicht', 'geht nicht', 'Fehlermeldung', 'kaputt', 'Ausfall'],
      children: [
        { name: 'Einrichtung', any: ['einrichten', 'Einrichtung', 'Installation', 'installier', 'Inbetriebnahme'] },
        { name: 'Reparatur und Termin', any: ['Techniker', 'Reparatur', 'reparier', 'Technikertermin'] },
      ],
    },
    {
      name: 'Zugang und Konto',
      any: ['Kundenkonto', 'Kundenportal', 'Zugangsdaten', 'registrier'],
      children: [
        { name: 'Anmeldung und Kennwort', any: ['Passwort', 'Kennwort', 'einloggen', 'Login', 'Anmeldung nicht', 'gesperrt'] },
        { name: 'Persönliche Daten', any: ['Name ändern', 'Namensänderung', 'E-Mail-Adresse ändern', 'Datenschutz', 'Auskunft'] },
      ],
    },
    {
      name: 'Erreichbarkeit und Service',
      any: ['Warteschleife', 'Wartezeit', 'niemand erreich', 'nicht erreich', 'Rückruf', 'keine Antwort', 'unfreundlich'],
    },
    { name: 'Lob', any: ['vielen Dank für', 'super Service', 'sehr zufrieden'] },
    { name: 'Sonstiges' },
  ],
  en: [
    {
      name: 'Bill and payment',
      any: ['bill', 'invoice', 'charge', 'payment', 'direct debit', 'refund'],
      none: ['in charge'],
      children: [
        {
          name: 'Bill not understood',
          any: ['understand my bill', 'understand the bill', 'explain the bill', 'explain my bill', 'understand the invoice'],
        },
        { name: 'Wrong amount', any: ['overcharged', 'charged twice', 'wrong amount', 'double charged', 'too much'] },
        {
          name: 'Reminder and payment plan',
          any: ['reminder', 'overdue', 'instalment', 'installment', 'payment plan', 'debt collect'],
        },
        { name: 'Bank details', any: ['bank details', 'bank account', 'iban'] },
      ],
    },
    {
      name: 'Order and delivery',
      any: ['deliver', 'parcel', 'package', 'shipment', 'shipping', 'order'],
      children: [
        {
          name: 'Where is it',
          any: ['not arrived', 'has not been delivered', 'where is my', 'tracking', 'still waiting for', 'delayed'],
        },
        { name: 'Wrong or damaged', any: ['damaged', 'wrong item', 'broken on arrival', 'missing part'] },
        { name: 'Return', any: ['return', 'send it back', 'exchange'] },
      ],
    },
    {
      name: 'Contract and tariff',
      any: ['contract', 'tariff', 'subscription'],
      children: [
        { name: 'Cancellation', any: ['cancel', 'terminate', 'termination'] },
        { name: 'Moving house', any: ['moving house', 'moved house', 'new address', 'change of address'] },
        {
          name: 'Price and change of tariff',
          any: ['price increase', 'too expensive', 'change my tariff', 'upgrade', 'downgrade'],
        },
      ],
    },
    {
      name: 'Technology',
      any: ['not working', 'does not work', 'broken', 'error message', 'outage', 'fault', 'defect'],
      children: [
        { name: 'Setting up', any: ['set up', 'setup', 'install', 'activate'] },
        { name: 'Repair and appointment', any: ['technician', 'engineer', 'repair', 'appointment'] },
      ],
    },
    {
      name: 'Access and account',
      any: ['my account', 'customer portal', 'regist'],
      children: [
        { name: 'Sign-in and password', any: ['password', 'log in', 'login', 'sign in', 'locked out'] },
        { name: 'Personal data', any: ['change my name', 'change my email', 'privacy', 'data protection'] },
      ],
    },
    {
      name: 'Reachability and service',
      any: ['on hold', 'waiting time', 'no answer', 'nobody answer', 'call back', 'callback', 'rude', 'unfriendly'],
    },
    { name: 'Praise', any: ['thank you for', 'great service', 'very happy with'] },
    { name: 'Other' },
  ],
};

/** The rules of a starter tree in the order in which they decide: those of lower levels first. Each names its category by its place in `listStarter`. */
export type PlacedStarter = { name: string; parent: number | null; level: number } & Pick<StarterCategory, 'any' | 'none'>;

/** A starter tree as a list, each category before those below it; `parent`: the place of the one above. */
export function listStarter(language: 'de' | 'en'): PlacedStarter[] {
  const placed: PlacedStarter[] = [];
  const walk = (categories: readonly StarterCategory[], parent: number | null, level: number): void => {
    for (const { name, any, none, children = [] } of categories) {
      const own = placed.push({ name, parent, level, ...(any ? { any } : {}), ...(none ? { none } : {}) }) - 1;
      walk(children, own, level + 1);
    }
  };
  walk(starterTrees[language], null, 1);
  return placed;
}
