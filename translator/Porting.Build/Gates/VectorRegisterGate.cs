using Iced.Intel;
using Porting.Build.Link;

namespace Porting.Build.Gates;

/// <summary>
/// No instruction of the kernel may touch an SSE register: entry from an interrupt does not save them. Compilers use
/// them by themselves for copies of 16 bytes and more, where a unit's command does not forbid it, so this is looked at
/// in the finished image. PORT6030 names the function and the address.
/// </summary>
public static class VectorRegisterGate
{
    /// <summary>Violations, one per function.</summary>
    public static IReadOnlyList<PortDiagnostic> Check(ElfImage image)
    {
        List<PortDiagnostic> found = [];
        for (int index = 0; index < image.Sections.Count; index++)
        {
            ImageSection section = image.Sections[index];
            if (section.IsExecutable && section.HasContents)
            {
                CheckSection(image, index, section, found);
            }
        }

        return found;
    }

    /// <summary>Decodes from each symbol to the next, so that data between functions does not put the decoder out of
    /// step.</summary>
    private static void CheckSection(ElfImage image, int index, ImageSection section, List<PortDiagnostic> found)
    {
        ImageSymbol[] symbols =
        [
            .. image.Symbols.Where(s => s.Section == index && s.Name.Length > 0).OrderBy(s => s.Address),
        ];
        byte[] code = image.Contents(section).ToArray();
        for (int i = 0; i < symbols.Length; i++)
        {
            uint start = symbols[i].Address - section.Address;
            uint end = i + 1 < symbols.Length ? symbols[i + 1].Address - section.Address : section.Size;
            if (end > start && FirstVectorInstruction(code, start, end, section.Address) is { } address)
            {
                found.Add(
                    PortDiagnostic.Error(
                        "PORT6030",
                        SourceLocation.None,
                        $"function '{symbols[i].Name}' uses an SSE register at 0x{address:x}, which entry from an interrupt does not save; compile its unit with -mno-sse"
                    )
                );
            }
        }
    }

    private static ulong? FirstVectorInstruction(byte[] code, uint start, uint end, uint sectionAddress)
    {
        Decoder decoder = Decoder.Create(32, new ByteArrayCodeReader(code, (int)start, (int)(end - start)));
        decoder.IP = sectionAddress + start;
        while (decoder.IP < sectionAddress + end)
        {
            decoder.Decode(out Instruction instruction);
            for (int operand = 0; operand < instruction.OpCount; operand++)
            {
                if (
                    instruction.GetOpKind(operand) == OpKind.Register
                    && instruction.GetOpRegister(operand).IsVectorRegister()
                )
                {
                    return instruction.IP;
                }
            }
        }

        return null;
    }
}
