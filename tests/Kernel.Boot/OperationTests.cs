using Kernel.Proofs;
using Porting.Tests;

namespace Kernel.Boot;

/// <summary>A slice of <c>--target=ProveOperations</c>: the booted kernel beside a model of all of its memory
/// system.</summary>
public sealed class OperationTests
{
    private const int Count = 100_000;

    [Fact]
    public void Each_record_is_what_the_model_expects()
    {
        OperationModel model = OperationRun.Run(
            Repository.At("artifacts/kernel/port.elf"),
            Count,
            seed: 1,
            TimeSpan.FromMinutes(5)
        );
        Assert.InRange(model.Operations, Count / 3, Count);
        Assert.True(model is { InHandlers: > 100, Waits: > 10, Refusals: > 100 }, model.ToString());
    }
}
