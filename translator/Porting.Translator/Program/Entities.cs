using Porting.Clang.Ast;

namespace Porting.Translator.Program;

/// <summary>A C file that becomes a C# file: a unit's main file, or a header below the source root.</summary>
public sealed class FileEntity
{
    public required string Path { get; init; }
    public required SourceFile Source { get; init; }
    public required bool IsUnit { get; set; }
    public string ClassName { get; set; } = "";

    /// <summary>Prefix of the linker symbols of this file's statics.</summary>
    public string Id => IdOf(Path);

    /// <summary>Declarations in C order, each once, and the units that they come from.</summary>
    public List<Decl> Decls { get; } = [];
    public List<int> Units { get; } = [];

    /// <summary>The first unit that has the file; its comments are the file's.</summary>
    public required int FirstUnit { get; set; }
    public List<MacroDefinition> Macros { get; } = [];

    public string GeneratedPath => IsUnit ? System.IO.Path.ChangeExtension(Path, ".g.cs") : Path + ".g.cs";

    /// <summary>The compiler's objects have ASCII names only: other characters of an identifier are written as their
    /// number until the object is finished.</summary>
    public static string Ascii(string symbol) =>
        System.Text.Ascii.IsValid(symbol)
            ? symbol
            : string.Concat(symbol.Select(c => c < 128 ? c.ToString() : $"__u{(int)c:x4}__"));

    public static string IdOf(string path)
    {
        string stem = path.EndsWith(".c", StringComparison.Ordinal) ? path[..^2] : path;
        string id = string.Concat(stem.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return id.Length > 0 && char.IsAsciiDigit(id[0]) ? "_" + id : id;
    }
}

/// <summary>Where the body of a function comes from.</summary>
public enum FunctionOrigin
{
    /// <summary>Translated from C.</summary>
    Generated,

    /// <summary>Handwritten C# stands in.</summary>
    Replaced,

    /// <summary>Handwritten C# says that the port has no such function.</summary>
    Dropped,

    /// <summary>Defined in no C unit: assembler or a foreign object.</summary>
    Foreign,
}

/// <summary>A function of the program, all its declarations taken together.</summary>
public sealed class FunctionEntity
{
    public required string Name { get; init; }

    /// <summary>The definition; for foreign functions the first declaration.</summary>
    public required FunctionDecl Decl { get; set; }

    /// <summary>The file that defines it; null for foreign ones.</summary>
    public FileEntity? File { get; set; }
    public required bool IsStatic { get; init; }

    /// <summary>What the program knows it by.</summary>
    public required string Key { get; init; }

    /// <summary>Behind its name in C#, where units see several (<see cref="Versions"/>).</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Declared in more than one file, or in front of another file's definitions.</summary>
    public bool IsDeclaredElsewhere { get; set; }

    /// <summary>No other file of the program can name it; a macro, any may that comes behind it.</summary>
    public bool IsPrivate => IsStatic && File is { IsUnit: true } && !IsDeclaredElsewhere && !Decl.IsMacro;
    public FunctionOrigin Origin { get; set; }

    /// <summary>Class that has the C# method.</summary>
    public string ClassName { get; set; } = "";
    public required string Symbol { get; set; }

    /// <summary>A C-convention entry is needed: its address is taken, or assembler refers to it.</summary>
    public bool NeedsEntry { get; set; }

    /// <summary>Some expression has its address.</summary>
    public bool IsAddressTaken { get; set; }

    /// <summary>A strong definition of another object takes its place, so that calls have to go by the C name; of a
    /// foreign function: it may be missing.</summary>
    public bool IsWeak => Decl.Attributes.Any(a => a.Name == "weak");

    /// <summary>Everything that others may ask of it, once it is settled.</summary>
    internal string? Answer { get; set; }

    public bool IsVariadic => Decl.Type.IsVariadic;
    public string CSharpName => Names.CSharpWords.Escape(Name + Suffix);

    /// <summary>The method with the body: variadic ones take their variable arguments as a list.</summary>
    public string BodyName => IsVariadic && Origin != FunctionOrigin.Foreign ? Name + Suffix + "__va" : CSharpName;
}

/// <summary>A variable with static storage.</summary>
public sealed class VariableEntity
{
    public required string Name { get; init; }

    /// <summary>C# member name; differs from the C name for static locals, and where C# makes methods of its own for
    /// it.</summary>
    public required string CSharpName { get; set; }
    public required VarDecl Decl { get; set; }
    public FileEntity? File { get; set; }
    public required bool IsStatic { get; init; }

    /// <summary>What the program knows it by.</summary>
    public required string Key { get; init; }

    /// <summary>Declared in more than one file, or in front of another file's definitions.</summary>
    public bool IsDeclaredElsewhere { get; set; }

    /// <summary>No other file of the program can name it.</summary>
    public bool IsPrivate => IsStatic && File is { IsUnit: true } && !IsDeclaredElsewhere;
    public required string Symbol { get; set; }
    public string ClassName { get; set; } = "";

    /// <summary>What clang calls it: of what no other object sees, a name of the object's own.</summary>
    public string ObjectSymbol =>
        !IsStatic
            ? Symbol
            : FileEntity.Ascii(Decl.AsmLabel ?? (Decl.IsStaticLocal ? $"{Decl.Parent!.Name}.{Name}" : Name));
    public bool IsForeign => File == null;

    /// <summary>Declared weak and defined elsewhere, if at all.</summary>
    public bool IsWeakReference =>
        IsForeign && Decl.Attributes.Any(a => a.Name == "weak") && Decl.Attributes.All(a => a.Name != "alias");
    public bool IsDropped { get; set; }
}
