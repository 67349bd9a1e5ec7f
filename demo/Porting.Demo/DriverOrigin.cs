using System.Globalization;

namespace Porting.Demo;

/// <summary>Where the port's drivers come from: every function of them is the translator's, none is written by hand
/// (kernel-generated/coverage.md, which the translator keeps).</summary>
internal static class DriverOrigin
{
    private static readonly string[] Drivers =
    [
        "linux/src/drivers/block/floppy.c",
        "linux/src/drivers/block/ide.c",
        "linux/src/drivers/scsi/am53c974.c",
        "linux/src/drivers/scsi/scsi.c",
        "linux/src/drivers/scsi/sd.c",
        "linux/src/drivers/sound/sb16.c",
        "linux/src/drivers/net/pcnet32.c",
        "linux/src/drivers/net/ne2k_pci.c",
        "linux/src/drivers/net/rtl8139.c",
    ];

    public static IEnumerable<Check> Checks(string coverageFile)
    {
        Dictionary<string, int[]> rows = File.ReadLines(coverageFile)
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .Where(c => c.Length >= 6 && Drivers.Contains(c[1]))
            .ToDictionary(c => c[1], c => c[2..6].Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray());
        foreach (string driver in Drivers)
        {
            int[] row = rows.GetValueOrDefault(driver, [0, 0, 0, 0]);
            yield return new Check(
                "drivers of the C# kernel",
                $"{driver} is carried over by the translator",
                row[0] > 0 && row[1] == row[0],
                $"{row[0]} functions: {row[1]} generated, {row[2]} replaced, {row[3]} dropped"
            );
        }
    }
}
