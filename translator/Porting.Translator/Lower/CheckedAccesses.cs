using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Values that a sanitizer looks at where they are read or converted: indices of arrays, truth values, floating
/// point as integers, arguments of builtins -> methods of C, as <see cref="Checks"/>.</summary>
internal sealed class CheckedAccesses(FunctionScope scope) : Construct(scope)
{
    /// <summary>What a helper of C does besides is none of the program's.</summary>
    private const string IndexAlone = "pointer-overflow vla-bound unsigned-integer-overflow signed-integer-overflow";

    private HashSet<Expr>? _accessed;

    /// <summary>The value of an index: <c>a[i]</c> -> <c>a[index_3_7(i)]</c>.</summary>
    /// <param name="at">The subscript, or the sum of a pointer and the index.</param>
    /// <param name="isBack">The index is subtracted; what is checked then is its negation.</param>
    public Ex Index(Expr at, Expr array, Expr index, bool isBack = false)
    {
        Expr? count = null;
        if (Strip(index) is CallExpr { Builtin: "__port_counted" } counting)
        {
            (index, count) = (counting.Arguments[0], counting.Arguments[1]);
        }

        Ex value = Numeric(Value(index));
        if (at.Check is not { } check || (IsWithin(array, index) && !isBack))
        {
            return value;
        }

        value = Exact(value, Canonical(index.Type));
        string counted = isBack ? "-(unsigned)$0" : "$0";
        string type = CSpelling.Of(index.Type)!;
        ArrayType? bounded = ArrayOf(array);
        bool isVariable = count != null || bounded is { Kind: ArrayKind.Variable };
        string bound =
            isVariable ? "$1"
            : bounded != null ? Checks.Number(bounded.Count)
            : Checks.Number(((VectorType)array.Type.Canonical).Count);
        // an element that is read or written stands before another one of its own
        string access = Accessed.Contains(at) ? "[0]" : "";
        List<(Ex, CType)> arguments = [(value, index.Type)];
        if (isVariable)
        {
            Ex elements = count != null ? To(Numeric(Value(count)), CsType.UInt) : Lengths.CountOf(bounded!);
            arguments.Add((Exact(elements, CsType.UInt), Checks.UnsignedInt));
        }

        return Checks.Call(
            "index",
            check,
            $"({{ typedef char $N0[{bound}][1]; typedef {type} $N1; (void)&{Checks.At(check)}(*($N0 *)0)[($N1)({counted})]{access}; $0; }})",
            (index.Type, type),
            [.. arguments],
            IndexAlone
        );
    }

    private static ArrayType? ArrayOf(Expr pointer) =>
        Strip(pointer) is CastExpr { Kind: CastKind.ArrayToPointerDecay } decay
            ? decay.Operand.Type.Canonical as ArrayType
            : null;

    private static bool IsWithin(Expr array, Expr index) =>
        index.Constant is { IsFloat: false, Bits: var bits }
        && ArrayOf(array) is { Kind: ArrayKind.Constant } bounded
        && bits >= 0
        && bits < bounded.Count;

    /// <summary>Elements that are read or written; of others the address is taken, which may be the one behind the last
    /// (CGExpr.cpp, EmitCheckedLValue).</summary>
    private HashSet<Expr> Accessed =>
        _accessed ??= [.. BodyWalker.All(Function.Body!).Select(AccessedBy).Select(Unguarded).OfType<SubscriptExpr>()];

    private static Expr? AccessedBy(Stmt statement) =>
        statement switch
        {
            CastExpr { Kind: CastKind.LValueToRValue } load when IsScalar(load.Type) => load.Operand,
            BinaryExpr { Op: BinaryOp.Assign } assign when IsScalar(assign.Type) => assign.Left,
            CompoundAssignExpr assign when IsScalar(assign.Type) => assign.Left,
            MemberExpr { IsArrow: false } member => member.Base,
            SubscriptExpr { Base: CastExpr { Kind: CastKind.ArrayToPointerDecay } decay }
                when decay.Operand.Type.Canonical is not ArrayType { Kind: ArrayKind.Variable } => decay.Operand,
            _ => null,
        };

    /// <summary><c>*guard(&amp;a[i])</c> -> <c>a[i]</c>.</summary>
    private static Expr? Unguarded(Expr? place)
    {
        Expr? pointer = place is UnaryExpr { Op: UnaryOp.Deref } deref ? deref.Operand : null;
        while (pointer is CallExpr guard && IsGuard(guard))
        {
            pointer = guard.Arguments[0];
        }

        return pointer is UnaryExpr { Op: UnaryOp.AddressOf } address ? address.Operand : place;
    }

    private static bool IsScalar(CType type) => type.Canonical is not (RecordType or ComplexType);

    /// <summary><c>b</c> -> <c>load_3_7(&amp;b)</c>: neither 0 nor 1 is reported.</summary>
    public Ex Truth(CastExpr load)
    {
        Ex address = Cs.Cast(CsType.VoidPointer, Address(load.Operand)) with { Type = CsType.VoidPointer };
        string quality = load.Operand.Type.IsVolatile ? "volatile " : "";
        return Checks.Call(
            "load",
            load.Check!,
            $"({{ typedef {quality}_Bool $N0; {Checks.At(load.Check!)}*($N0 *)$0; }})",
            (load.Type, "_Bool"),
            [(address, Checks.Memory)]
        );
    }

    /// <summary><c>(int)f</c> -> <c>to_3_7(f)</c>: what does not fit is reported.</summary>
    public Ex Converted(Ex value, CheckedPlace check, CType from, CType to)
    {
        (string source, string target) = (CSpelling.Of(from)!, CSpelling.Of(to)!);
        return Checks.Call(
            "to",
            check,
            $"({{ typedef {source} $N0; typedef {target} $N1; {Checks.At(check)}($N1)($N0)$0; }})",
            (to, target),
            [(Exact(value, Canonical(from)), from)]
        );
    }

    /// <summary>The length of a variable-length array, which has to be positive.</summary>
    public Ex Length(ArrayType array, Ex length)
    {
        if (array is not { CountCheck: { } check, CountExpr: { Type: var type } })
        {
            return length;
        }

        string spelled = CSpelling.Of(type)!;
        return Checks.Call(
            "length",
            check,
            $"({{ typedef {spelled} $N0; (void)sizeof(char[{Checks.At(check)}($N0)$0]); $0; }})",
            (type, spelled),
            [(Exact(Numeric(length), Canonical(type)), type)]
        );
    }

    /// <summary><c>__builtin_ctz(x)</c>, which is not defined of zero, and <c>abs(x)</c> of the least.</summary>
    public Ex Builtin(CallExpr call)
    {
        Expr argument = call.Arguments[0];
        string name = call.Target!.Name.Replace("__builtin_", "", StringComparison.Ordinal);
        string place = Checks.At(call.Check!);
        return Checks.Call(
            name,
            call.Check!,
            name.EndsWith("abs", StringComparison.Ordinal)
                ? $"({{ typedef {CSpelling.Of(argument.Type)} $N0; __builtin_{name}({place}($N0)$0); }})"
                : $"{place}__builtin_{name}($0)",
            (call.Type, CSpelling.Of(call.Type)!),
            [(Exact(Numeric(Value(argument)), Canonical(argument.Type)), argument.Type)]
        );
    }
}
