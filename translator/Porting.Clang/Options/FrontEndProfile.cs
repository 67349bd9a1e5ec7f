using System.Buffers.Binary;

namespace Porting.Clang.Options;

/// <summary>
/// A profile that a command uses (-fprofile-use, -fprofile-instr-use) is one of LLVM's code, which clang's pass reads.
/// Errors: PORT9012 for one of -fprofile-instr-generate, whose counters clang's front end would read.
/// </summary>
public static class FrontEndProfile
{
    /// <summary>In front of an indexed profile (LLVM, ProfileData/InstrProf.h, IndexedInstrProf::Magic).</summary>
    private static ReadOnlySpan<byte> Magic =>
        [0xff, (byte)'l', (byte)'p', (byte)'r', (byte)'o', (byte)'f', (byte)'i', 0x81];

    /// <summary>VARIANT_MASK_IR_PROF (ProfileData/InstrProfData.inc).</summary>
    private const ulong OfLlvm = 1ul << 56;

    /// <param name="directory">Where relative paths start.</param>
    public static void Refuse(IReadOnlyList<string> arguments, string directory)
    {
        if (
            arguments.LastOrDefault(IsAbout) is { } used
            && !used.StartsWith("-fno-", StringComparison.Ordinal)
            && IsOfFrontEnd(FileOf(used, directory))
        )
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9012",
                    SourceLocation.None,
                    $"{used} is not supported: that is a profile of -fprofile-instr-generate; use one of -fprofile-generate"
                )
            );
        }
    }

    private static bool IsAbout(string word) =>
        word.Split('=')[0]
            is "-fprofile-use"
                or "-fprofile-instr-use"
                or "-fno-profile-use"
                or "-fno-profile-instr-use";

    private static string FileOf(string used, string directory)
    {
        string path = Path.GetFullPath(used.Contains('=') ? used[(used.IndexOf('=') + 1)..] : ".", directory);
        return Directory.Exists(path) ? Path.Combine(path, "default.profdata") : path;
    }

    private static bool IsOfFrontEnd(string path)
    {
        Span<byte> head = stackalloc byte[16];
        if (!File.Exists(path))
        {
            return false; // clang says so
        }

        using FileStream file = File.OpenRead(path);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && head[..8].SequenceEqual(Magic)
            && (BinaryPrimitives.ReadUInt64LittleEndian(head[8..]) & OfLlvm) == 0;
    }
}
