namespace Porting.Translator.Lower;

/// <summary>What a class needs beside its variables and functions, as they ask for it.</summary>
internal sealed class ClassMembers
{
    /// <summary><c>addr_v</c> of variables whose address is used: the property's text by its name.</summary>
    public SortedDictionary<string, string> Addresses { get; } = new(StringComparer.Ordinal);

    /// <summary>How initialisers assign arrays that are members of structs.</summary>
    public SortedSet<string> Setters { get; } = new(StringComparer.Ordinal);
}
