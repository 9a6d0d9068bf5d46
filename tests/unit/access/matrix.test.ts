import { describe, expect, test } from 'vitest';
import { type Actor, roles } from '@/lib/access/actor';
import { canReadMap, meetsMapNeed } from '@/lib/access/map';
import { can, type Operation, operations } from '@/lib/access/operation';
import { guestRoles, type MembershipRow, type Standing, standingInWorkspace, standingOnMap } from '@/lib/access/standing';
import { canEraseAnswers, canImportAnswers, canManageSources, canReadAnswers, canReadFigures } from '@/lib/access/workspace';

const map = { id: 'map1', workspaceId: 'ours' };
const user: Actor = { kind: 'user', userId: 'u1', sessionId: 's', name: 'Ana', email: 'ana@example.org' };
const guest = (role: (typeof guestRoles)[number], mapId = map.id): Actor => ({
  kind: 'guest',
  guestId: 'g1',
  sessionId: 's',
  name: 'Gast',
  mapId,
  role,
  departmentId: null,
});
const membership = (role: string, over: Partial<MembershipRow> = {}): MembershipRow => ({
  workspaceId: 'ours',
  userId: 'u1',
  role,
  ...over,
});

/**
 * Written out by hand beside lib/access, so that a change there has to be said twice. One letter for each who may:
 * O owner, E editor, C commenter, V viewer; e, c, v the same as guests.
 */
const allowed: Record<Operation, string> = {
  'map.read': 'OECVecv',
  'map.export': 'OECVecv',
  'map.comment': 'OECec',
  'map.vote': 'OECec',
  'comment.read': 'OECVec',
  'comment.deleteOthers': 'O',
  'map.write': 'OEe',
  'map.readActivity': 'OECV',
  'map.readVersions': 'OECVec',
  'map.saveVersion': 'OE',
  'map.deleteVersion': 'O',
  'map.readSignOffs': 'OECV',
  'map.putUpSignOff': 'OE',
  'map.manage': 'OE',
  'map.leadWorkshop': 'OE',
  'map.move': 'OE',
  'map.delete': 'OE',
  'map.purge': 'O',
  'joinLink.list': 'OE',
  'joinLink.create': 'OE',
  'joinLink.revoke': 'OE',
  'viewLink.list': 'OE',
  'viewLink.create': 'OE',
  'viewLink.revoke': 'OE',
  'workspace.read': 'OECV',
  'workspace.createMap': 'OE',
  'workspace.readTemplates': 'OE',
  'workspace.manageTemplates': 'OE',
  'workspace.manageSources': 'OE',
  'workspace.importAnswers': 'OE',
  'workspace.readFigures': 'OECV',
  'workspace.readAnswers': 'OE',
  'workspace.setAnswerLimits': 'O',
  'workspace.eraseAnswers': 'OE',
  'workspace.readBin': 'OE',
  'workspace.rename': 'O',
  'workspace.delete': 'O',
  'workspace.purge': 'O',
  'workspace.handOver': 'O',
  'workspace.readAudit': 'O',
  'member.list': 'OECV',
  'member.invite': 'O',
  'member.changeRole': 'O',
  'member.remove': 'O',
  'member.leave': 'OECV',
  'member.resetPassword': 'O',
};

const standings: [string, Standing | null][] = [
  ...roles.map((role): [string, Standing | null] => [role[0]?.toUpperCase() ?? '', standingOnMap(user, map, membership(role))]),
  ...guestRoles.map((role): [string, Standing | null] => [role[0] ?? '', standingOnMap(guest(role), map, null)]),
];

const strangers: [string, Standing | null][] = [
  ['nobody', standingOnMap(null, map, null)],
  ['nobody, with somebody’s membership', standingOnMap(null, map, membership('owner'))],
  ['an account without membership', standingOnMap(user, map, null)],
  ['an owner of another workspace', standingOnMap(user, map, membership('owner', { workspaceId: 'theirs' }))],
  ['an account with another person’s membership', standingOnMap(user, map, membership('owner', { userId: 'u2' }))],
  ['an account with a role that does not exist', standingOnMap(user, map, membership('admin'))],
  ['a guest of another map', standingOnMap(guest('editor', 'map2'), map, null)],
  ['a guest of another map with a membership', standingOnMap(guest('editor', 'map2'), map, membership('owner'))],
  ['a guest before the workspace', standingInWorkspace(guest('editor'), { id: 'ours' }, membership('owner'))],
  ['a guest with an owner’s role', standingOnMap(guest('owner' as 'editor'), map, null)],
];

describe('role × operation', () => {
  test('the table names every operation', () => {
    expect(Object.keys(allowed).sort()).toEqual(Object.keys(operations).sort());
  });

  for (const operation of Object.keys(operations) as Operation[]) {
    for (const [letter, standing] of standings) {
      const expected = allowed[operation].includes(letter);
      test(`${letter} ${expected ? 'may' : 'may not'} ${operation}`, () => {
        expect(standing).not.toBeNull();
        expect(can(standing, operation)).toBe(expected);
      });
    }
    for (const [who, standing] of strangers) {
      test(`${who} may not ${operation}`, () => expect(can(standing, operation)).toBe(false));
    }
  }

  test('whoever is held may do everything but write', () => {
    for (const [letter, standing] of standings) {
      if (!standing) throw new Error('everybody in this list has a standing');
      for (const operation of Object.keys(operations) as Operation[]) {
        const expected = operation !== 'map.write' && allowed[operation].includes(letter);
        expect([letter, operation, can({ ...standing, held: true }, operation)]).toEqual([letter, operation, expected]);
      }
    }
  });

  test('the sentences agree with the table', () => {
    for (const [letter, standing] of [...standings, ...strangers]) {
      expect(canReadMap(standing)).toBe(letter.length === 1);
      expect(meetsMapNeed(standing, 'write')).toBe(can(standing, 'map.write'));
      expect(canManageSources(standing)).toBe(can(standing, 'workspace.manageSources'));
      expect(canImportAnswers(standing)).toBe(can(standing, 'workspace.importAnswers'));
      expect(canReadFigures(standing)).toBe(can(standing, 'workspace.readFigures'));
      expect(canReadAnswers(standing)).toBe(can(standing, 'workspace.readAnswers'));
      expect(canEraseAnswers(standing)).toBe(can(standing, 'workspace.eraseAnswers'));
      expect(meetsMapNeed(standing, 'createJoinLink')).toBe(can(standing, 'joinLink.create'));
    }
  });
});
