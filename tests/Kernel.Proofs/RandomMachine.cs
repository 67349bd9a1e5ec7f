using Porting.Build.Boot;

namespace Kernel.Proofs;

/// <summary>A machine with a random size of memory, and a seed for the kernel's random tests.</summary>
internal sealed class RandomMachine
{
    private readonly int _memoryMiB;
    private readonly int _seed;

    public RandomMachine(int number)
    {
        Random random = new(number);
        _memoryMiB = random.Next(4) switch
        {
            0 => random.Next(6, 20),
            1 => random.Next(20, 800),
            2 => 1 << random.Next(3, 10),
            _ => random.Next(6, 130),
        };
        _seed = number + 1;
    }

    public override string ToString() => $"{_memoryMiB} MiB, seed={_seed}";

    /// <summary>Boots with more on the command line; everything that is wrong, or nothing.</summary>
    public IEnumerable<string> Boot(string image, string commandLine, TimeSpan timeout)
    {
        QemuResult result = QemuRunner.Run(
            image,
            new QemuOptions(_memoryMiB, Timeout: timeout, CommandLine: $"seed={_seed} {commandLine}".TrimEnd())
        );
        return result
            .Ktap.Disagreements(result.ExitStatus, result.HasTimedOut)
            .Concat(result.Ktap.Results.Where(r => r.Outcome == TestOutcome.Failed).Select(r => r.Name));
    }
}
