using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Lower;
using Porting.Backend.Types;

namespace Porting.Backend.Data;

/// <summary>Calls: of C# by running it too, of what the compiler knows by its meaning.</summary>
internal sealed partial class Evaluator
{
    private bool CallOf(Frame frame, Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Call or ILOpCode.Callvirt:
                (IlMethod method, IlContext context) = frame.Il.Method(i.Token, frame.Context);
                Datum[] arguments = Arguments(frame, method.ArgumentCount);
                if (frame.Constrained is { } type)
                {
                    (method, context) = Implementation(method, context, type);
                    frame.Constrained = null;
                }

                if (
                    (
                        Known(frame, method, context, arguments, out Datum? result)
                            ? result
                            : Call(method, context, arguments)
                    ) is
                    { } value
                )
                {
                    frame.Push(value);
                }

                return true;
            case ILOpCode.Newobj:
                (IlMethod constructor, IlContext made) = frame.Il.Method(i.Token, frame.Context);
                if (!constructor.Owner.IsValueType)
                {
                    throw new EvaluationException("objects are not part of kernel C#");
                }

                Storage storage = Layouts.Of(new NamedType(constructor.Owner, made.OfType));
                DataMemory memory = new(storage.Size);
                Call(
                    constructor,
                    made,
                    [Datum.Address(memory), .. Arguments(frame, constructor.Signature.Parameters.Length)]
                );
                frame.Push(memory.Load(storage, 0));
                return true;
            case ILOpCode.Ldftn:
                (IlMethod named, IlContext of) = frame.Il.Method(i.Token, frame.Context);
                frame.Push(Datum.Address(new DataSymbol(module.AddressOf(named, of), module.MayBeNull(named))));
                return true;
            default:
                return false;
        }
    }

    private static Datum[] Arguments(Frame frame, int count)
    {
        Datum[] values = new Datum[count];
        for (int i = count - 1; i >= 0; i--)
        {
            values[i] = frame.Pop();
        }

        return values;
    }

    /// <summary>The struct's own method behind one of an interface.</summary>
    private static (IlMethod, IlContext) Implementation(IlMethod method, IlContext context, IlType type) =>
        type is NamedType named
        && named.Definition.Methods.FirstOrDefault(m =>
            m.Name == method.Name && m.Signature.Parameters.Length == method.Signature.Parameters.Length
        )
            is { } own
            ? (own, new IlContext(named.Arguments, context.OfMethod))
            : throw new EvaluationException($"'{method.FullName}' of {type.Key} is not known");

    /// <summary>Methods that have another meaning than their body.</summary>
    private bool Known(Frame frame, IlMethod method, IlContext context, Datum[] v, out Datum? result)
    {
        result = null;
        if (method.Owner.Namespace == "Porting" && ArrayIntrinsics.TryEvaluate(this, method, v, out result))
        {
            return true;
        }

        switch ($"{method.Owner.Name}.{method.Name}")
        {
            case "Unsafe.AsPointer" or "Unsafe.AsRef" or "Unsafe.As" or "rt.opaque":
                result = v[0];
                return true;
            case "Unsafe.SkipInit" or "Object..ctor":
                return true;
            case "Unsafe.Add":
                int size = Layouts.Of(context.OfMethod[0]).Size;
                result = v[0] with { Number = v[0].Number + size * v[1].Number };
                return true;
            case "Unsafe.SizeOf":
                result = Datum.Int(Layouts.Of(context.OfMethod[0]).Size);
                return true;
            case "Unsafe.CopyBlockUnaligned" or "rt.copy" or "rt.move":
                Copy(v[0], v[1], (int)v[2].Number);
                return true;
            case "Unsafe.InitBlockUnaligned" or "rt.fill":
                Fill(v[0], (byte)v[1].Number, (int)v[2].Number);
                return true;
            case "Double.ConvertToIntegerNative" or "Single.ConvertToIntegerNative":
                result = Native(v[0].Real, Layouts.Of(context.OfMethod[0]).Kind);
                return true;
            case "RuntimeHelpers.InitializeArray":
                DataMemory array = ArrayOf(v[0]);
                array.Copy(MemoryAt(AddressOf(frame.Token!), false), 0, 0, array.Bytes.Length);
                return true;
            case "RuntimeHelpers.CreateSpan":
                result = Span(frame, method, context);
                return true;
            default:
                return Bits(method, v, out result) || Extended(method, v, out result);
        }
    }

    /// <summary>_BitInt as an integer of C#, which bit-fields of that type are set by.</summary>
    private bool Bits(IlMethod method, Datum[] v, out Datum? result)
    {
        result = null;
        if (
            method.Expression is not { Code: "$0" } conversion
            || v[0].Struct is not { } number
            || conversion.Types.Split(';')[1] is not { } type
            || !type.Contains("_BitInt", StringComparison.Ordinal)
            || Layouts.Of(method.Signature.Result) is not { Kind: Kind.I32 or Kind.I64, IsStruct: false } to
        )
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[8];
        bool isNegative = !type.StartsWith("unsigned", StringComparison.Ordinal) && number.Bytes[^1] >= 0x80;
        bytes.Fill(isNegative ? (byte)0xff : (byte)0);
        number.Bytes.AsSpan(0, Math.Min(8, number.Bytes.Length)).CopyTo(bytes);
        long value = BitConverter.ToInt64(bytes);
        result = Datum.Whole(to.Kind, to.Kind == Kind.I32 ? (int)value : value);
        return true;
    }

    /// <summary>As the processor converts: what does not fit is its smallest number.</summary>
    private static Datum Native(double real, Kind kind)
    {
        double bound = kind == Kind.I64 ? 9223372036854775808.0 : 2147483648.0;
        double whole = Math.Truncate(real);
        return Datum.Whole(kind, whole >= -bound && whole < bound ? (long)whole : (long)-bound);
    }

    private Datum Span(Frame frame, IlMethod method, IlContext context)
    {
        IlField table = frame.Token!;
        Storage span = Layouts.Of(context.Close(method.Signature.Result));
        DataMemory made = new(span.Size);
        Storage word = Layouts.Of(new PrimitiveType(Primitive.Object)),
            number = Layouts.Of(new PrimitiveType(Primitive.Int32));
        made.Store(word, 0, AddressOf(table));
        made.Store(number, word.Size, Datum.Int(Layouts.Of(table.Type).Size / Layouts.Of(context.OfMethod[0]).Size));
        return made.Load(span, 0);
    }

    /// <summary>long double of what a double holds, and its sign.</summary>
    private bool Extended(IlMethod method, Datum[] v, out Datum? result)
    {
        const ushort Sign = 0x8000;
        result = null;
        (ushort Exponent, ulong Mantissa)? made = method.Import switch
        {
            "ld.from_ulong" => ExtendedReal.Of(false, v[1].Unsigned),
            "ld.from_int" or "ld.from_long" => ExtendedReal.Of(v[1].Number < 0, (ulong)Math.Abs((decimal)v[1].Number)),
            "ld.from_float" => ExtendedReal.Of(Load(v[1], Layouts.Of(new PrimitiveType(Primitive.Single))).Real),
            "ld.from_double" => ExtendedReal.Of(Load(v[1], Layouts.Of(new PrimitiveType(Primitive.Double))).Real),
            "ld.neg" when Extended(v[1]) is var (e, m) => ((ushort)(e ^ Sign), m),
            "ld.fabs" when Extended(v[1]) is var (e, m) => ((ushort)(e & ~Sign), m),
            "ld.copysign" when Extended(v[1]) is var (e, m) && Extended(v[2]) is var (s, _) => (
                (ushort)((e & ~Sign) | (s & Sign)),
                m
            ),
            _ => null,
        };
        if (made is not var (exponent, mantissa))
        {
            return false;
        }

        Store(v[0], WideStorage, Datum.Whole(Kind.I64, (long)mantissa));
        Store(Behind(v[0]), NarrowStorage, Datum.Int(exponent));
        return true;
    }

    private (ushort Exponent, ulong Mantissa) Extended(Datum address) =>
        ((ushort)Load(Behind(address), NarrowStorage).Number, Load(address, WideStorage).Unsigned);

    private Storage WideStorage => Layouts.Of(new PrimitiveType(Primitive.UInt64));

    private Storage NarrowStorage => Layouts.Of(new PrimitiveType(Primitive.UInt16));

    /// <summary>Where sign and exponent of a long double lie.</summary>
    private static Datum Behind(Datum mantissa) => mantissa with { Number = mantissa.Number + 8 };

    internal DataMemory ArrayBehind(Datum array) => ArrayOf(array);

    internal void Set(Datum member, Datum array, int size)
    {
        DataMemory from = MemoryAt(array, false),
            to = MemoryAt(member, true);
        if (size == 0)
        {
            // A flexible member: what it is given makes the object longer.
            size = from.Bytes.Length;
            to.Grow((int)member.Number + size);
        }

        to.Fill(member.Number, 0, size);
        to.Copy(from, array.Number, member.Number, Math.Min(size, from.Bytes.Length - (int)array.Number));
    }

    internal string Label(string method, long number) => TakenLabels.AddressIn(module, method, number);

    internal DataMemory Contents(Datum address) => MemoryAt(address, false);

    internal Storage Byte => Layouts.Of(new PrimitiveType(Primitive.SByte));
}

/// <summary>x87's format of numbers (Intel SDM volume 1, 4.2.2).</summary>
internal static class ExtendedReal
{
    private const int Bias = 16383;

    public static (ushort Exponent, ulong Mantissa) Of(bool isNegative, ulong whole)
    {
        if (whole == 0)
        {
            return (0, 0);
        }

        int zeros = System.Numerics.BitOperations.LeadingZeroCount(whole);
        return ((ushort)((isNegative ? 0x8000 : 0) | (Bias + 63 - zeros)), whole << zeros);
    }

    public static (ushort Exponent, ulong Mantissa) Of(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        ushort sign = (ushort)(bits < 0 ? 0x8000 : 0);
        int exponent = (int)(bits >> 52) & 0x7ff;
        ulong fraction = (ulong)bits & 0xfffffffffffff;
        if (exponent == 0x7ff)
        {
            return ((ushort)(sign | 0x7fff), 0x8000000000000000 | (fraction << 11));
        }

        if (exponent > 0)
        {
            return ((ushort)(sign | (exponent - 1023 + Bias)), 0x8000000000000000 | (fraction << 11));
        }

        if (fraction == 0)
        {
            return (sign, 0);
        }

        int zeros = System.Numerics.BitOperations.LeadingZeroCount(fraction);
        return ((ushort)(sign | (Bias - 1022 - (zeros - 11))), fraction << zeros);
    }
}
