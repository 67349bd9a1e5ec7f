using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Porting.Backend.Il;

/// <summary>One instruction. Prefixes are instructions of their own.</summary>
/// <param name="Next">Offset of the instruction behind it.</param>
/// <param name="Number">The operand: a constant, an index, a token, or the offset that a branch goes to.</param>
/// <param name="Real">A floating point constant.</param>
/// <param name="Targets">Where a switch goes.</param>
public readonly record struct Instruction(
    int Offset,
    ILOpCode Op,
    int Next,
    long Number,
    double Real,
    ImmutableArray<int> Targets
)
{
    public int Target => (int)Number;
    public EntityHandle Token => MetadataTokens.EntityHandle((int)Number);
}

/// <summary>Code of a method. Types may name type parameters.</summary>
/// <param name="AreLocalsZero">Locals and stack memory start as zero.</param>
public sealed record IlBody(
    IReadOnlyList<Instruction> Code,
    ImmutableArray<IlType> Locals,
    bool AreLocalsZero,
    ImmutableArray<ExceptionRegion> Regions
);

/// <summary>IL bytes to instructions (ECMA-335, III).</summary>
internal static class InstructionReader
{
    public static List<Instruction> Read(BlobReader reader)
    {
        List<Instruction> code = [];
        while (reader.RemainingBytes > 0)
        {
            int offset = reader.Offset;
            int first = reader.ReadByte();
            ILOpCode op = (ILOpCode)(first == 0xfe ? 0xfe00 | reader.ReadByte() : first);
            (long number, double real, ImmutableArray<int> targets) = Operand(ref reader, op);
            code.Add(new Instruction(offset, op, reader.Offset, number, real, targets));
        }

        return code;
    }

    private static (long, double, ImmutableArray<int>) Operand(ref BlobReader reader, ILOpCode op)
    {
        if (op.IsBranch())
        {
            long distance = op.GetBranchOperandSize() == 1 ? reader.ReadSByte() : reader.ReadInt32();
            return (distance + reader.Offset, 0, []);
        }

        switch (op)
        {
            case ILOpCode.Ldarg_s or ILOpCode.Ldarga_s or ILOpCode.Starg_s:
            case ILOpCode.Ldloc_s or ILOpCode.Ldloca_s or ILOpCode.Stloc_s or ILOpCode.Unaligned:
                return (reader.ReadByte(), 0, []);
            case ILOpCode.Ldc_i4_s:
                return (reader.ReadSByte(), 0, []);
            case ILOpCode.Ldarg or ILOpCode.Ldarga or ILOpCode.Starg:
            case ILOpCode.Ldloc or ILOpCode.Ldloca or ILOpCode.Stloc:
                return (reader.ReadUInt16(), 0, []);
            case ILOpCode.Ldc_i8:
                return (reader.ReadInt64(), 0, []);
            case ILOpCode.Ldc_r4:
                return (0, reader.ReadSingle(), []);
            case ILOpCode.Ldc_r8:
                return (0, reader.ReadDouble(), []);
            case ILOpCode.Switch:
                int[] targets = new int[reader.ReadInt32()];
                for (int i = 0; i < targets.Length; i++)
                {
                    targets[i] = reader.ReadInt32();
                }

                int end = reader.Offset;
                return (0, 0, [.. targets.Select(t => t + end)]);
            default:
                return (HasToken(op) ? reader.ReadInt32() : 0, 0, []);
        }
    }

    private static bool HasToken(ILOpCode op) =>
        op
            is ILOpCode.Ldc_i4
                or ILOpCode.Jmp
                or ILOpCode.Call
                or ILOpCode.Calli
                or ILOpCode.Callvirt
                or ILOpCode.Cpobj
                or ILOpCode.Ldobj
                or ILOpCode.Ldstr
                or ILOpCode.Newobj
                or ILOpCode.Castclass
                or ILOpCode.Isinst
                or ILOpCode.Unbox
                or ILOpCode.Unbox_any
                or ILOpCode.Ldfld
                or ILOpCode.Ldflda
                or ILOpCode.Stfld
                or ILOpCode.Ldsfld
                or ILOpCode.Ldsflda
                or ILOpCode.Stsfld
                or ILOpCode.Stobj
                or ILOpCode.Box
                or ILOpCode.Newarr
                or ILOpCode.Ldelema
                or ILOpCode.Ldelem
                or ILOpCode.Stelem
                or ILOpCode.Refanyval
                or ILOpCode.Mkrefany
                or ILOpCode.Ldtoken
                or ILOpCode.Ldftn
                or ILOpCode.Ldvirtftn
                or ILOpCode.Initobj
                or ILOpCode.Constrained
                or ILOpCode.Sizeof;
}
