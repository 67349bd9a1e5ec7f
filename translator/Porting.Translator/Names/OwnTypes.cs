namespace Porting.Translator.Names;

/// <summary>
/// Types that C# lacks, as far as they are in use: what the program has structs for beside the C's own. Each part of the
/// program notes its own, and the whole is made of the notes, so that a part that is not looked at again has its types,
/// too.
/// </summary>
public sealed class OwnTypes
{
    /// <summary>In front of the kind, where notes stand among others.</summary>
    internal const char Mark = '#';

    /// <summary>Element types of the complex types.</summary>
    public SortedSet<string> ComplexElements { get; } = new(StringComparer.Ordinal);

    /// <summary>Vector types, by name.</summary>
    public SortedDictionary<string, VectorShape> Vectors { get; } = new(StringComparer.Ordinal);

    /// <summary>_BitInt and the like, by name.</summary>
    public SortedDictionary<string, NumberShape> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>Bytes of structs that are larger as atomic objects, by name.</summary>
    public SortedDictionary<string, long> PaddedRecords { get; } = new(StringComparer.Ordinal);

    public bool HasLongDouble { get; set; }

    /// <summary>With the type of its comparisons.</summary>
    public void Add(VectorShape shape)
    {
        Vectors.TryAdd(shape.Name, shape);
        VectorShape mask = new(shape.MaskElement, shape.Count, shape.Size);
        Vectors.TryAdd(mask.Name, mask);
    }

    internal IEnumerable<(string Function, string Types)> Notes =>
        ComplexElements
            .Select(e => ("#complex", e))
            .Concat(Vectors.Values.Select(v => ("#vector", $"{v.Element} {v.Count} {v.Size}")))
            .Concat(Numbers.Values.Select(n => ("#number", $"{n.Size} {n.Bits} {n.IsSigned} {n.Name} {n.Spelling}")))
            .Concat(PaddedRecords.Select(r => ("#padded", $"{r.Value} {r.Key}")))
            .Concat(HasLongDouble ? [("#longdouble", "")] : []);

    internal void Add((string Kind, string Type) note)
    {
        string[] words = note.Type.Split(' ', 5);
        switch (note.Kind)
        {
            case "#complex":
                ComplexElements.Add(note.Type);
                break;
            case "#vector":
                Add(new VectorShape(words[0], int.Parse(words[1], null), long.Parse(words[2], null)));
                break;
            case "#number":
                Numbers.TryAdd(
                    words[3],
                    new NumberShape(
                        words[3],
                        words[4],
                        int.Parse(words[0], null),
                        int.Parse(words[1], null),
                        bool.Parse(words[2])
                    )
                );
                break;
            case "#padded":
                PaddedRecords.TryAdd(words[1], long.Parse(words[0], null));
                break;
            case "#longdouble":
                HasLongDouble = true;
                break;
            default:
                throw new InvalidDataException(note.Kind);
        }
    }
}
