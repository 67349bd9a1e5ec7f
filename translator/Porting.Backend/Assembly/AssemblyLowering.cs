using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// A statement of inline assembly at its place: a call of LLVM's asm with the operands that C gave it, or, of
/// <c>asm goto</c>, a <c>callbr</c>, which ends in one of several blocks. What each operand is stands in the attribute
/// (<see cref="IlAssemblyText"/>).
/// </summary>
internal sealed class AssemblyLowering(MethodLowering to)
{
    /// <param name="Sign">r, *, @, &amp;, #, or a blank for the argument's value.</param>
    /// <param name="Type">Of C's value.</param>
    /// <param name="Register">Of the register: wider where the operand shares it with a larger one.</param>
    private sealed record Operand(char Sign, int Index, string Type, string Register)
    {
        public bool IsResult => Sign is 'r' or '*';
    }

    private readonly List<string> _arguments = [];

    public void Lower(IlAssemblyText text, Intrinsic call)
    {
        string[] words = text.Operands.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool isVolatile = words is ["volatile", ..];
        int labels = words.Count(w => w == Label);
        Operand[] operands = [.. words.Skip(isVolatile ? 1 : 0).Where(w => w != Label).Select(Parse)];
        Operand[] results = [.. operands.Where(o => o.IsResult)];
        foreach (Operand operand in operands.Where(o => !o.IsResult))
        {
            AddArgument(operand, call);
        }

        string type = results.Length switch
        {
            0 => "void",
            1 => results[0].Register,
            _ => $"{{ {string.Join(", ", results.Select(r => r.Register))} }}",
        };
        string assembly =
            $"{type} asm {(isVolatile ? "sideeffect " : "")}\"{IrText.Escape(text.Template)}\", \"{text.Constraints}\"({string.Join(", ", _arguments)})";
        if (labels > 0)
        {
            Branch(assembly, labels, results, type, call);
            return;
        }

        PutAll(results, type, Do("call " + assembly, results), call);
    }

    private const string Label = "goto";

    private string Do(string instruction, Operand[] results)
    {
        if (results.Length > 0)
        {
            return to.Out.Let(instruction);
        }

        to.Out.Line(instruction);
        return "";
    }

    /// <summary>The outputs have their values on every way; the number of the way is the method's result.</summary>
    private void Branch(string assembly, int labels, Operand[] results, string type, Intrinsic call)
    {
        string[] ways = [.. Enumerable.Range(0, labels + 1).Select(n => to.Out.NewLabel(n == 0 ? "on" : "jumped"))];
        string end = to.Out.NewLabel("behind");
        string others = string.Join(", ", ways.Skip(1).Select(w => $"label %{w}"));
        string all = Do($"callbr {assembly} to label %{ways[0]} [{others}]", results);
        foreach (string way in ways)
        {
            to.Out.Label(way);
            PutAll(results, type, all, call);
            to.Out.Line($"br label %{end}");
        }

        to.Out.Label(end);
        to.PushValue(Kind.I32, to.Out.Let($"phi i32 {string.Join(", ", ways.Select((w, n) => $"[ {n}, %{w} ]"))}"));
    }

    private void PutAll(Operand[] results, string type, string all, Intrinsic call)
    {
        for (int n = 0; n < results.Length; n++)
        {
            string one = results.Length == 1 ? all : to.Out.Let($"extractvalue {type} {all}, {n}");
            Operand result = results[n];
            Put(
                result,
                result.Register == result.Type ? one : to.Out.Let($"trunc {result.Register} {one} to {result.Type}"),
                call
            );
        }
    }

    private static Operand Parse(string word)
    {
        string[] parts = word.Split(':');
        string[] types = parts[1] == "<4xi32>" ? ["<4 x i32>"] : parts[1].Split('/');
        return parts[0] == "r" ? new Operand('r', 0, types[0], types[^1])
            : char.IsAsciiDigit(parts[0][0]) ? new Operand(' ', int.Parse(parts[0], null), types[0], types[^1])
            : new Operand(parts[0][0], int.Parse(parts[0][1..], null), types[0], types[^1]);
    }

    private void AddArgument(Operand operand, Intrinsic call)
    {
        Value value = call.Values[operand.Index];
        switch (operand.Sign)
        {
            case '&':
                _arguments.Add($"ptr elementtype([{operand.Type[1..]} x i8]) {to.AsAddress(value)}");
                break;
            case '@':
                _arguments.Add(
                    $"{operand.Type} {to.Out.Let($"load {operand.Type}, ptr {to.AsAddress(value)}, align 1")}"
                );
                break;
            case '#' when value.Kind == Kind.Ptr:
                _arguments.Add($"ptr {value.Text}");
                break;
            default:
                string narrow = AsValue(value, operand.Type);
                _arguments.Add(
                    operand.Register == operand.Type
                        ? $"{operand.Type} {narrow}"
                        : $"{operand.Register} {to.Out.Let($"zext {operand.Type} {narrow} to {operand.Register}")}"
                );
                break;
        }
    }

    /// <summary>An address stays one where the operand has its size: it is so for "r" and for "i".</summary>
    private string AsValue(Value value, string type)
    {
        if (value.Kind == Kind.Struct)
        {
            return to.Out.Let($"load {type}, ptr {value.Text}, align 1");
        }

        switch (type)
        {
            case "i8" or "i16":
                string whole = to.To(value, Kind.I32);
                return to.Out.Let($"trunc i32 {whole} to {type}");
            case "i32":
                return to.To(value, Kind.I32);
            case "i64":
                return to.To(value, Kind.I64);
            case "float":
                return to.To(value, Kind.F32);
            case "double":
                return to.To(value, Kind.F64);
            case "x86_fp80" when value.Kind is Kind.F32 or Kind.F64: // tied to a long double's register
                return to.Out.Let($"fpext {value.Ir} {value.Text} to {type}");
            default:
                throw to.RefuseCall($"a {value.Kind} as the operand {type} of inline assembly");
        }
    }

    private void Put(Operand result, string value, Intrinsic call)
    {
        if (result.Sign == '*')
        {
            to.Out.Line($"store {result.Type} {value}, ptr {to.AsAddress(call.Values[result.Index])}, align 1");
            return;
        }

        Storage storage = to.Module.Layouts.Of(call.Signature.Result);
        to.PushValue(
            storage.Kind,
            storage.Kind == Kind.Ptr ? to.Out.Let($"inttoptr {result.Type} {value} to ptr")
                : storage.Ir != result.Type ? to.Out.Let($"zext {result.Type} {value} to {storage.Ir}")
                : to.Widen(storage, value)
        );
    }
}
