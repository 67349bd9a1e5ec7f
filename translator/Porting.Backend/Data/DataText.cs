using System.Text;
using Porting.Backend.Llvm;

namespace Porting.Backend.Data;

/// <summary>Objects as LLVM's globals: sections, linkage and alignment as clang gives the same C.</summary>
/// <param name="nameOf">What an address is based on, as LLVM spells it.</param>
internal sealed class DataText(Target target, Func<object, string> nameOf)
{
    /// <summary>Shorter stretches of zeros are written with the bytes around them.</summary>
    private const int ZeroRun = 16;

    /// <param name="debug">Stands behind it for the debugger.</param>
    public string Of(StaticObject item, string debug)
    {
        (string type, string contents) = Contents(item);
        bool isConstant =
            item.Facts?.IsConst == true || item.Memory!.IsConstant || item.Field?.IsInitOnly == true && !item.IsArray;
        string section = item.Facts?.Section is { Length: > 0 } named ? $", section \"{IrText.Escape(named)}\"" : "";
        return $"{IrText.Global(item.Symbol)} = {Linkage(item)}{(item.IsThreadLocal ? "thread_local " : "")}{(isConstant ? "constant" : "global")} {type} {contents}{section}, align {item.Align}{debug}\n";
    }

    private string Linkage(StaticObject item)
    {
        if (item.IsUnnamed)
        {
            return "private unnamed_addr ";
        }

        if (!item.IsGlobal)
        {
            return "internal ";
        }

        string visibility = IrText.Word(item.Facts?.Visibility);
        string own = target.OwnAreLocal || visibility.Length > 0 ? "dso_local " : "";
        string linkage =
            item.Facts?.IsWeak == true ? "weak "
            : item.Facts?.IsCommon == true ? "common "
            : "";
        return linkage + own + visibility;
    }

    private (string Type, string Contents) Contents(StaticObject item)
    {
        DataMemory memory = item.Memory!;
        (int Offset, Datum Value, int Size)[] addresses = [.. memory.Addresses];
        if (memory.IsZero)
        {
            return (
                item.Scalar ?? $"[{memory.Bytes.Length} x i8]",
                item.Scalar == null ? "zeroinitializer" : Zero(item.Scalar)
            );
        }

        if (item.Scalar is { } scalar && addresses.Length == 0)
        {
            return (scalar, Number(scalar, memory.Bytes));
        }

        List<(string Type, string Value)> parts = [];
        int at = 0;
        foreach ((int offset, Datum value, int size) in addresses)
        {
            AddBytes(parts, memory.Bytes.AsSpan(at, offset - at));
            parts.Add(Address(value, size));
            at = offset + size;
        }

        AddBytes(parts, memory.Bytes.AsSpan(at));
        return parts.Count == 1
            ? parts[0]
            : (
                $"<{{ {string.Join(", ", parts.Select(p => p.Type))} }}>",
                $"<{{ {string.Join(", ", parts.Select(p => $"{p.Type} {p.Value}"))} }}>"
            );
    }

    private static string Zero(string scalar) =>
        scalar switch
        {
            "ptr" => "null",
            "float" or "double" => "0.0",
            _ => "0",
        };

    private static string Number(string scalar, byte[] bytes) =>
        scalar switch
        {
            "float" when float.IsNaN(BitConverter.ToSingle(bytes)) => Nan(BitConverter.ToUInt32(bytes)),
            "float" => IrText.Real(BitConverter.ToSingle(bytes)),
            "double" => IrText.Real(BitConverter.ToDouble(bytes)),
            "ptr" => $"inttoptr (i{bytes.Length * 8} {Integer(bytes)} to ptr)",
            _ => IrText.Number(Integer(bytes)),
        };

    /// <summary>The double that LLVM reads as this float: the payload's bits at the top.</summary>
    private static string Nan(uint bits) =>
        IrText.Real(
            BitConverter.UInt64BitsToDouble(
                ((ulong)(bits & 0x80000000) << 32) | 0x7ff0000000000000 | ((ulong)(bits & 0x7fffff) << 29)
            )
        );

    private static long Integer(byte[] bytes) =>
        bytes.Length switch
        {
            1 => (sbyte)bytes[0],
            2 => BitConverter.ToInt16(bytes),
            4 => BitConverter.ToInt32(bytes),
            _ => BitConverter.ToInt64(bytes),
        };

    private (string, string) Address(Datum value, int size)
    {
        if (value.Base is DataDistance way)
        {
            string word = target.Word;
            string distance =
                $"sub ({word} ptrtoint (ptr {way.To} to {word}), {word} ptrtoint (ptr {way.From} to {word}))";
            return (word, value.Number == 0 ? distance : $"add ({word} {distance}, {word} {value.Number})");
        }

        string name = nameOf(value.Base!);
        string place =
            value.Number == 0 ? name : $"getelementptr (i8, ptr {name}, {target.Word} {IrText.Number(value.Number)})";
        return value.Kind == Types.Kind.Ptr
            ? ("ptr", place)
            : ($"i{size * 8}", $"ptrtoint (ptr {place} to i{size * 8})");
    }

    private static void AddBytes(List<(string, string)> parts, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int zeros = bytes.IndexOfAnyExcept((byte)0) is var first and >= 0 ? first : bytes.Length;
            if (zeros >= ZeroRun || zeros == bytes.Length)
            {
                parts.Add(($"[{zeros} x i8]", "zeroinitializer"));
                bytes = bytes[zeros..];
                continue;
            }

            int end = zeros;
            while (end < bytes.Length && !IsZeroRun(bytes[end..]))
            {
                end++;
            }

            parts.Add(($"[{end} x i8]", IrText.Bytes(bytes[..end])));
            bytes = bytes[end..];
        }
    }

    private static bool IsZeroRun(ReadOnlySpan<byte> bytes) =>
        bytes[0] == 0 && !bytes[..Math.Min(ZeroRun, bytes.Length)].ContainsAnyExcept((byte)0);
}
