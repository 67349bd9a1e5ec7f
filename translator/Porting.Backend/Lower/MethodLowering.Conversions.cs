using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>conv.*, by ECMA-335 III.3.27 and following; what C has undefined is as docs/backend.md promises.</summary>
internal sealed partial class MethodLowering
{
    private bool TranslateConversion(ILOpCode op)
    {
        switch (op)
        {
            case ILOpCode.Conv_i1:
                Convert(Primitive.SByte);
                break;
            case ILOpCode.Conv_u1:
                Convert(Primitive.Byte);
                break;
            case ILOpCode.Conv_i2:
                Convert(Primitive.Int16);
                break;
            case ILOpCode.Conv_u2:
                Convert(Primitive.UInt16);
                break;
            case ILOpCode.Conv_i4:
                Convert(Primitive.Int32);
                break;
            case ILOpCode.Conv_u4:
                Convert(Primitive.UInt32);
                break;
            case ILOpCode.Conv_i8:
                Convert(Primitive.Int64);
                break;
            case ILOpCode.Conv_u8:
                Convert(Primitive.UInt64);
                break;
            case ILOpCode.Conv_i:
                Convert(Primitive.IntPtr);
                break;
            case ILOpCode.Conv_u:
                Convert(Primitive.UIntPtr);
                break;
            case ILOpCode.Conv_r4:
                Convert(Primitive.Single);
                break;
            case ILOpCode.Conv_r8:
                Convert(Primitive.Double);
                break;
            case ILOpCode.Conv_r_un:
                ConvertUnsignedToReal();
                break;
            default:
                return CheckedConversion(op);
        }

        return true;
    }
}
