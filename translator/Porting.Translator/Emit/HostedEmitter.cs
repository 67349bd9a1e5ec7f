using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>
/// What a hosted object has beside its C files: the C functions and variables of others that it uses, as C# members.
/// </summary>
internal sealed class HostedEmitter(LoweringContext context)
{
    /// <summary>Members of class Foreign.</summary>
    public void WriteMembers(CodeWriter output)
    {
        foreach (ForeignCall call in context.Foreign.All)
        {
            WriteCall(output, call);
        }

        foreach (
            FunctionEntity function in context
                .Program.Functions.Where(f =>
                    context.IsHosted && f.Origin == FunctionOrigin.Foreign && f.IsAddressTaken
                )
                .OrderBy(f => f.Name, StringComparer.Ordinal)
        )
        {
            string pointer = context.Names.FunctionPointer(function.Decl.Type);
            if (AliasTarget(function) is { } target)
            {
                output.Line(
                    $"internal static {pointer} addr_{function.Name} => ({pointer}){target.ClassName}.addr_{target.Name};"
                ); // equal addresses, as in C
                continue;
            }

            output.Line(
                $"internal static {pointer} addr_{function.Name} => ({pointer})(delegate*<void>)&{ForeignMembers.ImportName(function.Symbol)};"
            );
            output.Line(ForeignMembers.ImportLine(function.Symbol));
        }
    }

    private FunctionEntity? AliasTarget(FunctionEntity function) =>
        !function.IsWeak
        && function.Decl.Attributes.FirstOrDefault(a => a.Name == "alias") is { } alias
        && context.Program.FindExternal(alias.Arguments[0]) is { Origin: FunctionOrigin.Generated } target
            ? target
            : null;

    /// <summary>The function itself: the back end calls it as C does.</summary>
    private static void WriteCall(CodeWriter output, ForeignCall call)
    {
        IEnumerable<string> parameters = (call.Function == null ? (IEnumerable<string>)["void* target"] : []).Concat(
            call.Parameters.Select((t, i) => $"{t} a{i}")
        );
        if (call.Function is { } function && LibraryShortcuts.Find(function) is { } value)
        {
            string head = $"internal static {call.Result} {call.Method}({string.Join(", ", parameters)})";
            output.Line($"[AlwaysInline] {head} => {value};");
            return;
        }

        output.Line(
            $"{FunctionFacts.OfCall(call)} internal static extern {call.Result} {call.Method}({string.Join(", ", parameters)});"
        );
    }

    internal static int PriorityOf(AttributeInfo attribute) =>
        attribute.Arguments is [var priority] && priority is not "0" ? int.Parse(priority, null) : 65535;
}
