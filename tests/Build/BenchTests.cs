using Bench;

namespace Porting.Build.Tests;

/// <summary>The figures of the allocator's benchmark that repeat exactly; the target Bench has all of them.</summary>
public sealed class BenchTests
{
    [Fact]
    public void TheKernelsAllocatorIsMeasuredAsItIs()
    {
        Programs.Build();
        Assert.InRange(Measure.Number(Programs.Port, "metadata") / 262144, 0, 0.3);
        Assert.True(Measure.Mean(Programs.Port, "page-churn", 99) > Measure.Mean(Programs.List, "page-churn", 99));
        Assert.Equal(0, Measure.Numbers(Programs.Port, "time-blocks")[2]);
    }
}
