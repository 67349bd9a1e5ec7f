using System.Reflection.Metadata;
using Porting.Backend.Il;

namespace Porting.Backend.Lower;

/// <summary>
/// Loops that several jumps lead back to: C# sends each end of a choice in a loop's body to the loop's start by itself.
/// LLVM takes a loop with two ways back for two loops, one inside the other (LoopSimplify), and treats it worse. So these
/// jumps meet in a block of their own, as those of clang do behind the choice.
/// </summary>
internal sealed class LoopLatches
{
    private readonly HashSet<(int From, int To)> _back = [];

    /// <summary>Starts of loops that have a block for the ways back.</summary>
    private readonly HashSet<int> _shared;

    /// <param name="leaders">Offsets at which blocks start.</param>
    public LoopLatches(IlBody body, IReadOnlySet<int> leaders)
    {
        Dictionary<int, int[]> next = Successors(body, leaders);
        FindBack(next);
        _shared = [.. _back.GroupBy(e => e.To).Where(g => g.Count() > 1).Select(g => g.Key)];
    }

    /// <summary>Whether a jump between two blocks goes by the block for the ways back.</summary>
    public bool IsBack(int from, int to) => _shared.Contains(to) && _back.Contains((from, to));

    private static Dictionary<int, int[]> Successors(IlBody body, IReadOnlySet<int> leaders)
    {
        Dictionary<int, int[]> next = [];
        int start = 0;
        foreach (Instruction i in body.Code)
        {
            if (i.Next < body.Code[^1].Next && !leaders.Contains(i.Next))
            {
                continue;
            }

            next[start] = [.. EndsAt(i)];
            start = i.Next;
        }

        return next;
    }

    private static IEnumerable<int> EndsAt(Instruction last)
    {
        if (last.Op is ILOpCode.Ret or ILOpCode.Throw or ILOpCode.Endfinally)
        {
            return [];
        }

        IEnumerable<int> targets =
            last.Op.IsBranch() ? [last.Target]
            : last.Targets.IsDefault ? []
            : last.Targets;
        return last.Op is ILOpCode.Br or ILOpCode.Br_s or ILOpCode.Leave or ILOpCode.Leave_s
            ? targets
            : targets.Append(last.Next);
    }

    /// <summary>Edges to a block that is on the way from the method's start, by a search in depth.</summary>
    private void FindBack(Dictionary<int, int[]> next)
    {
        HashSet<int> seen = [],
            open = [];
        Stack<(int Block, int At)> path = [];
        foreach (int root in next.Keys)
        {
            Enter(root);
            while (path.TryPop(out (int Block, int At) top))
            {
                if (top.At == next[top.Block].Length)
                {
                    open.Remove(top.Block);
                    continue;
                }

                path.Push((top.Block, top.At + 1));
                int to = next[top.Block][top.At];
                if (open.Contains(to))
                {
                    _back.Add((top.Block, to));
                }

                Enter(to);
            }
        }

        void Enter(int block)
        {
            if (next.ContainsKey(block) && seen.Add(block))
            {
                open.Add(block);
                path.Push((block, 0));
            }
        }
    }
}
