const least = 3;
const most = 10;

/**
 * How many votes each person is given when nobody says otherwise: a quarter as many as there are cards tells them apart, and leaves nobody counting
 * for long. `several`: whether more than one may go to one card; if not, there are never more votes than cards.
 */
export function suggestVotes(cards: number, several: boolean): number {
  const usual = Math.min(most, Math.max(least, Math.floor(cards / 4)));
  return several ? usual : Math.max(1, Math.min(usual, cards));
}
