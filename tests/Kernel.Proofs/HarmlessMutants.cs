namespace Kernel.Proofs;

/// <summary>Mistakes that change nothing that anybody could see, each with the reason; they are not counted.</summary>
internal static class HarmlessMutants
{
    private static readonly (string File, string Line, string Change, string Reason)[] Known =
    [
        ("Zone.cs", "return Free > Reserve ? Free - Reserve : 0;", "> -> >=", "equal gives 0 either way"),
        ("Zone.cs", "end <= first ? 0 : ((end + Line.Pages - 1) >> Line.Shift) - (first >> Line.Shift);", "- -> +", "one line more, which never has a page"),
        ("Line.cs", "for (; length * 2 <= count; length *= 2)", "<= -> <", "the last step, which overlaps, does the same"),
        ("FreeBitmap.cs", "uint last = (end - 1) >> WordShift;", "- -> +", "a bit beyond the end is reported as the end"),
        ("ZoneRuns.cs", "uint least = sizePages >= 2 * Line.Pages - 1 ? Line.Pages : (sizePages + 1) / 2;", ">= -> >", "half of 32 is 16 as well"),
        ("ZoneRuns.cs", "return _sets.Present >> (int)least != 0;", ">> -> <<", "only the search that follows takes longer"),
        ("ZoneTable.cs", "private static uint EndOf(uint* limits, uint row, uint end) => limits[row] < end ? limits[row] : end;", "< -> <=", "both are the same number"),
    ];

    public static string? Find(string file, string line, string change) =>
        Known.FirstOrDefault(known => known.File == file && known.Line == line && known.Change == change).Reason;
}
