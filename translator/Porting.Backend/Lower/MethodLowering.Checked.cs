using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// What may end in a trap: division, and C#'s checked arithmetic. LLVM defines nothing for a division by zero or of
/// the smallest number by -1, and concludes that neither happens; the processor raises #DE.
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

        Push(kind, HiddenDivision(op, ir, dividend, divisor, isSigned));
    }

    /// <summary>
    /// A division of numbers that LLVM knows nothing of, so that it concludes nothing, and the processor, or libgcc's
    /// function for 64 bits, divides. Where the divisor turns out to be a constant other than the two, as in an inlined
    /// function, the numbers are themselves. The choice is made when the function is compiled, and costs no instruction.
    /// </summary>
    private string HiddenDivision(string op, string ir, string dividend, string divisor, bool isSigned)
    {
        string question = $"llvm.is.constant.{ir}";
        _module.Foreign.Declare(question, $"declare i1 @{question}({ir})");
        string isPlain = isSigned
            ? _out.Let($"icmp ugt {ir} {_out.Let($"add {ir} {divisor}, 1")}, 1")
            : _out.Let($"icmp ne {ir} {divisor}, 0");
        string isConstant = _out.Let($"call i1 @{question}({ir} {divisor})");
        string isKnown = _out.Let($"and i1 {isConstant}, {isPlain}");
        if (ir != Target.Word && ir != "i32")
        {
            string some = _out.Let($"select i1 {isKnown}, {ir} {divisor}, {ir} 1");
            string quotient = _out.Let($"{op} {ir} {dividend}, {some}");
            string called = DivisionByLibrary(op, dividend, divisor);
            return _out.Let($"select i1 {isKnown}, {ir} {quotient}, {ir} {called}");
        }

        string both = _out.Let(
            $"call {{ {ir}, {ir} }} asm \"\", \"=r,=r,0,1\"({ir} {dividend}, {ir} {divisor}) {Unseen}"
        );
        string above = _out.Let($"extractvalue {{ {ir}, {ir} }} {both}, 0"),
            below = _out.Let($"extractvalue {{ {ir}, {ir} }} {both}, 1");
        above = _out.Let($"select i1 {isKnown}, {ir} {dividend}, {ir} {above}");
        below = _out.Let($"select i1 {isKnown}, {ir} {divisor}, {ir} {below}");
        return _out.Let($"{op} {ir} {above}, {below}");
    }

    /// <summary>Of a call that only computes. LLVM's inliner counts it as nothing, so that a function with a division is
    /// inlined where clang inlines it.</summary>
    private const string Unseen = "nounwind willreturn memory(none) \"call-inline-cost\"=\"0\"";

    /// <summary>The function that LLVM calls for a division of 64 bits where the processor has none, with its registers
    /// under -mregparm (libgcc, X86Subtarget::markLibCallAttributes).</summary>
    private string DivisionByLibrary(string op, string dividend, string divisor)
    {
        string name = op switch
        {
            "udiv" => "__udivdi3",
            "sdiv" => "__divdi3",
            "urem" => "__umoddi3",
            _ => "__moddi3",
        };
        string first = Target.RegisterParameters >= 2 ? "i64 inreg" : "i64";
        string own = Target.OthersAreLocal ? "dso_local " : "";
        _module.Foreign.Declare(name, $"declare {own}i64 @{name}({first}, i64)");
        return _out.Let($"call i64 @{name}({first} {dividend}, i64 {divisor}) {Unseen}");
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
        _module.Foreign.Declare(name, $"declare {{ {ir}, i1 }} @{name}({ir}, {ir})");
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
        _out.Line($"br i1 {condition}, label %{bad}, label %{good}, !prof !{IrText.Unlikely}");
        _out.Label(bad);
        Trap();
        _out.Line("unreachable");
        _out.Label(good);
    }

    internal void Trap()
    {
        _module.Foreign.Declare("llvm.trap", "declare void @llvm.trap() cold noreturn nounwind");
        _out.Line("call void @llvm.trap()");
    }
}
