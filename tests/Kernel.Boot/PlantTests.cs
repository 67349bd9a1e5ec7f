using Porting.Build;
using Porting.Tests;

namespace Kernel.Boot;

/// <summary>A slice of <c>--target=ProvePlants</c>: mistakes that were made by hand are noticed by the suites of
/// Kernel.Host that are named for them. No kernel is built for it.</summary>
public sealed class PlantTests
{
    [Fact]
    public void Each_plant_is_noticed_on_the_host()
    {
        string proofs = Repository.At("artifacts/dotnet/bin/Kernel.Proofs/release/Kernel.Proofs.dll");
        ToolResult result = ToolRunner.Run(
            "dotnet",
            [proofs, "mutants", "plants", "host"],
            Repository.Root,
            TimeSpan.FromMinutes(10)
        );
        Assert.True(result.ExitStatus == 0, result.Output + result.Errors);
        Assert.Contains("noticed, 100.0 %", result.Output, StringComparison.Ordinal);
    }
}
