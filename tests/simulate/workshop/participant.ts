import { readVarUint } from 'lib0/decoding';
import type * as Y from 'yjs';
import { addCard, moveCards } from '@/lib/document/operations/cards';
import { colourIndexOf } from '@/lib/document/presence';
import { readMap } from '@/lib/document/readMap';
import { textOf } from '@/lib/document/textReference';
import { arrange } from '@/lib/map/arrange';
import { messageTypes } from '@/lib/sync/protocol';
import { pause } from '../../bench/sync/schedule';
import { claims, SyncClient } from '../../builders/syncClient';
import type { Dice } from './dice';
import { Visitor } from './guest';
import type { Ledger } from './ledger';

const sentences = [
  'waits for somebody to answer',
  'does not understand the letter',
  'tells it all again',
  'is glad that somebody calls back',
  'looks for the number',
  'asks a friend what to do',
];

/** Somebody at a laptop or phone who takes part in the workshop. */
export class Participant {
  readonly visitor: Visitor;
  /** Cards that this person made. */
  readonly made: string[] = [];
  private client: SyncClient | null = null;
  private stopListening: () => void = () => undefined;
  private sent: number[] = [];
  private confirmed = 0;

  constructor(
    private readonly server: { url: string; port: number },
    readonly name: string,
    private readonly dice: Dice,
    private readonly ledger: Ledger,
  ) {
    this.visitor = new Visitor(server.url);
  }

  get doc(): Y.Doc {
    if (!this.client) throw new Error(`${this.name} has not joined`);
    return this.client.doc;
  }

  /** Edits that have not been confirmed. */
  get unconfirmed(): number {
    return this.sent.length - this.confirmed;
  }

  /** Connections that ended. */
  get dropped(): number {
    return this.client?.closes.length ?? 0;
  }

  async join(token: string, place: number): Promise<void> {
    const mapId = await this.visitor.join(token, this.name, place);
    const params = { ...claims, confirm: '1' };
    const client = new SyncClient(this.server.port, { mapId, cookie: this.visitor.cookie, params, connect: false });
    this.client = client;
    this.ledger.follow(client.doc);
    // The answer to the server's first question is counted, too.
    this.sent = [Number.NaN];
    client.doc.on('update', (_update, origin) => {
      if (origin !== client.provider) this.sent.push(performance.now());
    });
    client.provider.messageHandlers[messageTypes.confirmed] = (_encoder, decoder) => this.confirm(readVarUint(decoder));
    const synced = new Promise<void>((resolve) => client.provider.once('sync', () => resolve()));
    client.provider.connect();
    await synced;
    const id = `guest:simulated-${client.doc.clientID}`;
    this.tell({ user: { id, name: this.name, colour: colourIndexOf(id), kind: 'guest' } });
    this.stopListening = await this.visitor.listen(mapId);
  }

  private confirm(count: number): void {
    const now = performance.now();
    for (const at of this.sent.slice(this.confirmed, count)) {
      if (!Number.isNaN(at)) this.ledger.acknowledgements.push(now - at);
    }
    this.confirmed = count;
  }

  private tell(part: Record<string, unknown>): void {
    const { awareness } = this.client?.provider ?? {};
    awareness?.setLocalState({ ...awareness.getLocalState(), ...part });
  }

  /** Takes part at a person's pace until the end. */
  async work(until: number): Promise<void> {
    const { dice } = this;
    while (performance.now() < until) {
      await pause(dice.between(500, 5_000));
      await this.point();
      const what = dice.share();
      if (what < 0.35) await this.writeCard(until);
      else if (what < 0.75) await this.addWords(until);
      else if (what < 0.9) this.moveCard();
    }
  }

  /** Moves the pointer about for a second or two, as pages tell it: at most twenty times a second. */
  private async point(): Promise<void> {
    const { dice } = this;
    let [x, y] = [dice.between(200, 3_000), dice.between(300, 2_000)];
    for (let move = 0; move < dice.between(8, 30); move++) {
      x += dice.between(-60, 60);
      y += dice.between(-40, 40);
      this.tell({ cursor: { x, y } });
      await pause(60);
    }
  }

  private async writeCard(until: number): Promise<void> {
    const { dice, doc } = this;
    const map = arrange(readMap(doc).map);
    const [step, lane] = [dice.one(map.steps), dice.one(map.lanes)];
    const id = step && lane ? addCard(doc, { at: { stepId: step.id, laneId: lane.id } }) : null;
    if (id === null) return;
    this.made.push(id);
    await this.type(id, dice.one(sentences) ?? '', until);
  }

  private async addWords(until: number): Promise<void> {
    const card = this.dice.one(readMap(this.doc).map.cards);
    if (card) await this.type(card.id, ` ${this.dice.one(sentences)?.split(' ').slice(0, 3).join(' ')}`, until);
  }

  /** Types letter by letter at the end of a card, five or six a second. */
  private async type(cardId: string, words: string, until: number): Promise<void> {
    const text = textOf(this.doc, { type: 'card', id: cardId, field: 'text' });
    if (!text) return;
    this.tell({ selection: [`card:${cardId}`] });
    for (const letter of words) {
      if (performance.now() > until) break;
      text.insert(text.length, letter);
      await pause(this.dice.between(120, 260));
    }
    this.tell({ selection: [] });
  }

  private moveCard(): void {
    const { dice, doc } = this;
    const map = arrange(readMap(doc).map);
    const [card, step, lane] = [dice.one([...map.cells.values()].flat()), dice.one(map.steps), dice.one(map.lanes)];
    if (card && step && lane) moveCards(doc, { ids: [card.id], to: { stepId: step.id, laneId: lane.id } });
  }

  leave(): void {
    this.stopListening();
    this.client?.destroy();
  }
}
