using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Porting.Demo;

/// <summary>A map of free memory as the kernel prints it ("# map NAME 0xADDRESS counts"): for each 64 KiB the number of pages that a thread can get, 0 to 16 as a digit of base 17.</summary>
internal sealed partial class MemoryMap
{
    private const int UnitBytes = 64 * 1024;
    private const int PagesPerUnit = 16;
    private const uint DmaUnits = (16 << 20) / UnitBytes;
    private const int Columns = 64;
    private const int CellSize = 5;
    private const int MaxRows = 16;

    private readonly SortedDictionary<uint, int> _freeOfUnit = [];

    public MemoryMap(IEnumerable<string> lines, string name)
    {
        foreach (Match line in lines.Select(l => MapLine().Match(l)).Where(m => m.Success && m.Groups["name"].Value == name))
        {
            uint unit = uint.Parse(line.Groups["address"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / UnitBytes;
            foreach (char digit in line.Groups["counts"].Value)
            {
                _freeOfUnit[unit++] = digit <= '9' ? digit - '0' : digit - 'a' + 10;
            }
        }
    }

    public int DmaPages => _freeOfUnit.Where(u => u.Key < DmaUnits).Sum(u => u.Value);

    public int NormalPages => _freeOfUnit.Where(u => u.Key >= DmaUnits).Sum(u => u.Value);

    /// <summary>Two pictures: below 16 MiB, and from there to the end of memory.</summary>
    public string ToSvg(uint memoryEnd)
    {
        uint units = Math.Max(memoryEnd / UnitBytes, DmaUnits);
        return Zone("below 16 MiB", DmaPages, 0, DmaUnits) + (units > DmaUnits ? Zone($"16 MiB to {memoryEnd >> 20} MiB", NormalPages, DmaUnits, units) : "");
    }

    private string Zone(string title, int freePages, uint first, uint end)
    {
        uint perCell = Math.Max(1, (end - first + Columns * MaxRows - 1) / (Columns * MaxRows));
        int cells = (int)((end - first + perCell - 1) / perCell);
        int rows = (cells + Columns - 1) / Columns;
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<figure><figcaption>{title}: {freePages} pages free, {perCell * UnitBytes / 1024} KiB a cell</figcaption><svg width=\"{Columns * CellSize}\" height=\"{rows * CellSize}\" role=\"img\">");
        for (int cell = 0, length; cell < cells; cell += length)
        {
            string colour = ColourOf(first + (uint)cell * perCell, perCell, end);
            length = 1;
            while (cell + length < cells && (cell + length) % Columns != 0 && ColourOf(first + (uint)(cell + length) * perCell, perCell, end) == colour)
            {
                length++;
            }

            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{cell % Columns * CellSize}\" y=\"{cell / Columns * CellSize}\" width=\"{length * CellSize}\" height=\"{CellSize}\" fill=\"{colour}\"/>");
        }

        return svg.Append("</svg></figure>").ToString();
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
    private static string Colour(int percentFree) => percentFree == 0 ? "#b8b8b8" : string.Create(CultureInfo.InvariantCulture, $"hsl({210 - percentFree * 90 / 100},60%,{65 - percentFree / 5}%)");

    [GeneratedRegex(@"^# map (?<name>\w+) 0x(?<address>[0-9a-f]+) (?<counts>[0-9a-g]+)$")]
    private static partial Regex MapLine();
}
