namespace Porting.Translator.Names;

/// <summary>C#'s reserved words: C identifiers among them get an @, typedefs among them are written by what they stand
/// for.</summary>
internal static class CSharpWords
{
    private static readonly HashSet<string> Keywords = new(
        """
        abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit
        in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch
        this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
    );

    /// <summary>Words that cannot name a type although they are legal identifiers elsewhere.</summary>
    private static readonly HashSet<string> NoTypeNames =
    [
        "var",
        "dynamic",
        "record",
        "file",
        "required",
        "scoped",
        "field",
        "nint",
        "nuint",
        "managed",
        "unmanaged",
        "notnull",
        "where",
        "await",
        "async",
        "partial",
        "global",
        "alias",
        "C",
    ];

    /// <summary>What generated code calls by these names.</summary>
    private static readonly HashSet<string> OwnNames =
    [
        "T",
        "W",
        "rt",
        "Unsafe",
        "Volatile",
        "BitOperations",
        "BinaryPrimitives",
        "Interlocked",
        "Foreign",
        "Porting",
        "System",
        "Layout",
    ];

    public static bool IsKeyword(string name) => Keywords.Contains(name);

    public static bool CanNameType(string name) =>
        !Keywords.Contains(name) && !NoTypeNames.Contains(name) && !OwnNames.Contains(name);

    /// <summary>The identifier as C# wants it; characters that only C knows ($) become _.</summary>
    public static string Escape(string name) =>
        Keywords.Contains(name) ? "@" + name
        : OwnNames.Contains(name) ? name + "_"
        : name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '@') ? name
        : string.Concat(name.Select(Letter));

    private static string Letter(char c) =>
        c == '$' ? "_"
        : char.IsLetterOrDigit(c) || c is '_' or '@' ? c.ToString()
        : $"_u{(int)c:x4}";
}
