using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// What may end in a trap: division, and C#'s checked arithmetic. LLVM defines nothing for a division by zero or of
/// the smallest number by -1, and concludes that neither happens; the processor raises #DE. So those two divisors go
/// a way of their own, to the processor's instruction itself.
/// </summary>
internal sealed partial class MethodLowering
{
    private void Divide(string op, string floating)
    {
        Value b = Pop(),
            a = Pop();
        if (a.IsFloat || b.IsFloat)
        {
            Push(b);
            _stack.Pop();
            Push(a);
            Push(b);
            Arithmetic(op, floating);
            return;
        }

        Kind kind = WholeKind(a, b);
        string ir = Value.IrOf(kind);
        bool isSigned = op[0] == 's';
        string dividend = To(a, kind, isSigned),
            divisor = To(b, kind, isSigned);
        if (Folding.Of(op, kind, a, b) is { } folded)
        {
            Push(kind, folded);
            return;
        }

        if (IrText.IsNumber(divisor) && divisor != "0" && (divisor != "-1" || !isSigned))
        {
            Push(kind, _out.Let($"{op} {ir} {dividend}, {divisor}"));
            return;
        }

        Push(kind, GuardedDivision(op, ir, dividend, divisor, isSigned));
    }

    /// <summary>Two branches: the plain division, and the divisors 0 and, with a sign, -1.</summary>
    private string GuardedDivision(string op, string ir, string dividend, string divisor, bool isSigned)
    {
        string plain = _out.NewLabel("divide"),
            odd = _out.NewLabel("odd"),
            end = _out.NewLabel("divided");
        string fixedDivisor = _out.Let($"freeze {ir} {divisor}");
        string isOdd = isSigned
            ? _out.Let($"icmp ult {ir} {_out.Let($"add {ir} {fixedDivisor}, 1")}, 2")
            : _out.Let($"icmp eq {ir} {fixedDivisor}, 0");
        _out.Line($"br i1 {isOdd}, label %{odd}, label %{plain}, !prof !{_module.Unlikely}");
        _out.Label(plain);
        string quotient = _out.Let($"{op} {ir} {dividend}, {fixedDivisor}");
        _out.Line($"br label %{end}");
        _out.Label(odd);
        string other = OddDivision(op, ir, dividend, fixedDivisor);
        _out.Line($"br label %{end}");
        _out.Label(end);
        return _out.Let($"phi {ir} [ {quotient}, %{plain} ], [ {other}, %{odd} ]");
    }

    /// <summary>By the processor, which raises #DE where there is no quotient. A division of 64 bits is a library's
    /// function on i386: there 0 is divided by in 32 bits, and the quotient of -1 wraps, as that function has it.</summary>
    private string OddDivision(string op, string ir, string dividend, string divisor)
    {
        bool isSigned = op[0] == 's',
            isRemainder = op.EndsWith("rem", StringComparison.Ordinal);
        if (ir == "i32")
        {
            return Processor(dividend, divisor, isSigned, isRemainder);
        }

        // 1 by the largest number is 0: the sum is that of the quotient alone, and comes about where 0 lets it.
        string word = _out.Let($"trunc {ir} {divisor} to i32");
        string nothing = _out.Let($"zext i32 {Processor("1", word, isSigned: false, isRemainder: false)} to {ir}");
        return isSigned && !isRemainder ? _out.Let($"sub {ir} {nothing}, {dividend}") : nothing;
    }

    /// <summary>Has no effect but its result, like the division that it stands for.</summary>
    private string Processor(string dividend, string divisor, bool isSigned, bool isRemainder)
    {
        string template = isSigned ? "cltd; idivl $3" : "xorl %edx, %edx; divl $3";
        string both = _out.Let(
            $"call {{ i32, i32 }} asm \"{template}\", \"={{ax}},=&{{dx}},0,r,~{{dirflag}},~{{fpsr}},~{{flags}}\"(i32 {dividend}, i32 {divisor}) nounwind willreturn memory(none)"
        );
        return _out.Let($"extractvalue {{ i32, i32 }} {both}, {(isRemainder ? 1 : 0)}");
    }

    // ---- checked arithmetic

    private void CheckedArithmetic(ILOpCode op)
    {
        Value b = Whole(Pop()),
            a = Whole(Pop());
        Kind kind = WholeKind(a, b);
        string ir = Value.IrOf(kind);
        string function = op switch
        {
            ILOpCode.Add_ovf => "sadd",
            ILOpCode.Add_ovf_un => "uadd",
            ILOpCode.Sub_ovf => "ssub",
            ILOpCode.Sub_ovf_un => "usub",
            ILOpCode.Mul_ovf => "smul",
            _ => "umul",
        };
        if (Folding.Unsigned(function, kind, a, b) is { } folded)
        {
            Push(kind, folded);
            return;
        }

        string name = $"llvm.{function}.with.overflow.{ir}";
        _module.Declare(name, $"declare {{ {ir}, i1 }} @{name}({ir}, {ir})");
        bool isSigned = function[0] == 's';
        string both = _out.Let(
            $"call {{ {ir}, i1 }} @{name}({ir} {To(a, kind, isSigned)}, {ir} {To(b, kind, isSigned)})"
        );
        TrapIf(_out.Let($"extractvalue {{ {ir}, i1 }} {both}, 1"));
        Push(kind, _out.Let($"extractvalue {{ {ir}, i1 }} {both}, 0"));
    }

    /// <summary>C#'s checked conversions: to a type and back is the same number, or the program stops.</summary>
    private bool CheckedConversion(ILOpCode op)
    {
        string name = op.ToString();
        if (!name.StartsWith("Conv_ovf_", StringComparison.Ordinal))
        {
            return false;
        }

        string[] words = name.Split('_');
        bool fromUnsigned = words[^1] == "un";
        Primitive to = words[2] switch
        {
            "i1" => Primitive.SByte,
            "u1" => Primitive.Byte,
            "i2" => Primitive.Int16,
            "u2" => Primitive.UInt16,
            "i4" => Primitive.Int32,
            "u4" => Primitive.UInt32,
            "i8" => Primitive.Int64,
            "u8" => Primitive.UInt64,
            "i" => Primitive.IntPtr,
            _ => Primitive.UIntPtr,
        };
        Value v = Pop();
        if (
            v.IsNumber
            && v.Kind == Layouts.Word
            && long.Parse(v.Text, null) >= 0
            && to is Primitive.IntPtr or Primitive.UIntPtr
        )
        {
            Push(v);
            return true;
        }

        if (v.Kind == Kind.Ptr && to is Primitive.IntPtr or Primitive.UIntPtr)
        {
            Push(v);
            return true;
        }

        Storage storage = Layouts.Of(new PrimitiveType(to));
        v = v.IsFloat ? FromReal(v, Layouts.Of(new PrimitiveType(Primitive.Int64))) : Whole(v);
        string wide = _out.Let($"{(fromUnsigned ? "zext" : "sext")} {v.Ir} {v.Text} to i128");
        string low = _out.Let($"trunc i128 {wide} to {storage.Ir}");
        string back = _out.Let($"{(storage.IsSigned ? "sext" : "zext")} {storage.Ir} {low} to i128");
        TrapIf(_out.Let($"icmp ne i128 {back}, {wide}"));
        Push(storage.Kind, Widen(storage, low));
        return true;
    }

    /// <summary>Ends the program by an invalid instruction where a condition holds.</summary>
    private void TrapIf(string condition)
    {
        string bad = _out.NewLabel("bad"),
            good = _out.NewLabel("good");
        _out.Line($"br i1 {condition}, label %{bad}, label %{good}, !prof !{_module.Unlikely}");
        _out.Label(bad);
        Trap();
        _out.Line("unreachable");
        _out.Label(good);
    }

    internal void Trap()
    {
        _module.Declare("llvm.trap", "declare void @llvm.trap() cold noreturn nounwind");
        _out.Line("call void @llvm.trap()");
    }
}
