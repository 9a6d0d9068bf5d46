import * as close from '@/app/api/maps/[mapId]/votes/[roundId]/close/route';
import * as round from '@/app/api/maps/[mapId]/votes/[roundId]/route';
import * as votes from '@/app/api/maps/[mapId]/votes/route';
import * as shown from '@/app/api/maps/[mapId]/votes-shown/route';
import * as workshop from '@/app/api/maps/[mapId]/workshop/route';
import type { Runtime } from '@/lib/runtime';
import { ballotAnswerSchema, type VotesAnswer, votesAnswerSchema } from '@/lib/workshop/voting/votesAnswer';
import { callRoute } from '@/tests/builders/callRoute';
import { CommentScene } from '../comments/commentScene';

type Who = { cookie: string };

const rules = { title: 'Which first?', kinds: ['painPoint', 'note'], votesPerPerson: 3, mostPerCard: 2 };

/** A map with a workshop that its owner leads, and the page's requests about votes. */
export class VoteScene {
  private constructor(
    readonly running: Runtime,
    readonly scene: CommentScene,
  ) {}

  static async make(running: Runtime): Promise<VoteScene> {
    const made = new VoteScene(running, await CommentScene.make(running));
    await made.act(made.people.owner, 'start');
    return made;
  }

  get people() {
    return this.scene.people;
  }

  get mapId(): string {
    return this.scene.map.id;
  }

  /** Ids of cards that can be voted for. */
  get cardIds(): string[] {
    return this.scene.content.cards.filter(({ kind }) => rules.kinds.includes(kind)).map(({ id }) => id);
  }

  act(who: Who, type: string): Promise<Response> {
    return callRoute(workshop.POST, { method: 'POST', cookie: who.cookie, params: { mapId: this.mapId }, body: { type } });
  }

  open(who: Who, over: object = {}): Promise<Response> {
    const params = { mapId: this.mapId };
    return callRoute(votes.POST, { method: 'POST', cookie: who.cookie, params, body: { ...rules, ...over } });
  }

  /** Opens a vote by whoever leads, and returns its id. */
  async opened(over: object = {}): Promise<string> {
    const answer = votesAnswerSchema.parse(await (await this.open(this.people.owner, over)).json());
    return answer.open?.id ?? '';
  }

  list(who: Who): Promise<Response> {
    return callRoute(votes.GET, { cookie: who.cookie, params: { mapId: this.mapId } });
  }

  async listed(who: Who): Promise<VotesAnswer> {
    return votesAnswerSchema.parse(await (await this.list(who)).json());
  }

  cast(who: Who, roundId: string, cardId: unknown, count: unknown = 1, mapId = this.mapId): Promise<Response> {
    return callRoute(round.PUT, { method: 'PUT', cookie: who.cookie, params: { mapId, roundId }, body: { cardId, count } });
  }

  async ballot(who: Who, roundId: string) {
    const response = await callRoute(round.GET, { cookie: who.cookie, params: { mapId: this.mapId, roundId } });
    return ballotAnswerSchema.parse(await response.json());
  }

  close(who: Who, roundId: string, mapId = this.mapId): Promise<Response> {
    return callRoute(close.POST, { method: 'POST', cookie: who.cookie, params: { mapId, roundId } });
  }

  remove(who: Who, roundId: string): Promise<Response> {
    return callRoute(round.DELETE, { method: 'DELETE', cookie: who.cookie, params: { mapId: this.mapId, roundId } });
  }

  show(who: Who, roundId: string | null): Promise<Response> {
    return callRoute(shown.PUT, { method: 'PUT', cookie: who.cookie, params: { mapId: this.mapId }, body: { roundId } });
  }

  /** The cards' dots, as they are on the map. */
  async dots(): Promise<Record<string, number>> {
    const { cards } = (await this.running.liveMaps.read(this.mapId)).map;
    return Object.fromEntries(cards.flatMap(({ id, votes: count }) => (count === undefined ? [] : [[id, count]])));
  }

  async ballotRows(): Promise<string[]> {
    const { rows } = await this.running.database.pool.query<{ actor_id: string }>(
      'select b.actor_id from vote_ballot b join vote_round r on r.id = b.round_id where r.map_id = $1 order by 1',
      [this.mapId],
    );
    return rows.map(({ actor_id }) => actor_id);
  }
}
