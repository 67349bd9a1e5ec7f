using System.Reflection.Metadata;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// Blocks and branches. What is on the stack where control flow joins lies in slots. Nothing is thrown, so a finally
/// block is entered by leave alone, and is told by a number where to go on behind it.
/// </summary>
internal sealed partial class MethodLowering
{
    private readonly Dictionary<int, Value[]> _shapes = [];
    private readonly HashSet<string> _slots = [];
    private readonly SortedSet<int> _latched = [];
    private LoopLatches? _latches;

    /// <summary>Where the block that is being written starts in IL; -1 for what is in front of the first.</summary>
    private int _block;

    /// <summary>Ways through a finally block: number, and where that goes on.</summary>
    private readonly Dictionary<int, List<(int Number, int Next)>> _ways = [];
    private int _wayCount;

    private HashSet<int> Leaders()
    {
        HashSet<int> leaders = [.. _body.Regions.Select(r => r.HandlerOffset), .. Labels.Values];
        foreach (Il.Instruction i in _body.Code)
        {
            if (i.Op.IsBranch())
            {
                leaders.Add(i.Target);
            }

            leaders.UnionWith(i.Targets.IsDefault ? [] : i.Targets);
            if (i.Op.IsBranch() || i.Op is ILOpCode.Switch or ILOpCode.Ret or ILOpCode.Throw or ILOpCode.Endfinally)
            {
                leaders.Add(i.Next);
            }
        }

        return leaders;
    }

    private static string LabelOf(int offset) => $"b{offset:x}";

    /// <summary>The label for a jump from here.</summary>
    private string JumpTo(int offset)
    {
        if (_latches?.IsBack(_block, offset) != true)
        {
            return LabelOf(offset);
        }

        _latched.Add(offset);
        return LatchOf(offset);
    }

    private static string LatchOf(int offset) => $"{LabelOf(offset)}.again";

    /// <summary>Where ways back to a loop's start meet.</summary>
    private void WriteLatches()
    {
        foreach (int start in _latched)
        {
            _out.Label(LatchOf(start));
            _out.Line($"br label %{LabelOf(start)}");
        }
    }

    private void StartBlock(int offset)
    {
        if (_isLive)
        {
            Leave(offset);
            _out.Line($"br label %{JumpTo(offset)}");
        }

        _block = offset;
        _out.Label(LabelOf(offset));
        _stack = new Stack<Value>();
        _isLive = true;
        if (!_shapes.TryGetValue(offset, out Value[]? shape))
        {
            return;
        }

        for (int depth = 0; depth < shape.Length; depth++)
        {
            Value v = shape[depth];
            Push(
                v.Kind == Kind.Struct
                    ? v with
                    {
                        Text = StackSlot(depth, v),
                    }
                    : new Value(v.Kind, _out.Let($"load {v.Ir}, ptr {StackSlot(depth, v)}"))
            );
        }
    }

    private string StackSlot(int depth, Value v)
    {
        string name = v.Kind == Kind.Struct ? $"%s{depth}.{v.Struct!.Size}" : $"%s{depth}.{v.Kind}";
        if (_slots.Add(name))
        {
            _out.Slot(v.Kind == Kind.Struct ? v.Struct!.Ir : v.Ir, 4, name);
        }

        return name;
    }

    /// <summary>What is on the stack goes to where the target expects it.</summary>
    private void Leave(int target)
    {
        Value[] values = [.. _stack.Reverse()];
        if (!_shapes.TryGetValue(target, out Value[]? shape))
        {
            _shapes[target] = shape = [.. values.Select(v => v with { From = null, Align = 0 })];
        }

        for (int depth = 0; depth < values.Length; depth++)
        {
            Value expected = shape[depth];
            string slot = StackSlot(depth, expected);
            if (expected.Kind == Kind.Struct)
            {
                Copy(slot, values[depth].Text, expected.Struct!.Size);
            }
            else
            {
                _out.Line($"store {expected.Ir} {To(values[depth], expected.Kind)}, ptr {slot}");
            }
        }
    }

    private bool TranslateFlow(Il.Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Br or ILOpCode.Br_s:
                Leave(i.Target);
                _out.Line($"br label %{JumpTo(i.Target)}");
                _isLive = false;
                break;
            case ILOpCode.Brtrue or ILOpCode.Brtrue_s:
                Branch(Condition(), i.Target, i.Next);
                break;
            case ILOpCode.Brfalse or ILOpCode.Brfalse_s:
                Branch(Condition(), i.Next, i.Target);
                break;
            case ILOpCode.Switch:
                Switch(i);
                break;
            case ILOpCode.Leave or ILOpCode.Leave_s:
                LeaveRegions(i.Target);
                break;
            case ILOpCode.Endfinally:
                EndFinally();
                break;
            case ILOpCode.Ret:
                Return();
                break;
            default:
                return CompareAndBranch(i);
        }

        return true;
    }

    private bool CompareAndBranch(Il.Instruction i)
    {
        string? condition = i.Op switch
        {
            ILOpCode.Beq or ILOpCode.Beq_s => Compare("eq", "oeq"),
            ILOpCode.Bne_un or ILOpCode.Bne_un_s => Compare("ne", "une"),
            ILOpCode.Bgt or ILOpCode.Bgt_s => Compare("sgt", "ogt"),
            ILOpCode.Bge or ILOpCode.Bge_s => Compare("sge", "oge"),
            ILOpCode.Blt or ILOpCode.Blt_s => Compare("slt", "olt"),
            ILOpCode.Ble or ILOpCode.Ble_s => Compare("sle", "ole"),
            ILOpCode.Bgt_un or ILOpCode.Bgt_un_s => Compare("ugt", "ugt"),
            ILOpCode.Bge_un or ILOpCode.Bge_un_s => Compare("uge", "uge"),
            ILOpCode.Blt_un or ILOpCode.Blt_un_s => Compare("ult", "ult"),
            ILOpCode.Ble_un or ILOpCode.Ble_un_s => Compare("ule", "ule"),
            _ => null,
        };
        if (condition == null)
        {
            return false;
        }

        Branch(condition, i.Target, i.Next);
        return true;
    }

    private string Condition()
    {
        Value v = Pop();
        return v.Kind == Kind.Ptr ? _out.Let($"icmp ne ptr {v.Text}, null") : _out.Let($"icmp ne {v.Ir} {v.Text}, 0");
    }

    private void Branch(string condition, int yes, int no)
    {
        Leave(yes);
        Leave(no);
        _out.Line($"br i1 {condition}, label %{JumpTo(yes)}, label %{JumpTo(no)}");
        _isLive = false;
    }

    private void Switch(Il.Instruction i)
    {
        string value = To(Pop(), Kind.I32);
        foreach (int target in i.Targets.Append(i.Next).Distinct())
        {
            Leave(target);
        }

        IEnumerable<string> cases = i.Targets.Select((t, n) => $"i32 {n}, label %{JumpTo(t)}");
        _out.Line($"switch i32 {value}, label %{JumpTo(i.Next)} [ {string.Join(" ", cases)} ]");
        _isLive = false;
    }

    private IReadOnlyDictionary<int, int> Labels => field ??= TakenLabels.Of(_module.Assembly, _method);

    internal string AddressOfLabel(int number) => TakenLabels.Address(_name, Labels, number, Target.Word);

    internal void JumpToLabel(Value address)
    {
        IEnumerable<string> blocks = Labels.Keys.Order().Select(n => $"label %{TakenLabels.BlockOf(n)}");
        _out.Line($"indirectbr ptr {Address(address)}, [ {string.Join(", ", blocks)} ]");
        _isLive = false;
    }

    private Il.RegionIndex Regions => field ??= new Il.RegionIndex(_body.Regions);

    private static bool IsWithin(int offset, ExceptionRegion region) =>
        offset >= region.TryOffset && offset < region.TryOffset + region.TryLength;

    private void LeaveRegions(int target)
    {
        ExceptionRegion[] through = [.. Regions.Around(Current.Offset).TakeWhile(r => !IsWithin(target, r))];
        _stack.Clear();
        int number = _wayCount++;
        for (int n = 0; n < through.Length; n++)
        {
            int start = through[n].HandlerOffset;
            if (!_ways.TryGetValue(start, out List<(int, int)>? known))
            {
                _ways[start] = known = [];
                _out.Slot("i32", 4, $"%f{start:x}");
            }

            known.Add((number, n + 1 < through.Length ? through[n + 1].HandlerOffset : target));
            _out.Line($"store i32 {number}, ptr %f{start:x}");
        }

        _out.Line($"br label %{LabelOf(through.Length > 0 ? through[0].HandlerOffset : target)}");
        _isLive = false;
    }

    private void EndFinally()
    {
        int start = Regions.HandlerOf(Current.Offset).HandlerOffset;
        List<(int Number, int Next)> known = _ways.GetValueOrDefault(start, []);
        if (known.Count == 0)
        {
            _out.Line("unreachable");
        }
        else
        {
            string way = _out.Let($"load i32, ptr %f{start:x}");
            IEnumerable<string> others = known.Skip(1).Select(w => $"i32 {w.Number}, label %{LabelOf(w.Next)}");
            _out.Line($"switch i32 {way}, label %{LabelOf(known[0].Next)} [ {string.Join(" ", others)} ]");
        }

        _isLive = false;
    }

    private void Return()
    {
        if (IsNaked)
        {
            _out.Line("unreachable");
            _isLive = false;
            return;
        }

        Passing result = _prototype.Result;
        switch (result.Way)
        {
            case Way.Nothing:
                _out.Line("ret void");
                break;
            case Way.Memory:
                Copy(
                    "%ret",
                    Pop().Text,
                    result.Ir.StartsWith("[0 ", StringComparison.Ordinal) ? 0 : result.Storage.Size
                );
                _out.Line("ret void");
                break;
            case Way.Boxed:
                string value = LoadBoxed(result, Pop().Text);
                _out.Line($"ret {result.Ir} {value}");
                break;
            default:
                _out.Line($"ret {result.Ir} {Narrow(result.Storage, Pop())}");
                break;
        }

        _isLive = false;
    }
}
