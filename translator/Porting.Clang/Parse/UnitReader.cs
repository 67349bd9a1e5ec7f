using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

/// <summary>
/// Turns the exporter's message into a <see cref="TranslationUnit"/>. Types and declarations refer to each other in
/// circles, so both tables are created first and filled afterwards; function bodies are read while their declaration is
/// filled, or passed over for an outline. Holds after: one object per clang type and declaration; an outline's message
/// has no local variables.
/// </summary>
internal sealed partial class UnitReader
{
    /// <summary>A declaration in the message; the position is how far it has been read.</summary>
    private readonly record struct Slice(int Begin, int Position, int End);

    private readonly MessageReader _in;
    private readonly string _root;
    private readonly IReadOnlySet<string> _units;
    private SourceFile[] _files = [];
    private CType[] _types = [];
    private Decl[] _decls = [];
    private readonly List<Action> _links = [];
    private readonly List<PortDiagnostic> _diagnostics;

    private readonly SharedParts? _shared;
    private bool IsOutline => _shared != null;
    private Slice[] _slices = [];
    private int[] _parents = [];
    private int _tableStart;
    private int _tableEnd;

    /// <param name="shared">For an outline: what it has in common with others. Null reads the unit with its
    /// bodies.</param>
    public UnitReader(
        MessageReader reader,
        ClangParserOptions options,
        List<PortDiagnostic> diagnostics,
        SharedParts? shared = null
    )
    {
        _shared = shared;
        _in = reader;
        (_root, _units) = (options.Root, options.Units);
        _diagnostics = diagnostics;
    }

    public TranslationUnit Read()
    {
        _in.ReadStrings(_shared);
        _files = _in.Array(ReadFile);
        SourceFile main = _files[_in.Count()];
        ReadTypeTable();
        _tableStart = _in.Position;
        ReadDeclTable();
        _tableEnd = _in.Position;
        foreach (Action link in _links)
        {
            link();
        }

        foreach (Action read in _lateExpressions)
        {
            read();
        }

        FillDecls();
        FindDefinitions();
        ReadNotes();
        Decl[] order = _in.Array(r => _decls[r.Count()]);
        MacroDefinition[] macros = _in.Array(ReadMacro);
        IReadOnlyList<Comment> comments = ReadComments(_in);
        MacroUse[] uses = _in.Array(r => Shared(new MacroUse(r.String(), r.Signed(), _types[r.Count()])));
        FilePart[] parts = _in.Array(r => Shared(new FilePart(_files[r.Count()], r.Unsigned(), r.Boolean())));
        return new TranslationUnit
        {
            MainFile = main,
            Files = _files,
            Decls = order,
            Macros = macros,
            Comments = comments,
            MacroUses = uses,
            Parts = parts,
            Diagnostics = _diagnostics,
            Types = _types,
        };
    }

    /// <summary>The message without what an outline passes over; when it has been read as an outline.</summary>
    public byte[] Outline()
    {
        using MemoryStream outline = new();
        outline.Write(_in.Between(_in.Begin, _tableStart));
        Write(outline, _decls.Length);
        for (int i = 0; i < _decls.Length; i++)
        {
            Slice slice = _slices[i];
            int end =
                _decls[i] is VarDecl { IsGlobal: false } ? slice.Begin
                : _decls[i] is FunctionDecl ? slice.Position
                : slice.End;
            Write(outline, end - slice.Begin);
            outline.Write(_in.Between(slice.Begin, end));
        }

        outline.Write(_in.Between(_tableEnd, _in.End));
        return outline.ToArray();
    }

    private static void Write(Stream output, int number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            output.WriteByte((byte)(number | 0x80));
        }

        output.WriteByte((byte)number);
    }

    private SourceFile ReadFile(MessageReader reader)
    {
        string absolute = reader.String();
        bool isSystem = reader.Boolean();
        return _shared == null ? FileAt(absolute, isSystem) : _shared.File(absolute, isSystem, FileAt);
    }

    private SourceFile FileAt(string absolute, bool isSystem)
    {
        bool isBelow = absolute.StartsWith(_root + "/", StringComparison.Ordinal);
        return new SourceFile
        {
            AbsolutePath = absolute,
            Path = isBelow ? absolute[(_root.Length + 1)..] : absolute,
            IsBelowRoot = isBelow,
            IsUnit = _units.Contains(absolute),
            IsSystemHeader = isSystem,
        };
    }

    private static readonly SourceFile NoFile = new() { Path = "", AbsolutePath = "" };

    private Span ReadSpan(MessageReader reader)
    {
        byte kind = reader.Byte();
        if (kind == 0)
        {
            return new Span(NoFile, 0, 0, 0, 0, 0, false);
        }

        SourceFile file = _files[reader.Count()];
        int start = reader.Count();
        int end = reader.Count();
        int line = reader.Count();
        int column = reader.Count();
        return new Span(file, start, end, line, column, reader.Count(), kind == 3);
    }

    private MacroDefinition ReadMacro(MessageReader reader)
    {
        string name = reader.String();
        Span span = ReadSpan(reader);
        bool isFunctionLike = reader.Boolean();
        string[] parameters = reader.Array(r => r.String());
        bool isVariadic = reader.Boolean();
        string body = reader.String();
        MacroDefinition macro = new(
            name,
            span.File == NoFile ? null : span.File,
            span.StartOffset,
            span.StartLine,
            isFunctionLike ? parameters : null,
            isVariadic,
            body
        )
        {
            IsRedefined = reader.Boolean(),
        };
        return _shared == null ? macro : _shared.Macro(macro);
    }

    /// <summary>An outline's comments are made when they are asked for.</summary>
    private IReadOnlyList<Comment> ReadComments(MessageReader reader)
    {
        int[] numbers = new int[reader.Count() * PackedComments.Numbers];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = reader.Count();
        }

        PackedComments comments = new(_files, numbers);
        return IsOutline ? comments : [.. comments];
    }

    /// <summary>In an outline, the one of all outlines that is equal to this.</summary>
    private T Shared<T>(T value)
        where T : class, IEquatable<T> => _shared == null ? value : _shared.One(value);

    private CType Type(MessageReader reader) => _types[reader.Count()];

    private Decl? OptionalDecl(MessageReader reader)
    {
        int id = reader.Count();
        return id == 0 ? null : _decls[id - 1];
    }
}
