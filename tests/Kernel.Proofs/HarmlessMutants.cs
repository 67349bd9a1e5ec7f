namespace Kernel.Proofs;

/// <summary>Mistakes that change nothing that anybody could see, each with the reason; they are not counted. A change
/// that the line has twice is named with the rest of its line.</summary>
internal static class HarmlessMutants
{
    private static readonly (string File, string Line, string Change, string Reason)[] Known =
    [
        ("Zone.cs", "return Free > Reserve ? Free - Reserve : 0;", "> -> >=", "equal gives 0 either way"),
        (
            "Zone.cs",
            "end <= first ? 0 : ((end + Line.Pages - 1) >> Line.Shift) - (first >> Line.Shift);",
            "- -> +",
            "one line more, which never has a page"
        ),
        (
            "Line.cs",
            "for (; length * 2 <= count; length *= 2)",
            "<= -> <",
            "the last step, which overlaps, does the same"
        ),
        (
            "FreeBitmap.cs",
            "uint last = (end - 1) >> WordShift;",
            "- -> +",
            "a bit beyond the end is reported as the end"
        ),
        (
            "ZoneRuns.cs",
            "uint least = sizePages >= 2 * Line.Pages - 1 ? Line.Pages : (sizePages + 1) / 2;",
            ">= -> >",
            "half of 32 is 16 as well"
        ),
        (
            "ZoneRuns.cs",
            "return _sets.Present >> (int)least != 0;",
            ">> -> <<",
            "only the search that follows takes longer"
        ),
        (
            "ZoneRuns.cs",
            "uint least = sizePages >= 2 * Line.Pages - 1 ? Line.Pages : (sizePages + 1) / 2;",
            "- -> +",
            "half of 31 and of 32, rounded up, is 16 as well"
        ),
        (
            "ZoneRuns.cs",
            "uint least = sizePages >= 2 * Line.Pages - 1 ? Line.Pages : (sizePages + 1) / 2;",
            "+ -> -",
            "a smaller bound only lets the search that follows say that there is none"
        ),
        (
            "ZoneRuns.cs",
            "uint least = sizePages >= 2 * Line.Pages - 1 ? Line.Pages : (sizePages + 1) / 2;",
            "2 -> (2 + 1);",
            "a smaller bound only lets the search that follows say that there is none"
        ),
        (
            "ZoneRuns.cs",
            "if (sizePages > Line.Pages && align < Line.Pages && Line.Pages % align == 0)",
            "< -> <=",
            "for 16 the search that follows is the same one"
        ),
        (
            "ZoneRuns.cs",
            "uint count = Line.Pages - within < sizePages ? Line.Pages - within : sizePages;",
            "< -> <=",
            "both are the same number"
        ),
        (
            "Zone.cs",
            "for (uint line = 0; line < _lines; line++)",
            "< -> <=",
            "behind the last line is one that is always empty and in no set"
        ),
        ("Zone.cs", "if (share > maxPages)", "> -> >=", "both are the same number"),
        (
            "Zone.cs",
            "end <= first ? 0 : ((end + Line.Pages - 1) >> Line.Shift) - (first >> Line.Shift);",
            "<= -> <",
            "an empty zone has a line, which never has a page"
        ),
        (
            "Zone.cs",
            "end <= first ? 0 : ((end + Line.Pages - 1) >> Line.Shift) - (first >> Line.Shift);",
            "0 -> (0 + 1)",
            "an empty zone has a line, which never has a page"
        ),
        ("FreeBitmap.cs", "return bit < end ? bit : end;", "< -> <=", "both are the same number"),
        (
            "FreeBitmap.cs",
            "if (start < first || start >= end || end - start < count)",
            ">= -> >",
            "at the end nothing is left, which is less than any count"
        ),
        (
            "LineSets.cs",
            "if (++line >= lines)",
            ">= -> >",
            "there is a bit for the line behind the last one, and it is never set"
        ),
        (
            "LineSets.cs",
            "for (uint i = _top; i < _stride; i++)",
            "++ -> --",
            "the words below the top say the same, more slowly"
        ),
        ("PageAllocator.cs", "public const uint MaxZones = 4;", "4 -> (4 + 1)", "room for a row that is not used"),
        (
            "ZoneTable.cs",
            "private static uint EndOf(uint* limits, uint row, uint end) => limits[row] < end ? limits[row] : end;",
            "< -> <=",
            "both are the same number"
        ),
    ];

    public static string? Find(string file, string line, string change, string rest) =>
        Known
            .FirstOrDefault(known =>
                known.File == file && known.Line == line && (known.Change == change || known.Change == change + rest)
            )
            .Reason;
}
