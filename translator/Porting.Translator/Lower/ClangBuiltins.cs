using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.ConstantConversions;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Builtins that only clang knows how to compute -> a method whose body is C.</summary>
internal sealed class ClangBuiltins(FunctionScope scope) : Construct(scope)
{
    /// <summary>Those that are about the function that they stand in, or need more of the unit than values.</summary>
    private static readonly string[] AboutTheFunction =
    [
        "__builtin_apply",
        "__builtin_return",
        "__builtin_unwind",
        "__builtin_eh_",
        "__builtin_dwarf_",
        "__builtin_init_dwarf",
        "__builtin_coro",
        "__builtin_call_with_static_chain",
        "__builtin_os_log",
        "__builtin_ms_va",
        "__builtin_operator_",
        "__builtin_setjmp",
        "__builtin_longjmp",
        "__builtin_preserve_access_index",
        "__builtin_get_device_side_mangled_name",
        "__builtin_function_start",
        "__builtin_set_thread_pointer",
        "__builtin_addressof",
        "__builtin_sponentry",
    ];

    public Ex? Call(CallExpr call)
    {
        if (
            (!Context.IsHosted && call.Builtin == "__builtin_thread_pointer") // nobody has set it
            || AboutTheFunction.Any(a => call.Builtin.StartsWith(a, StringComparison.Ordinal))
        )
        {
            return null;
        }

        List<string> code = [],
            types = [];
        List<Expr> passed = [];
        string name = call.Builtin;
        foreach (Expr argument in call.Arguments)
        {
            if (ConstantArgument(argument) is { } constant)
            {
                code.Add(constant.Code);
                name += constant.Name;
            }
            else if (CSpelling.Of(argument.Type) is { } type)
            {
                code.Add($"${passed.Count}");
                types.Add(type);
                passed.Add(argument);
            }
            else
            {
                return null;
            }
        }

        bool isVoid = call.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void };
        if (CSpelling.Of(call.Type) is not { } result)
        {
            return null;
        }

        string text = $"{call.Builtin}({string.Join(", ", code)})";
        if (!call.Builtin.StartsWith("__", StringComparison.Ordinal))
        {
            // a header declares it
            IEnumerable<string?> declared = call.Target!.Type.Parameters.Select(CSpelling.Of);
            text = $"({{ {result} {call.Builtin}({string.Join(", ", declared.DefaultIfEmpty("void"))}); {text}; }})";
        }

        CsType made = isVoid ? CsType.Void : Canonical(call.Type);
        CsType[] parameters = [.. passed.Select(p => Canonical(p.Type))];
        string method = Context.Expressions.GetOrAdd(
            Class,
            name,
            new ClangExpression(
                text,
                string.Join(';', types.Prepend(result)),
                TargetOf(Function),
                made.Text,
                [.. parameters.Select(p => p.Text)]
            )
        );
        Ex[] values = InOrder([.. passed.Select((p, i) => (Func<Ex>)(() => ArgumentOf(p, parameters[i])))]);
        return Cs.Call(method, values, isVoid ? CsType.None : made);
    }

    private Ex ArgumentOf(Expr argument, CsType type) =>
        argument.Type.Canonical is VectorType or ComplexType ? Value(argument) : To(Value(argument), type).Wanted;

    /// <summary>An integer constant, and a string literal, as C and as a part of a name.</summary>
    private static (string Code, string Name)? ConstantArgument(Expr argument)
    {
        Expr inner = Strip(argument);
        while (inner is CastExpr { Kind: CastKind.ArrayToPointerDecay or CastKind.NoOp or CastKind.BitCast } cast)
        {
            inner = Strip(cast.Operand);
        }

        if (inner is StringLiteral { CharWidth: 1 } text)
        {
            string letters = System.Text.Encoding.Latin1.GetString(text.Bytes);
            return letters.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or ' ')
                ? ($"\"{letters}\"", "_" + string.Concat(letters.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')))
                : null;
        }

        if (argument.Constant is not { IsFloat: false, Bits: var bits } || argument.Type.Canonical is not BuiltinType)
        {
            return null;
        }

        string number =
            bits == long.MinValue ? "(-0x7fffffffffffffffLL - 1)"
            : bits is > int.MaxValue or < int.MinValue ? $"{Number(bits)}LL"
            : Number(bits);
        return ($"({CSpelling.Of(argument.Type)}){number}", $"_{Number(bits).Replace('-', 'm')}");
    }

    /// <summary>C's attribute target of a function.</summary>
    private static string TargetOf(FunctionDecl function) =>
        string.Join(',', function.Attributes.Where(a => a.Kind == "Target").SelectMany(a => a.Arguments));
}
