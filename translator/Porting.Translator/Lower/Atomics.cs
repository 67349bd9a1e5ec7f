using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Atomic objects and C11's functions on them -> methods of the runtime.</summary>
internal sealed class Atomics(FunctionScope scope) : Construct(scope)
{
    /// <summary>The type that the runtime works on: pointers cannot be type arguments.</summary>
    public CsType AtomicType(CType type)
    {
        CsType canonical = ValueType(type);
        return canonical.IsAnyPointer ? CsType.UInt
            : canonical == CsType.Bool ? CsType.Byte
            : canonical;
    }

    /// <summary>Where the runtime has the operations: sizes without an instruction are libatomic's, but for structs
    /// that clang pads to one that has.</summary>
    private string AtomicLibrary(CType type) =>
        IsPadded(type) ? "atomic_padded"
        : type.Canonical.Size is 1 or 2 or 4 or 8 ? "rt"
        : Context.IsHosted ? "atomic_any"
        : throw new PortException(
            PortDiagnostic.Error(
                "PORT3070",
                SourceLocation.None,
                $"an atomic object of {type.Canonical.Size} bytes is not supported: a kernel has no libatomic"
            )
        );

    /// <summary>The C# type of an atomic object's value.</summary>
    public CsType ValueType(CType type) =>
        type.Canonical is RecordType { IsPadded: true } padded ? CsType.Of(Names.Record(padded.Decl)) : Canonical(type);

    /// <summary>
    /// <c>a op= b</c> and the like where no instruction does it: <c>do { next = f(old); } while
    /// (!compare_exchange(...));</c>. Gives the old value or the new one.
    /// </summary>
    public Ex AtomicModify(CType type, Ex pointer, Func<Ex, Ex> next, bool wantsOld)
    {
        CsType basic = AtomicType(type);
        CsType canonical = Canonical(type);
        string library = AtomicLibrary(type);
        Ex place = Save(
            pointer.Type == basic.Pointer ? pointer : Cs.Cast(basic.Pointer, pointer) with { Type = basic.Pointer }
        );
        Ex old = Cs.Name(NewTemporary(), basic);
        Ex made = Cs.Name(NewTemporary(), basic);
        Hoist(Cs.Declare(basic, old.Text, Cs.Call(library + ".load", basic, [place], basic)));
        Hoist(Cs.Declare(basic, made.Text));
        (Ex value, List<Statement> before) = Out.Captured(() => To(next(FromBasic(old, canonical)), canonical));
        Ex[] operands = [place, Cs.Unary("&", old, basic.Pointer), made];
        Ex isDone = Cs.Call(library + ".compare_exchange", basic, operands, CsType.Bool);
        Block body = Conditionals.Branch(before, Cs.Assign(made, "=", ToBasic(value, basic, canonical)).Node);
        Hoist(new DoStatement(body, Cs.Unary("!", isDone, CsType.Bool).Node));
        return FromBasic((wantsOld ? old : made) with { IsStable = true }, canonical);
    }

    private static Ex FromBasic(Ex value, CsType canonical) =>
        value.Type == canonical ? value
        : canonical == CsType.Bool
            ? Cs.Binary(value, "!=", Cs.Number(0), Prec.Equality, CsType.Bool) with
            {
                IsStable = value.IsStable,
            }
        : Cs.Cast(canonical, value) with { Type = canonical, IsStable = value.IsStable };

    private static Ex ToBasic(Ex value, CsType basic, CsType canonical) =>
        basic == canonical ? value
        : canonical == CsType.Bool ? To(value, CsType.Byte)
        : value.IsNull ? Cs.Number(0, CsType.UInt, "u")
        : Cs.Cast(basic, value);

    public Ex AtomicCall(string method, CType type, Ex pointer, params Ex[] values)
    {
        CsType canonical = ValueType(type);
        CsType basic = AtomicType(type);
        Ex address = pointer.Type == basic.Pointer ? pointer : Cs.Cast(basic.Pointer, pointer);
        Ex call = Cs.Call(
            $"{AtomicLibrary(type)}.{method}",
            basic,
            values
                .Select(v =>
                    basic == canonical ? To(v, canonical)
                    : v.IsNull ? Cs.Number(0, CsType.UInt, "u")
                    : canonical == CsType.Bool ? To(v, CsType.Byte)
                    : Cs.Cast(basic, v)
                )
                .Prepend(address),
            basic
        );
        return method == "store" ? call with { Type = CsType.None }
            : basic == canonical ? call
            : canonical == CsType.Bool ? Cs.Binary(call, "!=", Cs.Number(0), Prec.Equality, CsType.Bool)
            : Cs.Cast(canonical, call);
    }

    /// <summary>C11 and __atomic_*: operands come as pointer, order, then values, as clang has them.</summary>
    public Ex Atomic(AtomicExpr atomic)
    {
        string op = atomic
            .Op.Replace("__c11_atomic_", "", StringComparison.Ordinal)
            .Replace("__atomic_", "", StringComparison.Ordinal)
            .Replace("__opencl_atomic_", "", StringComparison.Ordinal);
        IReadOnlyList<Expr> operands = atomic.Operands;
        CType type = operands[0].Type.Canonical is PointerType pointer ? pointer.Pointee : operands[0].Type;
        switch (op)
        {
            case "init":
                Ex[] init = InOrder(() => Value(operands[0]), () => Value(operands[1]));
                return AtomicCall("store", type, init[0], init[1]) with { Type = CsType.None };
            case "load_n" or "load":
                Ex loaded = AtomicCall("load", type, Value(operands[0]));
                return op == "load" && operands.Count > 2 ? StoreThrough(Value(operands[2]), loaded) : loaded;
            case "store_n" or "store":
                Ex[] stored = InOrder(
                    () => Value(operands[0]),
                    () =>
                        IsThroughPointer(atomic.Op, operands[2])
                            ? Cs.Unary("*", Value(operands[2]), Canonical(type))
                            : Value(operands[2])
                );
                return AtomicCall("store", type, stored[0], stored[1]) with { Type = CsType.None };
            case "exchange_n" or "exchange":
                Ex[] swapped = InOrder(
                    () => Value(operands[0]),
                    () =>
                        IsThroughPointer(atomic.Op, operands[2])
                            ? Cs.Unary("*", Value(operands[2]), Canonical(type))
                            : Value(operands[2])
                );
                Ex before = AtomicCall("exchange", type, swapped[0], swapped[1]);
                return atomic.Op == "__atomic_exchange" ? StoreThrough(Value(operands[3]), before) : before;
            case "compare_exchange_n" or "compare_exchange" or "compare_exchange_strong" or "compare_exchange_weak":
                return CompareExchange(atomic, type);
            case "test_and_set":
                return Cs.Binary(
                    AtomicCall("exchange", type, Value(operands[0]), Cs.Number(1) with { Const = 1 }),
                    "!=",
                    Cs.Number(0),
                    Prec.Equality,
                    CsType.Bool
                );
            case "clear":
                return AtomicCall("store", type, Value(operands[0]), Cs.Number(0) with { Const = 0 }) with
                {
                    Type = CsType.None,
                };
            default:
                return FetchOperation(atomic, op, type);
        }
    }

    private static Ex StoreThrough(Ex target, Ex value) =>
        Cs.Assign(Cs.Unary("*", target, value.Type), "=", value) with
        {
            Type = CsType.None,
        };

    private Ex CompareExchange(AtomicExpr atomic, CType type)
    {
        IReadOnlyList<Expr> operands = atomic.Operands;
        // pointer, order, expected, failure order, desired
        Ex[] values = InOrder(
            () => Value(operands[0]),
            () => Value(operands[2]),
            () =>
                atomic.Op == "__atomic_compare_exchange"
                    ? Cs.Unary("*", Value(operands[4]), Canonical(type))
                    : Value(operands[4])
        );
        CsType basic = AtomicType(type);
        Ex desired =
            basic == ValueType(type) ? To(values[2], basic)
            : values[2].IsNull ? Cs.Number(0, CsType.UInt, "u")
            : Canonical(type) == CsType.Bool ? To(values[2], CsType.Byte)
            : Cs.Cast(basic, values[2]);
        return Cs.Call(
            $"{AtomicLibrary(type)}.compare_exchange",
            basic,
            [Cs.Cast(basic.Pointer, values[0]), Cs.Cast(basic.Pointer, values[1]), desired],
            CsType.Bool
        );
    }

    private Ex FetchOperation(AtomicExpr atomic, string op, CType type)
    {
        bool isNew = op.EndsWith("_fetch", StringComparison.Ordinal);
        string name =
            isNew ? op[..^"_fetch".Length]
            : op.StartsWith("fetch_", StringComparison.Ordinal) ? op["fetch_".Length..]
            : "";
        if (name is "max" or "min" || (name is "add" or "sub" && Canonical(type).IsFloating))
        {
            Ex[] sides = InOrder(
                () => Value(atomic.Operands[0]),
                () => Stable(To(Value(atomic.Operands[2]), Canonical(type)))
            );
            return AtomicModify(
                type,
                sides[0],
                old =>
                    name is "add" or "sub"
                        ? Cs.Binary(old, name == "add" ? "+" : "-", sides[1], Prec.Additive, Canonical(type))
                        : Cs.Conditional(
                            Cs.Binary(old, name == "max" ? ">" : "<", sides[1], Prec.Relational, CsType.Bool),
                            old,
                            sides[1],
                            Canonical(type)
                        ),
                wantsOld: !isNew
            );
        }

        if (
            name is not ("add" or "sub" or "and" or "or" or "xor" or "nand")
            || type.Canonical.Size is not (1 or 2 or 4 or 8)
        )
        {
            return Failed("PORT3070", atomic, $"{atomic.Op} is not supported");
        }

        Ex[] values = InOrder(
            () => Value(atomic.Operands[0]),
            () =>
                PointerScaled(type, atomic.Op.StartsWith("__c11", StringComparison.Ordinal), Value(atomic.Operands[2]))
        );
        return AtomicCall(isNew ? $"{name}_fetch" : $"fetch_{name}", type, values[0], values[1]);
    }

    /// <summary>C11's fetch_add on pointers counts elements, GCC's bytes.</summary>
    private static Ex PointerScaled(CType type, bool counts, Ex value) =>
        counts && type.Canonical is PointerType { Pointee: var pointee }
            ? Cs.Binary(value, "*", Cs.Number(Math.Max(1, pointee.Canonical.Size)), Prec.Multiplicative, CsType.Int)
            : value;
}
