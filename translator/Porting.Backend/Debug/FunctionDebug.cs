using System.Collections.Immutable;
using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Llvm;

namespace Porting.Backend.Debug;

/// <summary>Lines and variables of one function.</summary>
internal sealed class FunctionDebug
{
    private readonly ModuleDebug _module;
    private readonly IlMethod _method;
    private readonly int _scope;
    private readonly int _file;
    private readonly int _line;
    private readonly string _node;
    private readonly Dictionary<int, string> _locations = [];

    public FunctionDebug(ModuleDebug module, IlMethod method, IReadOnlyList<CSharpPoint> points)
    {
        _module = module;
        _method = method;
        CPlace first = module.PlaceOf(points[0]);
        _line = first.Line;
        _file = module.File(first.File);
        int type = module.Types.Function(method.Signature);
        string name = method.Function?.Symbol is { } symbol && !symbol.Contains('.') ? symbol : CName(method.Name);
        _scope = module.Add("");
        _node =
            $"distinct !DISubprogram(name: \"{IrText.Escape(name)}\", scope: !{_file}, file: !{_file}, line: {_line}, type: !{type}, scopeLine: {_line}, flags: DIFlagPrototyped, spFlags: {(method.Function is { IsStatic: false } ? "" : "DISPFlagLocalToUnit | ")}DISPFlagDefinition, unit: !{module.Unit}";
        module.Set(_scope, _node + ")");
        foreach (CSharpPoint point in points)
        {
            _locations[point.Offset] = Location(module.PlaceOf(point));
        }

        Start = Location(first);
    }

    /// <summary>Behind an instruction of the function's entry.</summary>
    public string Start { get; }

    /// <summary>Behind the function's head.</summary>
    public string Attachment => $" !dbg !{_scope}";

    public string? LocationOf(int offset) => _locations.GetValueOrDefault(offset);

    /// <summary>A function of a C header that another file's unit includes has its own file.</summary>
    private string Location(CPlace place)
    {
        int scope = _module.File(place.File) == _file ? _scope : Block(place.File);
        return $", !dbg !DILocation(line: {place.Line}, column: 1, scope: !{scope})";
    }

    private readonly Dictionary<string, int> _blocks = [];

    private int Block(string file)
    {
        if (!_blocks.TryGetValue(file, out int id))
        {
            _blocks[file] = id = _module.Add(
                $"!DILexicalBlockFile(scope: !{_scope}, file: !{_module.File(file)}, discriminator: 0)"
            );
        }

        return id;
    }

    private static string CName(string name) => name.EndsWith("__va", StringComparison.Ordinal) ? name[..^4] : name;

    /// <summary>Parameters and locals that have names.</summary>
    public void DeclareAll(
        FunctionText text,
        ImmutableArray<IlType> arguments,
        ImmutableArray<IlType> locals,
        IlContext context
    )
    {
        List<int> variables = [];
        int hidden = _method.Signature.HasThis ? 1 : 0;
        for (int i = hidden; i < arguments.Length; i++)
        {
            string name = i - hidden < _method.ParameterNames.Count ? _method.ParameterNames[i - hidden] : "";
            Declare(text, name, arguments[i], $"%a{i}", i + 1, variables);
        }

        foreach ((int index, string name) in LocalNames())
        {
            Declare(text, name, context.Close(locals[index]), $"%l{index}", 0, variables);
        }

        // Named even where nothing is left of them.
        int list = _module.Add($"!{{{string.Join(", ", variables.Select(v => $"!{v}"))}}}");
        _module.Set(_scope, $"{_node}, retainedNodes: !{list})");
    }

    private IEnumerable<(int Index, string Name)> LocalNames()
    {
        MetadataReader? debug = _method.Owner.Home.Debug;
        if (debug == null)
        {
            return [];
        }

        return debug
            .GetLocalScopes(_method.Handle)
            .SelectMany(s => debug.GetLocalScope(s).GetLocalVariables())
            .Select(debug.GetLocalVariable)
            .Where(v => (v.Attributes & LocalVariableAttributes.DebuggerHidden) == 0)
            .Select(v => (v.Index, debug.GetString(v.Name)))
            .DistinctBy(v => v.Index);
    }

    private void Declare(FunctionText text, string name, IlType type, string slot, int argument, List<int> variables)
    {
        if (name.Length == 0 || _module.Types.Of(type) is not { } typeNode)
        {
            return;
        }

        string number = argument > 0 ? $"arg: {argument}, " : "";
        int variable = _module.Add(
            $"!DILocalVariable(name: \"{IrText.Escape(name)}\", {number}scope: !{_scope}, file: !{_file}, line: {_line}, type: !{typeNode})"
        );
        variables.Add(variable);
        text.Record($"#dbg_declare(ptr {slot}, !{variable}, !DIExpression(), {Start[", !dbg ".Length..]})");
    }
}
