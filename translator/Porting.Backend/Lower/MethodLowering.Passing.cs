using System.Reflection.Metadata;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>Arguments and results by the target's convention: in registers, in memory, in parts.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>A call by the C convention, as clang makes it.</summary>
    internal void Invoke(string target, Prototype prototype, Value[] values, string attributes)
    {
        List<string> arguments = [];
        string room = "";
        Passing result = prototype.Result;
        bool isTail = IsTailCallNext && _at + 1 < _body.Code.Count && _body.Code[_at + 1].Op == ILOpCode.Ret;
        if (isTail && result.Way == Way.Memory)
        {
            room = "%ret";
        }
        else if (result.Way is Way.Memory or Way.Boxed)
        {
            room = _out.Slot(result.Storage.Ir, SlotAlign(result.Storage));
        }

        if (result.Way == Way.Memory)
        {
            arguments.Add($"{result.Hidden} {room}");
        }

        for (int n = 0; n < prototype.Arguments.Count; n++)
        {
            if (prototype.Arguments[n].Way != Way.Nothing)
            {
                arguments.Add(Argument(prototype.Arguments[n], values[n]));
            }
        }

        string type = prototype.IsVariadic ? $" ({prototype.PlainTypes})" : "";
        string behind = attributes.Length == 0 ? "" : " " + attributes;
        if (isTail)
        {
            TailCall(
                $"musttail call {prototype.Convention}{result.ResultType}{type} {target}({string.Join(", ", arguments)}){behind}",
                result
            );
            return;
        }

        Finish(
            $"call {prototype.Convention}{result.ResultType}{type} {target}({string.Join(", ", arguments)}){behind}",
            result,
            room
        );
    }

    /// <summary>The call that comes with a return behind it is one without a stack of its own (LangRef, "call
    /// Instruction", musttail).</summary>
    internal bool IsTailCallNext { get; set; }

    private void TailCall(string call, Passing result)
    {
        IsTailCallNext = false;
        if (result.Way is Way.Nothing or Way.Memory)
        {
            _out.Line(call);
            _out.Line("ret void");
        }
        else
        {
            _out.Line($"ret {result.Ir} {_out.Let(call)}");
        }

        _isLive = false;
    }

    private string Argument(Passing passing, Value value)
    {
        switch (passing.Way)
        {
            case Way.Memory:
                return $"{passing.Parameter} {value.Text}";
            case Way.Parts:
                return string.Join(", ", passing.Parts.Select(p => $"{passing.Typed(p)} {LoadPart(p, value)}"));
            case Way.Indirect:
                string copy = _out.Slot(passing.Storage.Ir, SlotAlign(passing.Storage));
                Copy(copy, value.Text, passing.Storage.Size);
                return $"{passing.Parameter} {copy}";
            case Way.Boxed:
                return $"{passing.Parameter} {LoadBoxed(passing, value.Text)}";
            default:
                return $"{passing.Parameter} {Narrow(passing.Storage, value)}";
        }
    }

    /// <summary>The value in a struct; its upper bits in memory are left out.</summary>
    private string LoadBoxed(Passing passing, string at)
    {
        string loaded = _out.Let($"load {passing.Memory}, ptr {at}, align 1");
        return passing.Memory == passing.Ir ? loaded : _out.Let($"trunc {passing.Memory} {loaded} to {passing.Ir}");
    }

    private void StoreBoxed(Passing passing, string value, string at, int align)
    {
        if (passing.Memory != passing.Ir)
        {
            string extend = passing.IsSigned ? "sext" : "zext";
            value = _out.Let($"{extend} {passing.Ir} {value} to {passing.Memory}");
        }

        _out.Line($"store {passing.Memory} {value}, ptr {at}, align {align}");
    }

    private string LoadPart(Part part, Value value)
    {
        int align = Math.Min(part.Align, Math.Max(1, value.Align));
        string loaded = _out.Let($"load {part.Memory}, ptr {PartAt(value.Text, part)}, align {align}");
        return part.Memory == part.Ir ? loaded : _out.Let($"zext {part.Memory} {loaded} to {part.Ir}");
    }

    private void Finish(string call, Passing result, string room)
    {
        switch (result.Way)
        {
            case Way.Nothing:
                _out.Line(call);
                break;
            case Way.Memory:
                _out.Line(call);
                Push(StructAt(room, result.Storage));
                break;
            case Way.Boxed:
                StoreBoxed(result, _out.Let(call), room, 1);
                Push(StructAt(room, result.Storage));
                break;
            default:
                Push(result.Storage.Kind, Widen(result.Storage, _out.Let(call)));
                break;
        }
    }
}
