using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

internal sealed partial class MethodLowering
{
    private void Translate(Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Volatile:
                _isVolatile = true;
                return;
            case ILOpCode.Unaligned:
                _unaligned = (int)i.Number;
                return;
            case ILOpCode.Constrained:
                _constrained = _il.Type(i.Token, _context);
                return;
        }

        if (
            !TranslateConstant(i)
            && !TranslateVariable(i)
            && !TranslateMemory(i)
            && !TranslateArithmetic(i)
            && !TranslateFlow(i)
            && !TranslateCall(i)
        )
        {
            throw Refuse(Outside(i.Op));
        }

        _isVolatile = false;
        _unaligned = 0;
        _constrained = null;
    }

    /// <summary>What the language leaves out, in words of C#.</summary>
    private static string Outside(ILOpCode op) =>
        op switch
        {
            ILOpCode.Newobj or ILOpCode.Isinst or ILOpCode.Castclass => "objects are not part of kernel C#",
            ILOpCode.Box or ILOpCode.Unbox or ILOpCode.Unbox_any => "a value is boxed, which needs an allocator",
            ILOpCode.Throw or ILOpCode.Rethrow => "exceptions cannot be thrown in kernel C#",
            ILOpCode.Newarr or ILOpCode.Ldelem or ILOpCode.Ldelema or ILOpCode.Stelem or ILOpCode.Ldlen =>
                "arrays at run time are not part of kernel C#: use a pointer, stackalloc, or a span over data",
            ILOpCode.Ldstr => "strings are objects: use a u8 literal",
            ILOpCode.Ldvirtftn => "delegates of virtual methods are not part of kernel C#",
            _ => $"the IL instruction {op.ToString().ToLowerInvariant()} is not part of kernel C#",
        };

    private bool TranslateConstant(Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Nop or ILOpCode.Readonly or ILOpCode.Break:
                break;
            case >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8:
                Push(Kind.I32, IrText.Number((int)i.Op - (int)ILOpCode.Ldc_i4_0));
                break;
            case ILOpCode.Ldc_i4_s or ILOpCode.Ldc_i4:
                Push(Kind.I32, IrText.Number(i.Number));
                break;
            case ILOpCode.Ldc_i8:
                Push(Kind.I64, IrText.Number(i.Number));
                break;
            case ILOpCode.Ldc_r4:
                Push(Kind.F32, IrText.Real(i.Real));
                break;
            case ILOpCode.Ldc_r8:
                Push(Kind.F64, IrText.Real(i.Real));
                break;
            case ILOpCode.Ldnull:
                Push(Kind.Ptr, "null");
                break;
            case ILOpCode.Dup:
                Push(_stack.Peek());
                _out.Bind();
                break;
            case ILOpCode.Pop:
                Pop();
                break;
            case ILOpCode.Sizeof:
                Push(Kind.I32, IrText.Number(OfToken(i.Token).Size));
                break;
            default:
                return false;
        }

        return true;
    }

    private bool TranslateVariable(Instruction i)
    {
        switch (i.Op)
        {
            case >= ILOpCode.Ldarg_0 and <= ILOpCode.Ldarg_3:
                LoadArgument(i.Op - ILOpCode.Ldarg_0);
                break;
            case ILOpCode.Ldarg_s or ILOpCode.Ldarg:
                LoadArgument((int)i.Number);
                break;
            case ILOpCode.Ldarga_s or ILOpCode.Ldarga:
                Push(Kind.Ptr, $"%a{i.Number}");
                break;
            case ILOpCode.Starg_s or ILOpCode.Starg:
                StoreSlot(Of(_arguments[(int)i.Number]), $"%a{i.Number}");
                break;
            case >= ILOpCode.Ldloc_0 and <= ILOpCode.Ldloc_3:
                LoadLocal(i.Op - ILOpCode.Ldloc_0);
                break;
            case ILOpCode.Ldloc_s or ILOpCode.Ldloc:
                LoadLocal((int)i.Number);
                break;
            case ILOpCode.Ldloca_s or ILOpCode.Ldloca:
                Push(Kind.Ptr, $"%l{i.Number}");
                break;
            case var _ when LocalOf(i) is { } local:
                StoreLocal(local);
                break;
            default:
                return false;
        }

        return true;
    }

    private void LoadArgument(int index) => LoadSlot(Of(_arguments[index]), $"%a{index}");

    private void LoadLocal(int index) => LoadSlot(Of(_body.Locals[index]), $"%l{index}");

    private void StoreLocal(int index) => StoreSlot(Of(_body.Locals[index]), $"%l{index}");

    private void LoadSlot(Storage storage, string slot) => Load(storage, slot, SlotAlign(storage));

    private void StoreSlot(Storage storage, string slot) => Store(storage, slot, Pop(), SlotAlign(storage));

    private bool TranslateMemory(Instruction i)
    {
        if (Accessed(i) is { } accessed)
        {
            if (i.Op is ILOpCode.Ldobj or (>= ILOpCode.Ldind_i1 and <= ILOpCode.Ldind_ref))
            {
                Indirect(accessed);
            }
            else
            {
                StoreIndirect(accessed);
            }

            return true;
        }

        return TranslateField(i) || TranslateBlock(i);
    }

    private bool TranslateBlock(Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Cpobj:
                Value source = Pop(),
                    destination = Pop();
                Copy(Address(destination), Address(source), OfToken(i.Token).Size);
                break;
            case ILOpCode.Initobj:
                Fill(Address(Pop()), "i8 0", IrText.Number(OfToken(i.Token).Size));
                break;
            case ILOpCode.Cpblk:
                CopyBlock();
                break;
            case ILOpCode.Initblk:
                FillBlock();
                break;
            case ILOpCode.Localloc:
                AllocateStack();
                break;
            default:
                return false;
        }

        return true;
    }

    private bool TranslateField(Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Ldfld:
                LoadField(i.Token);
                break;
            case ILOpCode.Ldflda:
                Push(FieldAddress(Pop(), i.Token, out _));
                break;
            case ILOpCode.Stfld:
                StoreField(i.Token);
                break;
            case ILOpCode.Ldsflda:
                Push(Kind.Ptr, PlaceOf(StaticOf(i.Token)));
                break;
            case ILOpCode.Ldsfld:
                LoadStatic(StaticOf(i.Token));
                break;
            case ILOpCode.Stsfld:
                IlField stored = StaticOf(i.Token);
                Store(Layouts.Of(stored.Type), PlaceOf(stored), Pop(), 0);
                break;
            case ILOpCode.Ldtoken when i.Token.Kind == HandleKind.FieldDefinition:
                Push(Kind.Ptr, _module.StaticField(StaticOf(i.Token)));
                _tokenField = StaticOf(i.Token);
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>The field that the last ldtoken named, for the call behind it.</summary>
    private IlField? _tokenField;

    private IlField StaticOf(EntityHandle token) => _il.Field(token, _context).Field;

    /// <summary>What an instruction reads or writes through a pointer.</summary>
    private Storage? Accessed(Instruction i)
    {
        Primitive? kind = i.Op switch
        {
            ILOpCode.Ldind_i1 or ILOpCode.Stind_i1 => Primitive.SByte,
            ILOpCode.Ldind_u1 => Primitive.Byte,
            ILOpCode.Ldind_i2 or ILOpCode.Stind_i2 => Primitive.Int16,
            ILOpCode.Ldind_u2 => Primitive.UInt16,
            ILOpCode.Ldind_i4 or ILOpCode.Stind_i4 or ILOpCode.Ldind_u4 => Primitive.Int32,
            ILOpCode.Ldind_i8 or ILOpCode.Stind_i8 => Primitive.Int64,
            ILOpCode.Ldind_r4 or ILOpCode.Stind_r4 => Primitive.Single,
            ILOpCode.Ldind_r8 or ILOpCode.Stind_r8 => Primitive.Double,
            ILOpCode.Ldind_i or ILOpCode.Stind_i or ILOpCode.Ldind_ref or ILOpCode.Stind_ref => Primitive.Object,
            _ => null,
        };
        return kind is { } primitive ? Layouts.Of(new PrimitiveType(primitive))
            : i.Op is ILOpCode.Ldobj or ILOpCode.Stobj ? OfToken(i.Token)
            : null;
    }

    private bool TranslateArithmetic(Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Add:
                Arithmetic("add", "fadd");
                break;
            case ILOpCode.Sub:
                Arithmetic("sub", "fsub");
                break;
            case ILOpCode.Mul:
                Arithmetic("mul", "fmul");
                break;
            case ILOpCode.Add_ovf or ILOpCode.Sub_ovf or ILOpCode.Mul_ovf:
            case ILOpCode.Add_ovf_un or ILOpCode.Sub_ovf_un or ILOpCode.Mul_ovf_un:
                CheckedArithmetic(i.Op);
                break;
            case ILOpCode.Div:
                Divide("sdiv", "fdiv");
                break;
            case ILOpCode.Rem:
                Divide("srem", "frem");
                break;
            case ILOpCode.Div_un:
                Divide("udiv", "fdiv");
                break;
            case ILOpCode.Rem_un:
                Divide("urem", "frem");
                break;
            case ILOpCode.And:
                Arithmetic("and", "");
                break;
            case ILOpCode.Or:
                Arithmetic("or", "");
                break;
            case ILOpCode.Xor:
                Arithmetic("xor", "");
                break;
            case ILOpCode.Shl:
                Shift("shl");
                break;
            case ILOpCode.Shr:
                Shift("ashr");
                break;
            case ILOpCode.Shr_un:
                Shift("lshr");
                break;
            case ILOpCode.Neg:
                Negate();
                break;
            case ILOpCode.Not:
                Value value = Whole(Pop());
                Push(value.Kind, _out.Let($"xor {value.Ir} {value.Text}, -1"));
                break;
            default:
                return TranslateComparison(i.Op) || TranslateConversion(i.Op);
        }

        return true;
    }

    private bool TranslateComparison(ILOpCode op)
    {
        (string integers, string reals)? words = op switch
        {
            ILOpCode.Ceq => ("eq", "oeq"),
            ILOpCode.Cgt => ("sgt", "ogt"),
            ILOpCode.Cgt_un => ("ugt", "ugt"),
            ILOpCode.Clt => ("slt", "olt"),
            ILOpCode.Clt_un => ("ult", "ult"),
            _ => null,
        };
        if (words is { } known)
        {
            PushTruth(Compare(known.integers, known.reals));
        }

        return words != null;
    }
}
