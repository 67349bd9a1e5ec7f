using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Names;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>The members of a file's class that stand for something outside of C#: addresses of functions by their linker
/// symbols, inline assembly, expressions of C.</summary>
internal sealed class ForeignMembers(LoweringContext context, FileContents contents, CodeWriter output)
{
    private readonly SortedSet<string> _imports = new(StringComparer.Ordinal);

    /// <summary>The method that stands for a linker symbol, whose address is taken.</summary>
    public static string ImportName(string symbol) =>
        "symbol_"
        + string.Concat(
            symbol.Select(c =>
                char.IsAsciiLetterOrDigit(c) ? $"{c}"
                : c == '.' ? "__"
                : "_"
            )
        );

    /// <summary>That method.</summary>
    public static string ImportLine(string symbol) =>
        $"[MethodImpl(MethodImplOptions.InternalCall), RuntimeImport(\"*\", \"{symbol}\")] private static extern void {ImportName(symbol)}();";

    /// <summary>Notes a linker symbol and gives the name of its import.</summary>
    private string Import(string symbol)
    {
        _imports.Add(symbol);
        return ImportName(symbol);
    }

    /// <summary>addr_f for every function of this file whose address is used anywhere.</summary>
    public void WriteAddresses()
    {
        foreach (
            FunctionEntity replaced in context
                .Program.FunctionsOf(contents.File)
                .Where(f => f.Origin == FunctionOrigin.Replaced && HasEntryOfItsOwn(f))
        )
        {
            output.Blank();
            WriteReplacedEntry(replaced);
        }

        bool isFirst = true;
        foreach (FunctionEntity function in context.Program.FunctionsOf(contents.File).Where(f => f.NeedsEntry))
        {
            if (isFirst)
            {
                output.Blank();
                output.Line("// Functions whose address is used.");
                isFirst = false;
            }

            string type = context.Names.FunctionPointer(function.Decl.Type);
            output.Line(
                $"{(function.IsPrivate ? "private" : "internal")} static {type} {ProgramNames.AddressName(function)} => ({type})(delegate*<void>)&{Import(function.Symbol)};"
            );
        }
    }

    private static bool HasEntryOfItsOwn(FunctionEntity replaced) =>
        replaced.IsVariadic || (replaced.IsStatic ? replaced.NeedsEntry : replaced.Decl.Type.Convention.Length > 0);

    /// <summary>A handwritten method is C's function by itself, unless C knows it under a name of its unit, or with
    /// arguments of its own.</summary>
    private void WriteReplacedEntry(FunctionEntity function)
    {
        string[] names = [.. function.Decl.Parameters.Select((_, i) => $"a{i}")];
        string extra = function.IsVariadic ? ", byte* va_args" : "";
        output.Line(FunctionFacts.OfDefinition(function));
        string call =
            $"{function.ClassName}.{CSharpWords.Escape(function.BodyName)}({string.Join(", ", function.IsVariadic ? names.Append("va_args") : names)})";
        output.Line(
            $"private static {context.Names.Type(function.Decl.Type.Return)} {function.Name}__entry({string.Join(", ", FunctionFacts.ParameterList(function.Decl, context.Names, names))}{extra}) => {call};"
        );
    }

    /// <summary>What clang compiles for C#.</summary>
    public void WriteExpressions()
    {
        (string Method, ClangExpression Expression)[] all =
        [
            .. context
                .Expressions.Of(contents.File.ClassName)
                .OrderBy(e => e.Method, StringComparer.Ordinal)
                .ThenBy(e => e.Expression.Key, StringComparer.Ordinal),
        ];
        if (all.Length > 0)
        {
            output.Blank();
            output.Line("// Expressions of C.");
        }

        foreach ((string method, ClangExpression expression) in all)
        {
            string[] facts =
            [
                expression.Code,
                expression.Types,
                .. expression.Checks is { } checks ? [expression.Target, checks, expression.Spared]
                : expression.Target.Length > 0 ? [expression.Target]
                : (string[])[],
            ];
            string where = $"CExpression({string.Join(", ", facts.Select(FunctionFacts.Quoted))})";
            string parameters = string.Join(", ", expression.Parameters.Select((t, i) => $"{t} a{i}"));
            output.Line(
                $"[MethodImpl(MethodImplOptions.InternalCall), {where}] private static extern {expression.Result} {method}({parameters});"
            );
        }
    }

    public void WriteImports()
    {
        (string Class, string Method, Assembly.AsmResult Result)[] assembly =
        [
            .. context
                .Assembly.All.Where(a => a.Class == contents.File.ClassName)
                .OrderBy(a => a.Method, StringComparer.Ordinal),
        ];
        if (_imports.Count + assembly.Length == 0)
        {
            return;
        }

        output.Blank();
        output.Line("// Linker symbols.");
        foreach (string symbol in _imports)
        {
            output.Line(ImportLine(symbol));
        }

        foreach ((_, string method, Assembly.AsmResult result) in assembly)
        {
            string parameters = string.Join(", ", result.Function.ParameterTypes.Select((t, i) => $"{t} a{i}"));
            Assembly.LlvmAssembly statement = result.Function.Statement;
            string where =
                $"InlineAssembly(\"{Assembly.LlvmAssemblyWriter.Escape(statement.Template)}\", \"{Assembly.LlvmAssemblyWriter.Escape(statement.Constraints)}\", \"{statement.Operands}\")";
            output.Line(
                $"[MethodImpl(MethodImplOptions.InternalCall), {where}] private static extern {result.Function.ReturnType} {method}({parameters});"
            );
        }
    }
}
