using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Porting.Build.Compile;

/// <summary>One line of C# (from 1) and the C line it came from.</summary>
public readonly record struct SourceMapLine(int CSharpLine, string CFile, int CLine);

/// <summary>
/// Where the lines of a generated file came from, and the numbers that its text leaves out. Written by an emit below
/// artifacts, one for each <c>X.g.cs</c>, and never committed: it can be made again. Read when the C# is compiled
/// (<see cref="LineNumbers"/>), and when debug information is made, so that the debugger shows the C.
/// <para>Format: <c>{"version":2,"text":HASH,"numbers":[31,...],"files":["vm/vm_map.c"],"lines":[[12,0,31],...]}</c>:
/// SHA-256 of the C#; the value of each of its <c>__LINE__</c>, in order; lines, each being C# line, index into files, C
/// line, ascending by C# line. A C# line that is not listed belongs to the listed one above it.</para>
/// </summary>
public sealed class SourceMap(IReadOnlyList<SourceMapLine> lines, string text = "", IReadOnlyList<int>? numbers = null)
{
    private const int Version = 2;

    public const string Suffix = ".map.json";

    /// <summary>SHA-256 of the C# that it is of.</summary>
    public string Text => text;

    /// <summary>What each <c>__LINE__</c> of the C# stands for.</summary>
    public IReadOnlyList<int> Numbers { get; } = numbers ?? [];

    public IReadOnlyList<SourceMapLine> Lines { get; } = [.. lines.OrderBy(l => l.CSharpLine)];

    /// <summary>The C place of a C# line; null above the first listed line.</summary>
    public SourceMapLine? Find(int csharpLine)
    {
        int low = 0;
        int high = Lines.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Lines[middle].CSharpLine <= csharpLine)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? null : Lines[low - 1];
    }

    public string Write()
    {
        List<string> files = [.. Lines.Select(l => l.CFile).Distinct()];
        Dictionary<string, int> index = files.Select((file, i) => (file, i)).ToDictionary(p => p.file, p => p.i);
        string names = string.Join(",", files.Select(f => JsonValue.Create(f).ToJsonString()));
        StringBuilder written = new(
            $"{{\"version\":{Version},\"text\":\"{text}\",\"numbers\":[{string.Join(',', Numbers)}],\"files\":[{names}],\"lines\":[\n"
        );
        foreach (SourceMapLine line in Lines)
        {
            written
                .Append('[')
                .Append(line.CSharpLine)
                .Append(',')
                .Append(index[line.CFile])
                .Append(',')
                .Append(line.CLine)
                .Append("],\n");
        }

        written.Length -= Lines.Count > 0 ? 2 : 0;
        return written.Append("\n]}\n").ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote. Anything else is PORT5040, naming the file.</summary>
    public static SourceMap Read(string path) => Parse(File.ReadAllText(path), path);

    public static SourceMap Parse(string json, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version)
            {
                throw new FormatException("its version is not 2");
            }

            string[] files = [.. root.GetProperty("files").EnumerateArray().Select(f => f.GetString()!)];
            return new SourceMap(
                [
                    .. root.GetProperty("lines")
                        .EnumerateArray()
                        .Select(l => new SourceMapLine(l[0].GetInt32(), files[l[1].GetInt32()], l[2].GetInt32())),
                ],
                root.GetProperty("text").GetString()!,
                [.. root.GetProperty("numbers").EnumerateArray().Select(n => n.GetInt32())]
            );
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or KeyNotFoundException
                        or FormatException
                        or InvalidOperationException
                        or IndexOutOfRangeException
            )
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT5040",
                    new SourceLocation(path, 0, 0),
                    $"not a source map: {exception.Message}"
                )
            );
        }
    }
}
