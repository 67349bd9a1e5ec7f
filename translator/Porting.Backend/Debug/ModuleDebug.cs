using System.Text.RegularExpressions;
using Porting.Backend.Data;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Debug;

/// <summary>
/// Debug information of a module as LLVM's metadata (LangRef, "Specialized Metadata Nodes"): functions of the
/// translated program, their lines in the C, their variables. Runtime and core library have none.
/// </summary>
internal sealed partial class ModuleDebug(ModuleInput input, Layouts layouts)
{
    /// <summary>Numbers below belong to the module.</summary>
    private const int First = 100;

    private readonly List<string> _nodes = [];
    private readonly Dictionary<string, int> _files = [];
    private readonly List<int> _globals = [];

    /// <summary>A node belongs to one function: a copy of it for C#'s calls has C#'s types.</summary>
    private readonly HashSet<int> _begun = [];
    private int _unit = -1;

    public ModuleInput Input => input;

    /// <summary>What clang says of the unit's C; null for handwritten code.</summary>
    public CDebug? C => input.C;

    public CDebugImport? Import => C == null ? null : field ??= new CDebugImport(C, this);

    public IReadOnlyList<string> Flags =>
        C?.Flags ?? ["!{i32 7, !\"Dwarf Version\", i32 5}", "!{i32 2, !\"Debug Info Version\", i32 3}"];

    public Layouts Layouts => layouts;

    public DebugTypes Types => field ??= new DebugTypes(this, layouts);

    public int Add(string node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1 + First;
    }

    public void Set(int id, string node) => _nodes[id - First] = node;

    public int File(string path)
    {
        if (C is { IsRelative: false } && C.File(path) is { } known)
        {
            return Import!.Take(known);
        }

        if (!_files.TryGetValue(path, out int id))
        {
            _files[path] = id = Add(
                $"!DIFile(filename: \"{IrText.Escape(path)}\", directory: \"{IrText.Escape(input.Directory)}\")"
            );
        }

        return id;
    }

    public int Unit
    {
        get
        {
            if (_unit < 0)
            {
                _unit = Add("");
                File(input.MainFile);
            }

            return _unit;
        }
    }

    private string UnitNode()
    {
        string globals =
            _globals.Count == 0 ? "" : $", globals: !{Add($"!{{{string.Join(", ", _globals.Select(g => $"!{g}"))}}}")}";
        if (Import is { } import)
        {
            string unit = CGlobals().Replace(C![C.Unit], "");
            unit = import.Rewritten(Producer().Replace(unit, "producer: \"port\""));
            return $"{unit[..^1]}{globals})";
        }

        return $"distinct !DICompileUnit(language: DW_LANG_C11, file: !{File(input.MainFile)}, producer: \"port\", isOptimized: {(layouts.Target.IsUnoptimized ? "false" : "true")}, runtimeVersion: 0, emissionKind: FullDebug, nameTableKind: None{globals})";
    }

    /// <summary>What stands behind the definition of a static field.</summary>
    public string Global(StaticObject item)
    {
        if (item.Field is not { } field || C is { IsFull: false })
        {
            return "";
        }

        if (C?.Variable(field.Symbol, field.Twin) is { } known)
        {
            int taken = Import!.Take(known);
            _globals.Add(taken);
            return $", !dbg !{taken}";
        }

        if (C != null || TypeOf(item, field) is not { } type)
        {
            return "";
        }

        // of a static local, unit.function.name
        string name = field.Symbol[(field.Symbol.LastIndexOf('.') + 1)..];
        int variable = Add(
            $"distinct !DIGlobalVariable(name: \"{IrText.Escape(name)}\", scope: !{Unit}, file: !{File(input.MainFile)}, type: !{type}, isLocal: {(item.IsGlobal ? "false" : "true")}, isDefinition: true)"
        );
        int id = Add($"!DIGlobalVariableExpression(var: !{variable}, expr: !DIExpression())");
        _globals.Add(id);
        return $", !dbg !{id}";
    }

    private int? TypeOf(StaticObject item, IlField field) =>
        !item.IsArray ? Types.Of(field.Type)
        : item.Memory is { Element: { } element } memory ? Types.Array(element.Type, memory.Bytes.Length)
        : null;

    /// <summary>What stands behind <c>declare</c> for a function of somebody else's.</summary>
    public string Declaration(string symbol) =>
        C?.Declaration(symbol) is { } node ? $"!dbg !{Import!.Take(node)} " : "";

    /// <summary>The place of C that code comes from; of handwritten code the C# itself.</summary>
    public CPlace PlaceOf(CSharpPoint point) =>
        input.Lines!(point.File, point.Line) ?? new CPlace(point.File, point.Line);

    /// <returns>null for methods without lines.</returns>
    public FunctionDebug? Begin(IlMethod method)
    {
        if (
            method.Owner.Namespace.StartsWith("System", StringComparison.Ordinal)
            || (method.Owner.Namespace == "Porting" && !input.IsKernel)
            || method.Owner.Namespace is "Internal.Runtime.CompilerHelpers"
            || IsMember(method)
        )
        {
            return null;
        }

        IReadOnlyList<CSharpPoint> points = SequencePoints.Of(method);
        if (points.Count == 0)
        {
            return null;
        }

        if (C == null || (input.IsKernel && input.Lines!(points[0].File, points[0].Line) == null))
        {
            return new FunctionDebug(this, method, points, null);
        }

        // A method that C has no function for belongs to whoever calls it.
        return C.Function(FunctionDebug.SymbolOf(method)) is { } function
            ? new FunctionDebug(this, method, points, _begun.Add(function) ? function : null)
            : null;
    }

    /// <summary>A property of a struct: what C and the reader take for a member is no function to stop in.</summary>
    private static bool IsMember(IlMethod method) =>
        method.Owner.IsValueType
        && (
            method.Name.StartsWith("get_", StringComparison.Ordinal)
            || method.Name.StartsWith("set_", StringComparison.Ordinal)
        );

    public string Text()
    {
        if (_unit < 0)
        {
            return "";
        }

        Set(_unit, UnitNode());
        return $"!llvm.dbg.cu = !{{!{_unit}}}\n"
            + Coverage()
            + string.Concat(_nodes.Select((node, i) => $"!{i + First} = {node}\n"));
    }

    private string Coverage() =>
        input.CoverageStem is { } stem
            ? $"!llvm.gcov = !{{!{Add($"!{{!\"{IrText.Escape(stem)}.gcno\", !\"{IrText.Escape(stem)}.gcda\", !{_unit}}}")}}}\n"
            : "";

    [GeneratedRegex(@", globals: !\d+")]
    private static partial Regex CGlobals();

    [GeneratedRegex("producer: \"[^\"]*\"")]
    private static partial Regex Producer();
}
