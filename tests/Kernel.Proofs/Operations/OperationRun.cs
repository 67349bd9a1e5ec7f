using System.Globalization;
using System.Runtime.InteropServices;
using Porting.Build.Boot;

namespace Kernel.Proofs;

/// <summary>The booted kernel beside the model: its log of operations is read out of its memory, again and again, and
/// each record is compared.</summary>
internal static class OperationRun
{
    private const string LogMark = "# operations: log at 0x";

    /// <summary>So many operations, of a seed. Returns what the model has seen.</summary>
    public static OperationModel Run(string image, long operations, int seed, TimeSpan timeout)
    {
        OperationModel model = new();
        string? wrong = null;
        QemuResult result = HeldBoot.Run(
            image,
            new QemuOptions(
                64,
                Timeout: timeout,
                CommandLine: $"demo suite=operations operations={operations} seed={seed}"
            ),
            (_, lines, emulator) =>
            {
                string[] words = lines
                    .Last(l => l.StartsWith(LogMark, StringComparison.Ordinal))[LogMark.Length..]
                    .Split(' ', ',');
                uint address = uint.Parse(words[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                int count = int.Parse(words[2], CultureInfo.InvariantCulture);
                byte[] log = emulator.ReadPhysical(address, count * OperationRecord.Bytes);
                wrong ??= Replay(model, MemoryMarshal.Cast<byte, OperationRecord>(log));
            }
        );
        Check.That(wrong == null, $"seed {seed}: {wrong}");
        Check.That(
            result.Ktap.Disagreements(result.ExitStatus, result.HasTimedOut).Count == 0
                && result.Ktap.Count(TestOutcome.Passed) == 1,
            $"seed {seed}: {string.Join(" | ", result.Serial.TakeLast(5))}"
        );
        Check.That(model.Held == 0, $"seed {seed}: {model.Held} blocks are not given back");
        return model;
    }

    // The kernel goes on to its end in any case.
    private static string? Replay(OperationModel model, ReadOnlySpan<OperationRecord> records)
    {
        try
        {
            foreach (OperationRecord record in records)
                model.Step(record);
            return null;
        }
        catch (ProofFailure failure)
        {
            return failure.Message;
        }
    }
}
