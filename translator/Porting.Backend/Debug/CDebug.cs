using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Porting.Backend.Llvm;

namespace Porting.Backend.Debug;

/// <summary>
/// What clang tells the debugger of a C file: types, functions, blocks, variables, macros. It is the debug metadata of
/// clang's own module of that file, before any pass (LangRef, "Specialized Metadata Nodes"); <see cref="CDebugImport"/>
/// takes from it what a module of ours asks for. Input: that module's text. Never does: look at its code.
/// </summary>
public sealed partial class CDebug
{
    private readonly Dictionary<int, string> _nodes = [];
    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _declared = [];
    private readonly Dictionary<(int Function, string File, int Line), CLocation> _lines = [];
    private readonly ILookup<int, CVariable> _variables;
    private readonly string _root;
    private readonly DebugPaths _paths;

    /// <param name="module">LLVM's assembly language, as clang writes it with -g.</param>
    /// <param name="root">An absolute folder; places of C are relative to it.</param>
    /// <param name="isRelative">Files are shown relative to the root: the same text wherever the tree is.</param>
    /// <param name="paths">Where the files are that clang names.</param>
    /// <returns>null where clang has said nothing.</returns>
    public static CDebug? Parse(string module, string root, bool isRelative, DebugPaths paths)
    {
        CDebug parsed = new(module, root, isRelative, paths);
        return parsed.Unit < 0 ? null : parsed;
    }

    private CDebug(string module, string root, bool isRelative, DebugPaths paths)
    {
        _root = root;
        _paths = paths;
        IsRelative = isRelative;
        foreach (string line in module.Split('\n'))
        {
            Read(line);
        }

        foreach ((int id, string text) in _nodes)
        {
            if (text.StartsWith("!DIFile(", StringComparison.Ordinal))
            {
                _files.TryAdd(PathOf(id), id);
            }
            else if (text.StartsWith("!DILocation(", StringComparison.Ordinal))
            {
                AddLine(text);
            }
            else
            {
                AddUnused(id, text);
            }
        }

        _variables = _nodes
            .Where(n => n.Value.StartsWith("!DILocalVariable(", StringComparison.Ordinal))
            .OrderBy(n => n.Key)
            .Select(n => VariableOf(n.Key, n.Value))
            .ToLookup(v => FunctionOfScope(Reference(_nodes[v.Node], "scope") ?? -1));
    }

    internal bool IsRelative { get; }

    /// <summary>The node of the compile unit.</summary>
    internal int Unit { get; private set; } = -1;

    /// <summary>Variables and types, not lines alone (-g1).</summary>
    internal bool IsFull => _nodes[Unit].Contains("emissionKind: FullDebug", StringComparison.Ordinal);

    /// <summary>Module flags about debug information.</summary>
    internal IReadOnlyList<string> Flags =>
        [
            .. _nodes.Values.Where(n =>
                n.Contains("!\"Dwarf Version\"", StringComparison.Ordinal)
                || n.Contains("!\"DWARF64\"", StringComparison.Ordinal)
                || n.Contains("!\"Debug Info Version\"", StringComparison.Ordinal)
            ),
        ];

    internal string this[int node] => _nodes[node];

    /// <summary>The node of a function that is defined, by its symbol or by its name in C.</summary>
    internal int? Function(string name) => Defined(IrText.Decoded(name));

    private int? Defined(string name) =>
        _symbols.TryGetValue(name, out int node) && IsFunction(node) && IsDistinct(node) ? node
        : _functions.TryGetValue(name, out node) ? node
        : null;

    /// <summary>The node of a function that is declared, and called.</summary>
    internal int? Declaration(string symbol) =>
        _symbols.TryGetValue(symbol, out int node) && IsFunction(node) && !IsDistinct(node) ? node : null;

    /// <summary>The node of a variable of static storage.</summary>
    /// <param name="twin">Which of several with one symbol: all but the first have a number behind it.</param>
    internal int? Variable(string symbol, int twin = 0)
    {
        string name = IrText.Decoded(symbol);
        if (twin > 0)
        {
            name = Numbered(name).ElementAtOrDefault(twin - 1).Name ?? "";
        }

        return _symbols.TryGetValue(name, out int node) && !IsFunction(node) ? node : null;
    }

    private IEnumerable<(int Number, string Name)> Numbered(string name) =>
        _symbols
            .Keys.Where(key => key.StartsWith(name + ".", StringComparison.Ordinal))
            .Select(key => (IsNumber: int.TryParse(key[(name.Length + 1)..], out int number), number, key))
            .Where(key => key.IsNumber)
            .Select(key => (key.number, key.key))
            .Order();

    /// <summary>Parameters and locals of a function, in the order of C.</summary>
    internal IEnumerable<CVariable> Variables(int function) => _variables[function];

    /// <summary>The place of a line inside a function: the innermost block that has code there.</summary>
    internal CLocation? Line(int function, string file, int line) =>
        _lines.TryGetValue((function, Path.GetFullPath(file, _root), line), out CLocation? found) ? found : null;

    /// <summary>The node of a file, by a path that may be relative to the root.</summary>
    internal int? File(string path) => _files.TryGetValue(Path.GetFullPath(path, _root), out int node) ? node : null;

    /// <summary>How a file is shown.</summary>
    internal string Shown(int file)
    {
        string path = PathOf(file);
        string relative = Path.GetRelativePath(_root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>Where a function's head is.</summary>
    internal int ScopeLine(int function) => Number(_nodes[function], "scopeLine") ?? 0;

    /// <summary>Whether a type is a pointer, behind its typedefs and qualifiers.</summary>
    internal bool IsPointer(int? type) => Plain(type).Contains("DW_TAG_pointer_type", StringComparison.Ordinal);

    /// <returns>Bytes; null for what has no size of its own.</returns>
    internal int? SizeOf(int? type) => Number(Plain(type), "size") / 8;

    internal int? TypeOf(int variable) => Reference(_nodes[variable], "type");

    private string Plain(int? type)
    {
        string text = type is { } node ? _nodes[node] : "";
        while (Transparent().IsMatch(text))
        {
            text = Reference(text, "baseType") is { } below ? _nodes[below] : "";
        }

        return text;
    }

    // ---- reading

    private void Read(string line)
    {
        if (line.StartsWith('!'))
        {
            if (NodeLine().Match(line) is { Success: true } node)
            {
                int id = int.Parse(node.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                _nodes[id] = node.Groups[2].Value;
                Unit = node.Groups[2].ValueSpan.StartsWith("distinct !DICompileUnit(") ? id : Unit;
                AddFunction(id, node.Groups[2].Value);
            }
        }
        else if (line.StartsWith('@') || line.StartsWith("de", StringComparison.Ordinal))
        {
            if (
                SymbolLine().Match(line) is { Success: true } symbol
                && Attachment().Match(line) is { Success: true } at
            )
            {
                _symbols[Unescape(symbol.Groups["name"].Value.Trim('"'))] = int.Parse(
                    at.Groups[1].ValueSpan,
                    CultureInfo.InvariantCulture
                );
            }
        }
        else if (DeclareLine().Match(line) is { Success: true } declared)
        {
            _declared[int.Parse(declared.Groups[1].ValueSpan, CultureInfo.InvariantCulture)] = int.Parse(
                declared.Groups[2].ValueSpan,
                CultureInfo.InvariantCulture
            );
        }
    }

    private void AddFunction(int id, string text)
    {
        if (text.StartsWith("distinct !DISubprogram(", StringComparison.Ordinal) && Text(text, "name") is { } name)
        {
            _functions.TryAdd(Unescape(name), id);
        }
    }

    /// <summary>A variable that clang's code has done without, and ours may not.</summary>
    private void AddUnused(int id, string text)
    {
        if (
            text.StartsWith("!DIGlobalVariableExpression(", StringComparison.Ordinal)
            && text.Contains("expr: !DIExpression())", StringComparison.Ordinal)
            && Reference(text, "var") is { } variable
            && Reference(_nodes[variable], "scope") == Unit
            && Text(_nodes[variable], "name") is { } name
        )
        {
            _symbols.TryAdd(Unescape(name), id);
        }
    }

    private bool IsFunction(int node) => _nodes[node].Contains("!DISubprogram(", StringComparison.Ordinal);

    private bool IsDistinct(int node) => _nodes[node].StartsWith("distinct ", StringComparison.Ordinal);

    private void AddLine(string text)
    {
        if (
            Reference(text, "scope") is not { } scope
            || Number(text, "line") is not (> 0 and { } line)
            || Reference(_nodes[scope], "file") is not { } file
        )
        {
            return;
        }

        CLocation place = new(line, Number(text, "column") ?? 0, scope);
        (int, string, int) key = (FunctionOfScope(scope), PathOf(file), line);
        if (!_lines.TryGetValue(key, out CLocation? known) || Depth(known.Scope) < Depth(scope))
        {
            _lines[key] = place;
        }
    }

    private CVariable VariableOf(int node, string text) =>
        new(
            node,
            Text(text, "name") ?? "",
            Number(text, "arg") ?? 0,
            _declared.TryGetValue(node, out int place) && Reference(_nodes[place], "scope") is { } scope
                ? new CLocation(Number(_nodes[place], "line") ?? 0, Number(_nodes[place], "column") ?? 0, scope)
                : new CLocation(Number(text, "line") ?? 0, 0, Reference(text, "scope") ?? -1)
        );

    private int FunctionOfScope(int scope)
    {
        while (scope >= 0 && !IsFunction(scope))
        {
            scope = Reference(_nodes[scope], "scope") ?? -1;
        }

        return scope;
    }

    private int Depth(int scope)
    {
        int depth = 0;
        for (; !IsFunction(scope); scope = Reference(_nodes[scope], "scope")!.Value)
        {
            depth++;
        }

        return depth;
    }

    /// <summary>The absolute path of a file's node.</summary>
    private string PathOf(int file)
    {
        string text = _nodes[file];
        return _paths.Of(Unescape(Text(text, "directory") ?? ""), Unescape(Text(text, "filename") ?? ""));
    }

    /// <summary>Bytes of UTF-8 that are not plain are numbers.</summary>
    internal static string Unescape(string text) =>
        text.Contains('\\')
            ? Encoding.UTF8.GetString(
                Encoding.Latin1.GetBytes(
                    Escaped().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString())
                )
            )
            : text;

    /// <summary>A field that is a node.</summary>
    private static int? Reference(string text, string field) =>
        Field(text, field) is ['!', .. var number] ? int.Parse(number, CultureInfo.InvariantCulture) : null;

    private static int? Number(string text, string field) =>
        int.TryParse(Field(text, field), CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string? Text(string text, string field) =>
        Field(text, field) is ['"', .. var inside, '"'] ? inside : null;

    /// <summary>A field's text. Fields come behind a parenthesis or a comma; strings have no quotes inside.</summary>
    private static string? Field(string text, string field)
    {
        for (int at = text.IndexOf('(') + 1; at > 0 && at < text.Length; )
        {
            int colon = text.IndexOf(": ", at, StringComparison.Ordinal);
            if (colon < 0)
            {
                return null;
            }

            int start = colon + 2;
            int end = text[start] == '"' ? text.IndexOf('"', start + 1) + 1 : text.IndexOfAny([',', ')'], start);
            if (colon - at == field.Length && string.CompareOrdinal(text, at, field, 0, field.Length) == 0)
            {
                return text[start..end];
            }

            at = end + 2;
        }

        return null;
    }

    [GeneratedRegex(@"^!(\d+) = (.*)$")]
    private static partial Regex NodeLine();

    [GeneratedRegex("""^(?:de(?:fine|clare) .*?)?@(?<name>"[^"]*"|[^ (=,]+)""")]
    private static partial Regex SymbolLine();

    [GeneratedRegex(@" !dbg !(\d+)")]
    private static partial Regex Attachment();

    [GeneratedRegex(@"^ +#dbg_declare\(.*, !(\d+), !DIExpression\(.*\), !(\d+)\)$")]
    private static partial Regex DeclareLine();

    [GeneratedRegex("^!DIDerivedType\\(tag: DW_TAG_(typedef|const_type|volatile_type|restrict_type|atomic_type)")]
    private static partial Regex Transparent();

    [GeneratedRegex(@"\\([0-9A-F]{2})")]
    private static partial Regex Escaped();
}

/// <summary>A place inside a function.</summary>
internal sealed record CLocation(int Line, int Column, int Scope);

/// <summary>A parameter (from 1), or a local (0).</summary>
/// <param name="Place">Where it is declared.</param>
internal sealed record CVariable(int Node, string Name, int Argument, CLocation Place);
