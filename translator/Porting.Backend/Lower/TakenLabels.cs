using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// Labels whose address C takes (GCC manual, "Labels as Values"). <c>rt.label(n)</c> stands where the label is,
/// <c>rt.label_address(n)</c> is its address, <c>rt.label_number(p)</c> in a switch over all of them is a jump to where
/// an address leads: LLVM's <c>blockaddress</c> and <c>indirectbr</c>. The switch is for C#, which has to know where a
/// jump may lead, and is never reached.
/// </summary>
internal static class TakenLabels
{
    private const string Mark = "rt.label";

    public static string BlockOf(int number) => $"label.{number}";

    /// <summary>Those that the method's code still has, since C# leaves out what nothing reaches: number, and where in IL.
    /// </summary>
    public static IReadOnlyDictionary<int, int> Of(IlAssembly assembly, IlMethod method)
    {
        IReadOnlyList<Instruction> code = assembly.Body(method).Code;
        Dictionary<int, int> offsets = [];
        for (int i = 1; i < code.Count; i++)
        {
            if (
                code[i].Op == ILOpCode.Call
                && method.Owner.Home.IsPlainMethod(code[i].Token)
                && method.Owner.Home.Method(code[i].Token, IlContext.None).Method.Import == Mark
                && NumberOf(code[i - 1]) is { } number
            )
            {
                offsets[number] = code[i - 1].Offset;
            }
        }

        return offsets;
    }

    private static int? NumberOf(Instruction i) =>
        i.Op switch
        {
            >= ILOpCode.Ldc_i4_0 and <= ILOpCode.Ldc_i4_8 => i.Op - ILOpCode.Ldc_i4_0,
            ILOpCode.Ldc_i4 or ILOpCode.Ldc_i4_s => (int)i.Number,
            _ => null,
        };

    /// <summary>A label's address. Of one that is gone, where no jump can lead, it is some number.</summary>
    public static string Address(string function, IReadOnlyDictionary<int, int> labels, int number, string word) =>
        labels.ContainsKey(number)
            ? $"blockaddress({IrText.Global(function)}, %{BlockOf(number)})"
            : $"inttoptr ({word} {number} to ptr)";

    /// <summary>The same of a method by class and name.</summary>
    public static string AddressIn(ModuleLowering module, string of, long number)
    {
        IlMethod method = module.Assembly.Methods.First(m => $"{m.Owner.Name}.{m.Name}" == of);
        string function = method.Function?.Symbol ?? module.NameOf(method, IlContext.None);
        return Address(function, Of(module.Assembly, method), (int)number, module.Target.Word);
    }

    public static bool TryLower(MethodLowering to, Intrinsic call, string symbol)
    {
        switch (symbol)
        {
            case Mark:
                string block = BlockOf(Number(to, call));
                to.Out.Line($"br label %{block}");
                to.Out.Label(block);
                return true;
            case "rt.label_address":
                to.PushValue(Kind.Ptr, to.AddressOfLabel(Number(to, call)));
                return true;
            case "rt.label_number":
                to.JumpToLabel(call.Values[0]);
                return true;
            default:
                return false;
        }
    }

    private static int Number(MethodLowering to, Intrinsic call) =>
        call.Values[0].IsNumber
            ? int.Parse(call.Values[0].Text, null)
            : throw to.RefuseCall("the number of a label is no constant");
}
