using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// Arithmetic as the language defines it: it wraps, shifts count modulo the width, a division that the processor
/// refuses is refused by the processor. LLVM's nsw, nuw, exact and inbounds say more than that and are never
/// written.
/// </summary>
internal sealed partial class MethodLowering
{
    /// <summary>A value of another kind: what IL leaves implicit, or an address as a number.</summary>
    internal string To(Value v, Kind kind, bool signed = true)
    {
        if (v.Kind == kind)
        {
            return v.Text;
        }

        string word = Target.Word;
        switch (v.Kind, kind)
        {
            case (Kind.Ptr, Kind.I32 or Kind.I64):
                if (v.Text == "null")
                {
                    return "0";
                }

                Value number = new(Layouts.Word, _out.Let($"ptrtoint ptr {v.Text} to {word}"));
                return To(number, kind, signed);
            case (Kind.I32 or Kind.I64, Kind.Ptr):
                return v.Text == "0" ? "null" : _out.Let($"inttoptr {v.Ir} {v.Text} to ptr");
            case (Kind.I32, Kind.I64):
                return v.IsNumber
                    ? IrText.Number(signed ? long.Parse(v.Text, null) : (uint)long.Parse(v.Text, null))
                    : _out.Let($"{(signed ? "sext" : "zext")} i32 {v.Text} to i64");
            case (Kind.I64, Kind.I32):
                return v.IsNumber
                    ? IrText.Number((int)long.Parse(v.Text, null))
                    : _out.Let($"trunc i64 {v.Text} to i32");
            case (Kind.F32, Kind.F64):
                return _out.Let($"fpext float {v.Text} to double");
            case (Kind.F64, Kind.F32):
                return _out.Let($"fptrunc double {v.Text} to float");
            case (Kind.I32 or Kind.I64, Kind.F32 or Kind.F64):
                return _out.Let($"sitofp {v.Ir} {v.Text} to {Value.IrOf(kind)}");
            default:
                throw Refuse($"a {v.Kind} where a {kind} is expected");
        }
    }

    /// <summary>An address as the number that it is.</summary>
    private Value Whole(Value v) => v.Kind == Kind.Ptr ? new Value(Layouts.Word, To(v, Layouts.Word)) : v;

    private void Arithmetic(string op, string floating)
    {
        Value b = Pop(),
            a = Pop();
        if (a.IsFloat || b.IsFloat)
        {
            Kind kind = a.Kind == Kind.F64 || b.Kind == Kind.F64 ? Kind.F64 : Kind.F32;
            Push(kind, _out.Let($"{floating} {Value.IrOf(kind)} {To(a, kind)}, {To(b, kind)}"));
            return;
        }

        if (AddressArithmetic(op, a, b))
        {
            return;
        }

        Kind whole = WholeKind(a, b);
        if (Folding.Of(op, whole, a, b) is { } folded)
        {
            Push(whole, folded);
            return;
        }

        string text = _out.Let($"{op} {Value.IrOf(whole)} {To(a, whole)}, {To(b, whole)}");
        Push(new Value(whole, text) { From = new Operation(op, a, b) });
    }

    private Kind WholeKind(Value a, Value b) => Whole64(a) || Whole64(b) ? Kind.I64 : Kind.I32;

    private bool Whole64(Value v) => v.Kind == Kind.I64 || (v.Kind == Kind.Ptr && Layouts.Word == Kind.I64);

    private bool AddressArithmetic(string op, Value a, Value b)
    {
        if (op == "add" && (a.Kind == Kind.Ptr) != (b.Kind == Kind.Ptr))
        {
            (Value pointer, Value offset) = a.Kind == Kind.Ptr ? (a, b) : (b, a);
            if (pointer.Text == "null")
            {
                return false;
            }

            string at = pointer.Text;
            foreach ((Value index, int scale) in Terms(offset, 1))
            {
                string step = scale == 1 ? "i8" : $"[{scale} x i8]";
                at = _out.Let($"getelementptr {step}, ptr {at}, {index.Ir} {index.Text}");
            }

            Push(new Value(Kind.Ptr, at) { Align = pointer.Align });
            return true;
        }

        if (op == "sub" && a.Kind == Kind.Ptr && b.Kind != Kind.Ptr)
        {
            string back = b.IsNumber ? IrText.Number(-long.Parse(b.Text, null)) : _out.Let($"sub {b.Ir} 0, {b.Text}");
            Push(new Value(Kind.Ptr, _out.Let($"getelementptr i8, ptr {a.Text}, {b.Ir} {back}")) { Align = a.Align });
            return true;
        }

        return false;
    }

    /// <summary>
    /// An offset as a sum of index times size: C's a[i][k] arrives as a + (i * 40 + k) * 4, which the vectoriser takes
    /// for arithmetic of the loop, where it counts a getelementptr's as free. Only for numbers as wide as an address,
    /// where multiplying out changes nothing. What C multiplies by itself, as in bytes[i * 4 + 1], stays one number, as
    /// it is for clang: of several such, all have to look alike.
    /// </summary>
    private IEnumerable<(Value Index, int Scale)> Terms(Value offset, int scale)
    {
        const long Limit = 1 << 28;
        if (offset.Kind == Layouts.Word)
        {
            if (
                offset.From is { Op: "mul", Right: { IsNumber: true } by } product
                && int.TryParse(by.Text, out int factor)
                && factor > 0
                && (long)scale * factor < Limit
                && product.Left.Kind == offset.Kind
                && (scale > 1 || product.Left.IsIndex)
            )
            {
                return Terms(product.Left, scale * factor);
            }

            if (
                scale > 1
                && offset.From is { Op: "add", Left.From: { Op: "mul", Right.IsNumber: true } } sum
                && sum.Left.Kind == offset.Kind
                && sum.Right.Kind == offset.Kind
            )
            {
                return [.. Terms(sum.Left, scale), .. Terms(sum.Right, scale)];
            }
        }

        return [(offset, scale)];
    }

    private void Shift(string op)
    {
        Value count = Pop(),
            value = Whole(Pop());
        int mask = value.Kind == Kind.I64 ? 63 : 31;
        string n = To(count, Kind.I32);
        n = count.IsNumber ? IrText.Number(long.Parse(n, null) & mask) : _out.Let($"and i32 {n}, {mask}");
        if (value.Kind == Kind.I64 && !IrText.IsNumber(n))
        {
            n = _out.Let($"zext i32 {n} to i64");
        }

        Push(value.Kind, _out.Let($"{op} {value.Ir} {value.Text}, {n}"));
    }

    private void Negate()
    {
        Value value = Whole(Pop());
        Push(value.Kind, _out.Let(value.IsFloat ? $"fneg {value.Ir} {value.Text}" : $"sub {value.Ir} 0, {value.Text}"));
    }

    /// <returns>An i1.</returns>
    private string Compare(string integer, string floating)
    {
        Value b = Pop(),
            a = Pop();
        if (a.IsFloat)
        {
            Kind kind = a.Kind == Kind.F64 || b.Kind == Kind.F64 ? Kind.F64 : Kind.F32;
            return _out.Let($"fcmp {floating} {Value.IrOf(kind)} {To(a, kind)}, {To(b, kind)}");
        }

        bool areAddresses =
            integer[0] != 's'
            && (a.Kind == Kind.Ptr || b.Kind == Kind.Ptr)
            && (a.Kind == b.Kind || a.Text == "0" || b.Text == "0");
        Kind whole = areAddresses ? Kind.Ptr : WholeKind(a, b);
        return _out.Let($"icmp {integer} {Value.IrOf(whole)} {To(a, whole)}, {To(b, whole)}");
    }

    private void PushTruth(string bit) => Push(Kind.I32, _out.Let($"zext i1 {bit} to i32"));

    // ---- conversions

    private void Convert(Primitive to)
    {
        Storage storage = Layouts.Of(new PrimitiveType(to));
        Value v = Pop();
        if (storage.Kind is Kind.F32 or Kind.F64)
        {
            Push(storage.Kind, To(Whole(v), storage.Kind));
            return;
        }

        if (v.IsFloat)
        {
            v = FromReal(v, storage);
        }

        if (storage.IsNarrow)
        {
            string low = _out.Let($"trunc {Whole(v).Ir} {Whole(v).Text} to {storage.Ir}");
            Push(Kind.I32, Widen(storage, low));
        }
        else if (to is Primitive.IntPtr or Primitive.UIntPtr)
        {
            PushWord(v, to == Primitive.IntPtr);
        }
        else if (v.Kind == storage.Kind)
        {
            Push(v);
        }
        else
        {
            Push(storage.Kind, To(v, storage.Kind, storage.IsSigned));
        }
    }

    /// <summary>An address stays one; 0 becomes null unless it is counted with.</summary>
    private void PushWord(Value v, bool signed)
    {
        if (v.Kind == Kind.Ptr)
        {
            Push(v);
            return;
        }

        ILOpCode next = _at + 1 < _body.Code.Count ? _body.Code[_at + 1].Op : ILOpCode.Nop;
        bool isNull = v.Text == "0" && next is not (ILOpCode.Mul or ILOpCode.Add or ILOpCode.Sub);
        if (isNull)
        {
            Push(Kind.Ptr, "null");
        }
        else if (v.Kind == Layouts.Word)
        {
            Push(v with { IsIndex = true });
        }
        else
        {
            Push(Layouts.Word, To(v, Layouts.Word, signed));
        }
    }

    /// <summary>
    /// Towards zero. To 32 bits and less by the processor's own instruction, whose answer for what does not fit (C11
    /// 6.3.1.4 leaves it open) is the smallest int; to 64 bits what does not fit is some value, the same wherever it
    /// is used.
    /// </summary>
    internal Value FromReal(Value v, Storage to)
    {
        if (to.Size == 8)
        {
            string wide = _out.Let($"{(to.IsSigned ? "fptosi" : "fptoui")} {v.Ir} {v.Text} to i64");
            return new Value(Kind.I64, _out.Let($"freeze i64 {wide}"));
        }

        if (to is { Size: 4, IsSigned: false })
        {
            string signed = _out.Let($"fptoui {v.Ir} {v.Text} to i32");
            return new Value(Kind.I32, _out.Let($"freeze i32 {signed}"));
        }

        if (!Target.HasSse2 || LacksSse2)
        {
            return new Value(Kind.I32, _out.Let($"freeze i32 {_out.Let($"fptosi {v.Ir} {v.Text} to i32")}"));
        }

        (string function, string vector) =
            v.Kind == Kind.F64 ? ("sse2.cvttsd2si", "<2 x double>") : ("sse.cvttss2si", "<4 x float>");
        _module.Foreign.Declare($"llvm.x86.{function}", $"declare i32 @llvm.x86.{function}({vector})");
        string whole = _out.Let($"insertelement {vector} zeroinitializer, {v.Ir} {v.Text}, i32 0");
        return new Value(Kind.I32, _out.Let($"call i32 @llvm.x86.{function}({vector} {whole})"));
    }

    /// <summary>To what comes next: by way of a double, 64 bits would be rounded twice on their way to a float.</summary>
    private void ConvertUnsignedToReal()
    {
        Value v = Whole(Pop());
        Instruction next = _body.Code[_at + 1];
        bool isSingle = next.Op == ILOpCode.Conv_r4 && !_leaders.Contains(next.Offset);
        Push(isSingle ? Kind.F32 : Kind.F64, _out.Let($"uitofp {v.Ir} {v.Text} to {(isSingle ? "float" : "double")}"));
    }
}
