import { useEffect, useState } from 'react';
import { useEditor } from '../session/EditorContext';
import { fetchMembers, type Member } from './signOffRequests';

/** The members of the map's workspace by name, as options of a choice; null before they are here. Two of the same name are told apart by their address. */
export function useMembers(): { members: readonly (Member & { label: string })[] | null; problem: unknown } {
  const { workspaceId } = useEditor();
  const [members, setMembers] = useState<readonly (Member & { label: string })[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (workspaceId === null) return;
    let isOver = false;
    fetchMembers(workspaceId).then(
      (found) => {
        if (isOver) return;
        const labelOf = ({ name, email }: Member): string =>
          found.filter((other) => other.name === name).length > 1 ? `${name} (${email})` : name;
        setMembers(found.map((member) => ({ ...member, label: labelOf(member) })).sort((a, b) => a.label.localeCompare(b.label)));
      },
      (error) => {
        if (!isOver) setProblem(error);
      },
    );
    return () => {
      isOver = true;
    };
  }, [workspaceId]);
  return { members, problem };
}
