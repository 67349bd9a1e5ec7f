using System.Text;
using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.Lower;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>
/// What a hosted object has beside its C files: the C functions and variables of others that it uses, as C# members,
/// and the adapters behind them. Every adapter is <c>[RuntimeImport]</c>, a bare call; struct arguments are handed over
/// by address, because only the C convention is known for them.
/// </summary>
internal sealed class HostedEmitter(LoweringContext context)
{
    /// <summary>Members of class Foreign.</summary>
    public void WriteMembers(CodeWriter output)
    {
        int number = 0;
        foreach (ForeignCall call in context.Foreign.All)
        {
            if (context.IsNative)
            {
                WriteNativeCall(output, call);
            }
            else
            {
                WriteCall(output, call, ++number);
            }
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
            // The compiler takes it for granted that a symbol has an address; one that may be missing is read from a
            // word of data.
            if (AliasTarget(function) is { } target)
            {
                output.Line(
                    $"internal static {pointer} addr_{function.Name} => ({pointer}){target.ClassName}.addr_{target.Name};"
                ); // equal addresses, as in C
                continue;
            }

            string symbol = function.IsWeak ? $"weakref.{function.Symbol}" : function.Symbol;
            string address = function.IsWeak
                ? $"(*(void**)(delegate*<void>)&{FileEmitter.ImportName(symbol)})"
                : $"(delegate*<void>)&{FileEmitter.ImportName(symbol)}";
            output.Line($"internal static {pointer} addr_{function.Name} => ({pointer}){address};");
            output.Line(ProgramEmitter.ImportLine(symbol));
        }
    }

    private FunctionEntity? AliasTarget(FunctionEntity function) =>
        !function.IsWeak
        && function.Decl.Attributes.FirstOrDefault(a => a.Name == "alias") is { } alias
        && context.Program.FindExternal(alias.Arguments[0]) is { Origin: FunctionOrigin.Generated } target
            ? target
            : null;

    /// <summary>The function itself: the back end calls it as C does.</summary>
    private static void WriteNativeCall(CodeWriter output, ForeignCall call)
    {
        if (call.IsPlainPointer)
        {
            return; // a calli
        }

        IEnumerable<string> parameters = (call.Function == null ? (IEnumerable<string>)["void* target"] : []).Concat(
            call.Parameters.Select((t, i) => $"{t} a{i}")
        );
        if (call.Function is { } function && LibraryShortcuts.FindNative(function) is { } value)
        {
            output.Line($"internal static {call.Result} {call.Method}({string.Join(", ", parameters)}) => {value};");
            return;
        }

        output.Line(
            $"{FunctionFacts.OfCall(call)} internal static extern {call.Result} {call.Method}({string.Join(", ", parameters)});"
        );
    }

    private static void WriteCall(CodeWriter output, ForeignCall call, int number)
    {
        string import = $"[MethodImpl(MethodImplOptions.InternalCall), RuntimeImport(\"*\", \"{call.Symbol}\")]";
        IEnumerable<string> pointer = call.Function == null ? ["void* target"] : [];
        IEnumerable<string> named = call.Parameters.Select((t, i) => $"{t} a{i}");
        if (call.IsPlainPointer)
        {
            output.Line(
                $"{import} private static extern {call.Result} {call.Method}({string.Join(", ", named.Concat(pointer))});"
            );
            return;
        }

        IEnumerable<string> parameters = pointer.Concat(named);
        if (!call.Signature.HasAddresses && call.Function != null)
        {
            string? fast = call.Function is { } function ? LibraryShortcuts.Find(function, call) : null;
            output.Line(
                $"{import} {(fast == null ? "internal" : "private")} static extern {call.Result} {(fast == null ? call.Method : LibraryShortcuts.Slow(call.Method))}({string.Join(", ", parameters)});"
            );
            if (fast != null)
            {
                output.Line(
                    $"[MethodImpl(MethodImplOptions.AggressiveInlining)] internal static {call.Result} {call.Method}({string.Join(", ", parameters)}) => {fast};"
                );
            }

            return;
        }

        bool returnsAddress = call.Signature.Result.IsByAddress;
        string name = $"adapter{number}";
        IEnumerable<string> raw = (returnsAddress ? (IEnumerable<string>)[$"{call.Result}* result"] : [])
            .Concat(
                call.Parameters.Select((t, i) => $"{t}{(call.Signature.Parameters[i].IsByAddress ? "*" : "")} a{i}")
            )
            .Concat(pointer);
        output.Line(
            $"{import} private static extern {(returnsAddress ? "void" : call.Result)} {name}({string.Join(", ", raw)});"
        );
        IEnumerable<string> arguments = (returnsAddress ? (IEnumerable<string>)["&result"] : [])
            .Concat(call.Parameters.Select((_, i) => $"{(call.Signature.Parameters[i].IsByAddress ? "&" : "")}a{i}"))
            .Concat(pointer.Select(_ => "target"));
        output.Open($"internal static {call.Result} {call.Method}({string.Join(", ", parameters)})");
        if (returnsAddress)
        {
            output.Line($"Unsafe.SkipInit(out {call.Result} result);");
        }

        output.Line(
            $"{(returnsAddress || call.Result == "void" ? "" : "return ")}{name}({string.Join(", ", arguments)});"
        );
        if (returnsAddress)
        {
            output.Line("return result;");
        }

        output.Close();
    }

    /// <summary>The adapters' code; empty when nothing foreign is called.</summary>
    public string Assembler()
    {
        if (context.IsNative)
        {
            return "";
        }

        StringBuilder text = new();
        foreach (ForeignCall call in context.Foreign.All.DistinctBy(c => c.Symbol))
        {
            text.Append('\n')
                .Append(
                    CallAdapterWriter.Write(
                        call.Symbol,
                        call.Function?.Symbol,
                        call.Signature,
                        isWeak: call.Function != null
                    )
                );
        }

        foreach (
            VariableEntity variable in context
                .Program.Variables.Concat(context.Program.StaticLocals)
                .Where(v => v.Decl.IsThreadLocal)
                .OrderBy(v => v.Symbol, StringComparer.Ordinal)
        )
        {
            string symbol = variable.AccessSymbol;
            text.Append(
                $"\n\t.p2align 4\n\t.globl {symbol}\n{symbol}:\n\tmovl\t%gs:0, %eax\n\taddl\t{variable.Symbol}@indntpoff, %eax\n\tret\n"
            );
        }

        foreach (
            string symbol in context
                .Program.Variables.Where(v => v.IsWeakReference && v.Decl.Attributes.All(a => a.Name != "alias"))
                .Select(v => v.Symbol)
                .Concat(
                    context
                        .Program.Functions.Where(f =>
                            f.Origin == FunctionOrigin.Foreign
                            && f.IsWeak
                            && !f.Decl.Attributes.Any(a => a.Name == "alias")
                        )
                        .Select(f => f.Symbol)
                )
                .Order(StringComparer.Ordinal)
        )
        {
            text.Append(
                $"\n\t.weak {symbol}\n\t.data\n\t.balign 4\n\t.globl weakref.{symbol}\nweakref.{symbol}:\n\t.long {symbol}\n\t.text\n"
            );
        }

        return text.Length == 0 ? "" : $"# Ways out to C.\n\t.text\n{text}\t.section .note.GNU-stack,\"\",@progbits\n";
    }

    /// <summary>Whether other objects may call it without the detour through C: not where the linker may choose another
    /// definition.</summary>
    public static bool HasManagedEntry(FunctionEntity function) =>
        !function.IsStatic && !function.IsVariadic && !function.IsReplaceable && !function.Decl.IsInlineDefinitionOnly;

    /// <summary>The name under which other objects of the same pipeline call a function without the detour through
    /// C.</summary>
    public static string ManagedSymbol(FunctionEntity function) =>
        ForeignCall.ManagedSymbol(
            function,
            CSignature.Of(
                function.Decl.Parameters.Select(p => p.PassedType),
                function.Decl.Type.Return,
                convention: function.Decl.Type.Convention
            )
        );

    /// <summary>The export of a function that passes structs: its entry takes their addresses.</summary>
    public static void WriteEntry(CodeWriter output, FunctionEntity function, Names.ProgramNames names, string export)
    {
        CSignature signature = CSignature.Of(
            function.Decl.Parameters.Select(p => p.PassedType),
            function.Decl.Type.Return,
            convention: function.Decl.Type.Convention
        );
        string result = names.Type(function.Decl.Type.Return);
        bool returnsAddress = signature.Result.IsByAddress;
        IEnumerable<string> parameters = (returnsAddress ? (IEnumerable<string>)[$"{result}* result"] : []).Concat(
            function.Decl.Parameters.Select(
                (p, i) => $"{names.Type(p.PassedType)}{(signature.Parameters[i].IsByAddress ? "*" : "")} a{i}"
            )
        );
        IEnumerable<string> arguments = function.Decl.Parameters.Select(
            (_, i) => $"{(signature.Parameters[i].IsByAddress ? "*" : "")}a{i}"
        );
        if (function.IsVariadic)
        {
            parameters = parameters.Append("byte* va_args");
            arguments = arguments.Append("va_args");
        }

        output.Line($"[RuntimeExport(\"{export}\")]");
        output.Open(
            $"private static {(returnsAddress ? "void" : result)} {function.Name}__entry({string.Join(", ", parameters)})"
        );
        output.Line(
            $"{(returnsAddress ? "*result = " : result == "void" ? "" : "return ")}{Names.CSharpWords.Escape(function.BodyName)}({string.Join(", ", arguments)});"
        );
        output.Close();
    }

    /// <summary>Aliases, and functions that run before main and after it.</summary>
    public static string Attributes(FunctionEntity function, ProgramModel program)
    {
        StringBuilder text = new();
        foreach (AttributeInfo attribute in function.Decl.Attributes)
        {
            text.Append(
                attribute.Name switch
                {
                    "alias" => Alias(
                        function.Symbol,
                        program.SymbolOf(attribute.Arguments[0], function.Decl.File),
                        function.IsWeak
                    ),
                    "ifunc" =>
                        $"\t.type\t{function.Symbol}, @gnu_indirect_function\n{Alias(function.Symbol, program.SymbolOf(attribute.Arguments[0], function.Decl.File), function.IsWeak)}",
                    "constructor" =>
                        $"\t.section\t.init_array{Priority(attribute)},\"aw\",@init_array\n\t.balign\t4\n\t.long\t{function.Symbol}\n\t.text\n",
                    "destructor" =>
                        $"\t.section\t.fini_array{Priority(attribute)},\"aw\",@fini_array\n\t.balign\t4\n\t.long\t{function.Symbol}\n\t.text\n",
                    "visibility" =>
                        $"\t.{attribute.Arguments[0]}\t{function.Symbol}\n{(function.Origin == FunctionOrigin.Generated && HasManagedEntry(function) ? $"\t.{attribute.Arguments[0]}\t{ManagedSymbol(function)}\n" : "")}",
                    _ => "",
                }
            );
        }

        return text.ToString();
    }

    private static string Alias(string symbol, string target, bool isWeak) =>
        $"\t{(isWeak ? ".weak" : ".globl")}\t{symbol}\n\t.set\t{symbol}, {target}\n";

    /// <summary>Who sees a variable, and that it is another one under a second name.</summary>
    public static string Alias(VariableEntity variable, ProgramModel program) =>
        string.Concat(
            variable
                .Decl.Attributes.Where(a => a.Name == "visibility")
                .Select(a => $"\t.{a.Arguments[0]}\t{variable.Symbol}\n")
        ) + AliasOf(variable, program);

    private static string AliasOf(VariableEntity variable, ProgramModel program) =>
        variable.Decl.Attributes.FirstOrDefault(a => a.Name == "alias") is { } alias
            ? Alias(
                variable.Symbol,
                program.SymbolOf(alias.Arguments[0], variable.Decl.File),
                variable.Decl.Attributes.Any(a => a.Name == "weak")
            )
            : "";

    internal static int PriorityOf(AttributeInfo attribute) =>
        attribute.Arguments is [var priority] && priority is not "0" ? int.Parse(priority, null) : 65535;

    private static string Priority(AttributeInfo attribute) =>
        attribute.Arguments is [var priority] && priority is not ("65535" or "0") ? "." + priority.PadLeft(5, '0') : "";
}
