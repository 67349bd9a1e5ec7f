using System.Text.Json;
using Porting.Backend.Il;
using Porting.Backend.Types;

namespace Porting.Build.Gates;

/// <summary>A struct as clang lays it out: size and offsets in bytes, of the fields that have an address.</summary>
public sealed record StructLayout(string Name, uint Size, IReadOnlyDictionary<string, uint> Fields);

/// <summary>
/// Compares the back end's layouts with clang's. PORT6031 names the struct, the field and both numbers.
/// </summary>
public static class LayoutGate
{
    public static IReadOnlyList<PortDiagnostic> Check(
        IlAssembly assembly,
        Layouts layouts,
        IReadOnlyList<StructLayout> expected,
        out int compared
    )
    {
        ILookup<string, IlTypeDefinition> structs = assembly.Types.Where(t => t.IsValueType).ToLookup(t => t.Name);
        List<PortDiagnostic> found = [];
        compared = 0;
        foreach (StructLayout layout in expected)
        {
            foreach (IlTypeDefinition definition in structs[layout.Name].Take(1))
            {
                compared++;
                NamedType type = new(definition, []);
                IEnumerable<(string, uint)> fields = definition.InstanceFields.Select(f =>
                    (f.Name, (uint)layouts.OffsetOf(type, f.Name))
                );
                found.AddRange(Compare(layout, (uint)layouts.Of(type).Size, fields));
            }
        }

        return found;
    }

    private static IEnumerable<PortDiagnostic> Compare(
        StructLayout layout,
        uint size,
        IEnumerable<(string Name, uint Offset)> fields
    )
    {
        if (size != layout.Size)
        {
            yield return Error($"struct '{layout.Name}' has {size} bytes, in C {layout.Size}");
        }

        foreach ((string name, uint offset) in fields)
        {
            if (layout.Fields.TryGetValue(name, out uint inC) && inC != offset)
            {
                yield return Error($"field '{name}' of struct '{layout.Name}' is at offset {offset}, in C {inC}");
            }
        }
    }

    private static PortDiagnostic Error(string message) =>
        PortDiagnostic.Error("PORT6031", SourceLocation.None, message);

    /// <summary>Reads the layouts that the translator writes: <c>{"struct":{"size":48,"fields":{"pageq":0}}}</c>.
    /// PORT5041 for anything else.</summary>
    public static IReadOnlyList<StructLayout> Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            return
            [
                .. document
                    .RootElement.EnumerateObject()
                    .Select(s => new StructLayout(
                        s.Name,
                        s.Value.GetProperty("size").GetUInt32(),
                        s.Value.GetProperty("fields")
                            .EnumerateObject()
                            .ToDictionary(f => f.Name, f => f.Value.GetUInt32())
                    )),
            ];
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or KeyNotFoundException
                        or FormatException
                        or InvalidOperationException
                        or FileNotFoundException
            )
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT5041",
                    new SourceLocation(path, 0, 0),
                    "no readable table of layouts; run 'port emit'"
                )
            );
        }
    }
}
