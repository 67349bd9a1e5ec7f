using System.Text;
using Porting.Backend.Il;
using Porting.Backend.Llvm;

namespace Porting.Backend.Lower;

/// <summary>
/// <c>f(a, ...)</c> in front of the method that has the body, which takes the address of the variable arguments behind
/// the named ones (va_list of the i386 ABI). The optimiser puts the one into the other.
/// </summary>
internal sealed class VariadicEntry(ModuleLowering module, IlMethod method, Prototype body)
{
    public string Write(string linkage, string bodyName, string attributes)
    {
        module.Declare("llvm.va_start.p0", "declare void @llvm.va_start.p0(ptr)");
        List<string> parameters = [],
            arguments = [];
        if (body.Result.Way == Way.Memory)
        {
            parameters.Add($"{body.Result.Hidden} %ret");
            arguments.Add($"{body.Result.Hidden} %ret");
        }

        for (int i = 0; i < body.Arguments.Count - 1; i++)
        {
            if (body.Arguments[i].Way == Way.Nothing)
            {
                continue;
            }

            parameters.AddRange(body.Arguments[i].Named($"%v{i}"));
            arguments.AddRange(body.Arguments[i].Named($"%v{i}"));
        }

        parameters.Add("...");
        arguments.Add("ptr %area");
        int word = module.Target.PointerSize;
        string type = body.Result.ResultType;
        StringBuilder text = new();
        text.Append(
            $"\ndefine {linkage}{type} {IrText.Global(method.Function!.Symbol)}({string.Join(", ", parameters)}) {attributes} {{\n"
        );
        text.Append($"  %list = alloca ptr, align {word}\n  call void @llvm.va_start.p0(ptr %list)\n");
        text.Append($"  %area = load ptr, ptr %list, align {word}\n");
        string call = $"call {type} {IrText.Global(bodyName)}({string.Join(", ", arguments)})";
        text.Append(
            type == "void" ? $"  {call}\n  ret void\n}}\n" : $"  %result = {call}\n  ret {Bare(type)} %result\n}}\n"
        );
        return text.ToString();
    }

    private static string Bare(string type) =>
        type[(type.LastIndexOf("ext ", StringComparison.Ordinal) is >= 0 and var at ? at + 4 : 0)..];
}
