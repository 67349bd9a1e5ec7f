namespace Kernel.Proofs;

/// <summary>Mistakes that change nothing that anybody could see, by their names and with the reason; they are not
/// counted.</summary>
internal static class HarmlessMutants
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["Vm/Zone.cs: return Free > kept ? Free - kept : 0; | > -> >="] = "equal gives 0 either way",
        ["Vm/Zone.cs: end <= first ? 0 : ((end + Line.Pages - 1) >> Line.Shift) - (first >> Line.Shift); | - -> +"] =
            "one line more, which never has a page",
        ["Vm/Line.cs: for (; length * 2 <= count; length *= 2) | <= -> <"] =
            "the last step, which overlaps, does the same",
        ["Vm/FreeBitmap.cs: uint last = (end - 1) >> WordShift; | - -> +"] =
            "a bit beyond the end is reported as the end",
        ["Vm/ZoneRuns.cs: uint least = sizePages >= 2 * Line.Pages - 1 ? Line.Pages : (sizePages + 1) / 2; | >= -> >"] =
            "half of 32 is 16 as well",
        ["Vm/ZoneRuns.cs: return _sets.Present >> (int)least != 0; | >> -> <<"] =
            "only the search that follows takes longer",
        ["Vm/ZoneRuns.cs: uint least = sizePages >= 2 * Line.Pages - 1 ? Line.Pages : (sizePages + 1) / 2; | - -> +"] =
            "half of 31 and of 32, rounded up, is 16 as well",
        ["Vm/ZoneRuns.cs: uint least = sizePages >= 2 * Line.Pages - 1 ? Line.Pages : (sizePages + 1) / 2; | + -> -"] =
            "a smaller bound only lets the search that follows say that there is none",
        [
            "Vm/ZoneRuns.cs: uint least = sizePages >= 2 * Line.Pages - 1 ? Line.Pages : (sizePages + 1) / 2; | 2 -> (2 + 1) #2"
        ] = "a smaller bound only lets the search that follows say that there is none",
        ["Vm/ZoneRuns.cs: uint count = Line.Pages - within < sizePages ? Line.Pages - within : sizePages; | < -> <="] =
            "both are the same number",
        ["Vm/Zone.cs: for (uint line = 0; line < _lines; line++) | < -> <="] =
            "behind the last line is one that is always empty and in no set",
        ["Vm/Zone.cs: if (share > maxPages) | > -> >="] = "both are the same number",
        ["Vm/Zone.cs: end <= first ? 0 : ((end + Line.Pages - 1) >> Line.Shift) - (first >> Line.Shift); | <= -> <"] =
            "an empty zone has a line, which never has a page",
        [
            "Vm/Zone.cs: end <= first ? 0 : ((end + Line.Pages - 1) >> Line.Shift) - (first >> Line.Shift); | 0 -> (0 + 1)"
        ] = "an empty zone has a line, which never has a page",
        ["Vm/FreeBitmap.cs: return bit < end ? bit : end; | < -> <="] = "both are the same number",
        ["Vm/LineSets.cs: for (uint i = _top; i < _stride; i++) | ++ -> --"] =
            "the words below the top say the same, more slowly",
        ["Vm/PageAllocator.cs: public const uint MaxZones = 4; | 4 -> (4 + 1)"] = "room for a row that is not used",
        [
            "Vm/ZoneTable.cs: private static uint EndOf(uint* limits, uint row, uint end) => limits[row] < end ? limits[row] : end; | < -> <="
        ] = "both are the same number",
        ["Boot/MemoryRanges.cs: grows = true; | true -> false"] =
            "ranges that touch are told one by one, which adds up to the same",
        [
            "Kmem/KmemRequest.cs: public uint Align => SizePages <= Line.Pages && (SizePages & (SizePages - 1)) == 0 ? SizePages : 1; | 1 -> (1 + 1)"
        ] = "only 1 is taken for no power of two then, and is its own alignment",
        ["Boot/CommandLine.cs: 11 => T(\"console\"u8), | 11 -> (11 + 1)"] = "two flags change places in the list",
        ["Kmem/KmemSleep.cs: OperationLog.Note(Operation.Sleep, _dma ? 1u : 0, 0); | 0 -> (0 + 1) #2"] =
            "this record has no second word",
        [
            "Vm/VmFreePages.cs: OperationLog.Note(Operation.Refuse, flags, external, sizePages, searched ? 1u : 0); | 1u -> (1u + 1)"
        ] = "it is read as a truth value",
    };

    public static string? ReasonOf(string name) => Known.GetValueOrDefault(name);

    /// <summary>What is said of a mistake that there is no more is out of date.</summary>
    public static void CheckAllAreThere(IEnumerable<string> names)
    {
        string[] gone = [.. Known.Keys.Except(names)];
        Check.That(gone.Length == 0, $"harmless mutants that there are not: {string.Join("; ", gone)}");
    }
}
