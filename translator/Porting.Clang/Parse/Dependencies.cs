namespace Porting.Clang.Parse;

/// <summary>What a part of a definition's meaning is; the numbers are the exporter's.</summary>
public enum PartKind
{
    /// <summary>The definition's own tokens.</summary>
    Text,

    /// <summary>Its type and attributes, with what other declarations have added.</summary>
    Declaration,

    /// <summary>A macro that is expanded in one of the texts, or asked for by a condition there.</summary>
    Macro,

    /// <summary>A struct or union that is looked into: its layout, and the members that are named.</summary>
    Layout,
    Typedef,
    Enumeration,
    Enumerator,

    /// <summary>A function whose body counts as if it stood where it is called.</summary>
    Inline,

    /// <summary>Type and attributes of any other function that is named.</summary>
    Prototype,

    /// <summary>Type and attributes of an object with static storage.</summary>
    Object,

    /// <summary>What a constant or a static of the file begins with.</summary>
    Initializer,

    /// <summary>A file that is included inside one of the texts.</summary>
    Include,
}

/// <summary>
/// One thing that the meaning of a definition depends on. How far dependencies go stands in
/// translator/Porting.Clang.Native/Dependencies.h.
/// </summary>
/// <param name="File">C file below the source root; <c>&lt;name&gt;</c> for one elsewhere, empty for none.</param>
/// <param name="Hash">16 hexadecimal digits over what counts; empty for the initialiser of a constant that the unit
/// only declares.</param>
/// <param name="Text">The C, for readers.</param>
public sealed record DefinitionPart(PartKind Kind, string Name, string File, string Hash, string Text);

/// <summary>Definitions that a unit is asked for.</summary>
public sealed record DependenciesRequest(CompileCommand Command, IReadOnlyList<string> Names);

/// <summary>Reads what a <see cref="PartsAnswer"/> to a <see cref="DependenciesRequest"/> says.</summary>
public static class Dependencies
{
    /// <summary>The parts of each name, in a fixed order; null where the unit has no such definition.</summary>
    public static IReadOnlyList<DefinitionPart>?[] Read(byte[] message, int names)
    {
        MessageReader reader = new(message, 0, message.Length);
        return
        [
            .. Enumerable
                .Range(0, names)
                .Select(_ => (IReadOnlyList<DefinitionPart>?)(reader.Boolean() ? reader.Array(ReadPart) : null)),
        ];
    }

    private static DefinitionPart ReadPart(MessageReader reader) =>
        new((PartKind)reader.Byte(), reader.Text(), reader.Text(), reader.Text(), reader.Text());
}
