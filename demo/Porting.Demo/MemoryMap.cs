using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Porting.Demo;

/// <summary>A map of free memory as the kernel prints it ("# map NAME 0xADDRESS counts"): for each 64 KiB the number of
/// pages that a thread can get, 0 to 16 as a digit of base 17.</summary>
internal sealed partial class MemoryMap
{
    private const int UnitBytes = 64 * 1024;
    private const int PagesPerUnit = 16;
    private const uint DmaUnits = (16 << 20) / UnitBytes;
    private const int Columns = 64;
    private const int SmallCell = 5;
    private const int DmaCellWidth = 15;
    private const int DmaCellHeight = 15;
    private const int LabelWidth = 76;
    private const int MaxRows = 16;

    private readonly SortedDictionary<uint, int> _freeOfUnit = [];

    public MemoryMap(IEnumerable<string> lines, string name)
    {
        foreach (
            Match line in lines.Select(l => MapLine().Match(l)).Where(m => m.Success && m.Groups["name"].Value == name)
        )
        {
            uint unit =
                uint.Parse(line.Groups["address"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                / UnitBytes;
            foreach (char digit in line.Groups["counts"].Value)
            {
                _freeOfUnit[unit++] = digit <= '9' ? digit - '0' : digit - 'a' + 10;
            }
        }
    }

    public int DmaPages => _freeOfUnit.Where(u => u.Key < DmaUnits).Sum(u => u.Value);

    public int NormalPages => _freeOfUnit.Where(u => u.Key >= DmaUnits).Sum(u => u.Value);

    /// <summary>The picture of the DMA zone: a row for each 4 MiB, a cell for each 64 KiB, with the marked memory in a
    /// frame.</summary>
    public string DmaSvg(uint markStart, int markBytes) =>
        Svg(
            0,
            DmaUnits,
            DmaCellWidth,
            DmaCellHeight,
            markStart / UnitBytes,
            markBytes == 0 ? 0 : (markStart + (uint)markBytes + UnitBytes - 1) / UnitBytes
        );

    /// <summary>The picture of what is above it; nothing for a machine without.</summary>
    public string NormalSvg(uint memoryEnd)
    {
        uint units = memoryEnd / UnitBytes;
        return units <= DmaUnits
            ? ""
            : $"<figcaption>16 MiB to {memoryEnd >> 20} MiB: {NormalPages} pages free, {PerCell(units - DmaUnits) * UnitBytes / 1024} KiB a cell</figcaption>"
                + Svg(DmaUnits, units, SmallCell, SmallCell, 0, 0);
    }

    /// <summary>What the colours mean.</summary>
    public static string Legend()
    {
        StringBuilder html = new("<p class=legend>free of 16 pages: ");
        foreach (int percent in new[] { 0, 25, 50, 75, 100 })
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<span style=\"background:{Colour(percent)}\"></span>{percent * PagesPerUnit / 100} "
            );
        }

        return html.Append(
                "&ensp;(grey: in use, or reserved for drivers; as an ordinary thread can get them)&ensp;<span class=frame></span>the buffer of the floppy transfers</p>"
            )
            .ToString();
    }

    private static uint PerCell(uint units) => Math.Max(1, (units + Columns * MaxRows - 1) / (Columns * MaxRows));

    private string Svg(uint first, uint end, int width, int height, uint markFirst, uint markEnd)
    {
        uint perCell = PerCell(end - first);
        int cells = (int)((end - first + perCell - 1) / perCell);
        int rows = (cells + Columns - 1) / Columns;
        bool isLabelled = height > SmallCell;
        int margin = isLabelled ? LabelWidth : 0;
        StringBuilder svg = new();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg width=\"{margin + Columns * width}\" height=\"{rows * height}\" role=\"img\">"
        );
        for (int row = 0; isLabelled && row < rows; row++)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"0\" y=\"{(row + 1) * height - 4}\">0x{(first + (uint)row * Columns * perCell) * UnitBytes:x7}</text>"
            );
        }

        for (int cell = 0, length; cell < cells; cell += length)
        {
            string colour = ColourOf(first + (uint)cell * perCell, perCell, end);
            length = 1;
            while (
                !isLabelled
                && cell + length < cells
                && (cell + length) % Columns != 0
                && ColourOf(first + (uint)(cell + length) * perCell, perCell, end) == colour
            )
            {
                length++;
            }

            int gap = isLabelled ? 1 : 0;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{margin + cell % Columns * width}\" y=\"{cell / Columns * height}\" width=\"{length * width - gap}\" height=\"{height - gap}\" fill=\"{colour}\"/>"
            );
        }

        for (uint unit = markFirst; unit < markEnd; unit++)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=mark x=\"{margin + (int)(unit - first) % Columns * width}\" y=\"{(int)(unit - first) / Columns * height}\" width=\"{width - 1}\" height=\"{height - 1}\"/>"
            );
        }

        return svg.Append("</svg>").ToString();
    }

    private string ColourOf(uint start, uint units, uint end)
    {
        uint behind = Math.Min(start + units, end);
        int free = 0;
        for (uint unit = start; unit < behind; unit++)
        {
            free += _freeOfUnit.GetValueOrDefault(unit);
        }

        return Colour((int)(free * 100L / (PagesPerUnit * (behind - start))));
    }

    /// <summary>Grey where all is in use, through blue, to green where all is free.</summary>
    private static string Colour(int percentFree) =>
        percentFree == 0
            ? "#b8b8b8"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"hsl({210 - percentFree * 90 / 100},60%,{65 - percentFree / 5}%)"
            );

    [GeneratedRegex(@"^# map (?<name>\w+) 0x(?<address>[0-9a-f]+) (?<counts>[0-9a-g]+)$")]
    private static partial Regex MapLine();
}
