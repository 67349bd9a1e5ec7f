using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>
/// Pointers that a sanitizer looks at before they are followed, moved, passed or returned, and ends that are not
/// reached: the exporter's functions (Porting.Clang.Native/Guards.cpp) -> methods of C, as <see cref="Checks"/>.
/// <para><c>p->m</c> -> <c>((T*)access_3_7(p))->m</c>, <c>a[i]</c> -> <c>*(T*)sum_3_7(a, i)</c>.</para>
/// </summary>
internal sealed class Guards(FunctionScope scope) : Construct(scope)
{
    /// <summary>What a helper of C does besides is none of the program's.</summary>
    private const string Arithmetic = "signed-integer-overflow unsigned-integer-overflow vla-bound";

    public Ex Call(CallExpr call)
    {
        CheckedPlace check = call.Check!;
        long Number(int i) => call.Arguments[i].Constant!.Value.Bits;
        return call.Builtin switch
        {
            "__port_sum" => Sum(call),
            "__port_access" => Looked(
                call,
                Helper(
                    $"typedef struct {{ char a[{Number(1)}]; }} __attribute__((aligned({Number(2)}))) $N0; "
                        + $"(void)&(($N0 *)((char *)p + {Number(3)}))->{Checks.At(check)}a; return p; ",
                    [.. Checks.SparedBy(Function), "pointer-overflow", .. Spared(Number(4))]
                )
            ),
            "__port_nonnull" => Looked(call, NonNull((int)Number(1), check)),
            "__port_returned" => Looked(
                call,
                $"static inline void *$N1(void *) __attribute__(({Checks.At(check.Cause!)}returns_nonnull));\n"
                    + Helper($"{Checks.At(check)}return p; ", [])
            ),
            "__port_callee" => Looked(
                call,
                $"({{ typedef void (*$N1)(struct $N0 *); {Checks.At(check)}(($N1)$0)(0); $0; }})"
            ),
            "__builtin_assume_aligned" => Assumed(call),
            _ => Checks.Call(
                "unreachable",
                check,
                $"{Checks.At(check)}__builtin_unreachable()",
                (call.Type, "void"),
                []
            ),
        };
    }

    /// <summary><c>__builtin_assume_aligned(p, n, offset)</c></summary>
    private Ex Assumed(CallExpr call)
    {
        IReadOnlyList<Expr> a = call.Arguments;
        Ex[] values = InOrder(
            () => Untyped(Value(a[0]), a[0].Type),
            () => a.Count > 2 ? Exact(To(Numeric(Value(a[2])), CsType.UInt), CsType.UInt) : Cs.Number(0)
        );
        string place = $"{Checks.At(call.Check!)}(($N0)p)";
        string assumption = $"{place}, {Checks.Number(a[1].Constant!.Value.Bits)}{(a.Count > 2 ? ", n" : "")}";
        string code = Helper(
            $"typedef void *$N0; return __builtin_assume_aligned({assumption}); ",
            [],
            ", unsigned n",
            ", $1"
        );
        (Ex, CType)[] arguments = [(values[0], Checks.Memory), (values[1], Checks.UnsignedInt)];
        return Typed(call.Type, Checks.Call("assumed", call.Check!, code, (Checks.Memory, "void *"), arguments));
    }

    /// <summary>Bits of the exporter's.</summary>
    private static IEnumerable<string> Spared(long kinds) =>
        new[] { "object-size", "null" }.Where((_, bit) => (kinds >> bit & 1) != 0);

    /// <summary>Argument k of a function that says so of it.</summary>
    private static string NonNull(int k, CheckedPlace check)
    {
        string before = string.Concat(Enumerable.Repeat("int, ", k));
        string zeros = string.Concat(Enumerable.Repeat("0, ", k));
        return $"static inline void $N1({before}void *) __attribute__(($A, {Checks.At(check.Cause!)}nonnull({k + 1})));\n"
            + $"static inline void $N1({before}void *p) {{ }}\n$;({{ $N1({zeros}{Checks.At(check)}$0); $0; }})";
    }

    /// <summary>A function of its own, which is looked at as the code that asks for it is not.</summary>
    private static string Helper(string body, string[] spared, string more = "", string given = "") =>
        $"static inline __attribute__(($A{string.Concat(spared.Select(s => $", no_sanitize(\"{s}\")"))})) "
        + $"void *$N1(void *p{more}) {{ {body} }}\n$;$N1($0{given})";

    /// <summary>The pointer itself, after somebody has looked at it.</summary>
    private Ex Looked(CallExpr call, string code, string spared = "")
    {
        Expr pointer = call.Arguments[0];
        string name = call.Builtin["__port_".Length..];
        return Typed(
            call.Type,
            Checks.Call(name, call.Check!, code, (Checks.Memory, "void *"), [Untyped(pointer)], spared)
        );
    }

    private (Ex, CType) Untyped(Expr pointer) => (Untyped(Value(pointer), pointer.Type), Checks.Memory);

    private Ex Untyped(Ex pointer, CType type) =>
        Cs.Cast(CsType.VoidPointer, Members.Typed(pointer, type)) with
        {
            Type = CsType.VoidPointer,
        };

    private Ex Typed(CType type, Ex pointer) => Cs.Cast(Canonical(type), pointer) with { Type = Canonical(type) };

    /// <summary><c>p + i</c>, <c>p - i</c>, <c>&amp;p[i]</c>.</summary>
    private Ex Sum(CallExpr call)
    {
        Expr at = Strip(call.Arguments[0]);
        (Expr pointer, Expr index) = at switch
        {
            UnaryExpr address when Strip(address.Operand) is SubscriptExpr element => (element.Base, element.Index),
            BinaryExpr { Left.Type.Canonical: PointerType } sum => (sum.Left, sum.Right),
            BinaryExpr sum => (sum.Right, sum.Left),
            _ => throw new InvalidOperationException($"a sum of kind {at.GetType().Name}"),
        };
        Expr looked = at is UnaryExpr { Operand: var place } ? Strip(place) : at;
        bool isBack = at is BinaryExpr { Op: BinaryOp.Sub };
        bool isIndexFirst = index == (at as BinaryExpr)?.Left;
        Func<Ex> first = () => Untyped(Value(pointer), pointer.Type);
        Func<Ex> second = () => Offset(CheckedAccesses.Index(looked, pointer, index, isBack), index.Type);
        Ex[] sides = isIndexFirst ? InOrder(second, first) : InOrder(first, second);
        (Ex from, Ex by) = isIndexFirst ? (sides[1], sides[0]) : (sides[0], sides[1]);
        return Typed(call.Type, Moved(call.Check!, pointer.Type, from, by, index.Type, isBack));
    }

    private Ex Offset(Ex index, CType type) => Exact(index, Canonical(type));

    /// <summary><c>p op= i</c>: the new value.</summary>
    public Ex Moved(CompoundAssignExpr assign, Ex from, Ex by) =>
        Typed(
            assign.Type,
            Moved(
                assign.Check!,
                assign.Left.Type,
                Untyped(from, assign.Left.Type),
                Offset(by, assign.Right.Type),
                assign.Right.Type,
                assign.Op == BinaryOp.Sub
            )
        );

    private Ex Moved(CheckedPlace check, CType pointer, Ex from, Ex by, CType index, bool isBack)
    {
        string type = CSpelling.Of(index)!;
        return Checks.Call(
            "sum",
            check,
            $"({{ {Element(pointer, 2)}typedef {type} $N1; (void *)(($N0 *)$0{Checks.At(check)}{(isBack ? "-" : "+")} ($N1)$1); }})",
            (Checks.Memory, "void *"),
            [(from, Checks.Memory), (by, index), .. SizeArgument(pointer)],
            Arithmetic
        );
    }

    /// <summary><c>p++</c>, <c>--p</c>: the new value.</summary>
    public Ex Stepped(UnaryExpr step, Ex old)
    {
        CheckedPlace check = step.Check!;
        CType type = step.Operand.Type;
        string op = step.Op is UnaryOp.PreInc or UnaryOp.PostInc ? "++" : "--";
        return Typed(
            type,
            Checks.Call(
                "step",
                check,
                $"({{ {Element(type, 1)}$N0 *p = (void *)$0; {Checks.At(check)}{op}p; (void *)p; }})",
                (Checks.Memory, "void *"),
                [(Untyped(old, type), Checks.Memory), .. SizeArgument(type)],
                Arithmetic
            )
        );
    }

    /// <summary>$N0 is a type of the pointee's size; of a variable array the size is an argument.</summary>
    private static string Element(CType pointer, int argument) =>
        IsVariable(pointer)
            ? $"typedef char $N0[${argument}]; "
            : $"typedef struct {{ char a[{Checks.Number(SizeOf(Pointee(pointer)))}]; }} $N0; ";

    private (Ex, CType)[] SizeArgument(CType pointer)
    {
        if (!IsVariable(pointer))
        {
            return [];
        }

        ArrayType array = (ArrayType)Pointee(pointer);
        Ex count = Exact(Members.Scaled(Cs.Number(1), array), CsType.UInt);
        Ex size = Cs.Number(InnermostSize(array), CsType.UInt, "u");
        return [(Cs.Binary(count, "*", size, Prec.Multiplicative, CsType.UInt), Checks.UnsignedInt)];
    }

    private static bool IsVariable(CType pointer) =>
        Pointee(pointer) is ArrayType { Size: < 0, Kind: not ArrayKind.Incomplete };

    private static CType Pointee(CType pointer) => ((PointerType)pointer.Canonical).Pointee.Canonical;

    private static long SizeOf(CType type) =>
        type is BuiltinType { Kind: BuiltinKind.Void } or FunctionType ? 1 : Math.Max(0, type.Size);
}
