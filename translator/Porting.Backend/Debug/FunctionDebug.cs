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
    private readonly int? _function;
    private readonly int _scope;
    private readonly int _file;
    private readonly int _line;
    private readonly string _node;
    private readonly Dictionary<int, string> _locations = [];

    /// <param name="function">What clang says of it: a node of the unit's <see cref="CDebug"/>; null for handwritten
    /// code.</param>
    public FunctionDebug(ModuleDebug module, IlMethod method, IReadOnlyList<CSharpPoint> points, int? function)
    {
        _module = module;
        _method = method;
        _function = function;
        CPlace first = module.PlaceOf(points[0]);
        _line = function is { } known ? module.C!.ScopeLine(known) : first.Line;
        _file = module.File(first.File);
        _scope = function is { } taken ? module.Import!.Take(taken) : module.Add("");
        _node = function == null ? OwnNode() : "";
        if (function == null)
        {
            module.Set(_scope, _node + ")");
        }

        Start = $", !dbg !DILocation(line: {_line}, column: 1, scope: !{_scope})";
        foreach (CSharpPoint point in points)
        {
            _locations[point.Offset] = Location(module.PlaceOf(point));
        }
    }

    private string OwnNode()
    {
        int type = _module.Types.Function(_method.Signature);
        string local =
            _method.Function is { IsStatic: false } || _method is { Function: null, Replaces: not null }
                ? ""
                : "DISPFlagLocalToUnit | ";
        return $"distinct !DISubprogram(name: \"{IrText.Escape(SymbolOf(_method))}\", scope: !{_file}, file: !{_file}, line: {_line}, "
            + $"type: !{type}, scopeLine: {_line}, flags: DIFlagPrototyped, spFlags: {local}DISPFlagDefinition, unit: !{_module.Unit}";
    }

    /// <summary>Its symbol, or the name that a static function has in C.</summary>
    public static string SymbolOf(IlMethod method) =>
        method.Function?.Symbol is { } symbol && !symbol.Contains('.') ? symbol : CName(method.Name);

    /// <summary>Behind an instruction of the function's entry.</summary>
    public string Start { get; }

    /// <summary>Behind the function's head.</summary>
    public string Attachment => $" !dbg !{_scope}";

    /// <summary>See <see cref="ModuleInput.CoverageStem"/>.</summary>
    public bool CountsLines => _module.Input.CoverageStem != null;

    public string? LocationOf(int offset) => _locations.GetValueOrDefault(offset);

    /// <summary>A function of a C header that another file's unit includes has its own file.</summary>
    private string Location(CPlace place)
    {
        if (_function is { } function && _module.C!.Line(function, place.File, place.Line) is { } known)
        {
            return $", !dbg !DILocation(line: {known.Line}, column: {known.Column}, scope: !{_module.Import!.Take(known.Scope)})";
        }

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
        if (_function is { } function)
        {
            DeclareC(function, text, arguments, locals, context);
            return;
        }

        List<int> variables = [];
        int hidden = _method.Signature.HasThis ? 1 : 0;
        for (int i = hidden; i < arguments.Length; i++)
        {
            string name = i - hidden < _method.ParameterNames.Count ? _method.ParameterNames[i - hidden] : "";
            Declare(text, name, arguments[i], $"%a{i}", i + 1, variables);
        }

        foreach ((int index, string name) in LocalNames().DistinctBy(l => l.Index))
        {
            Declare(text, name, context.Close(locals[index]), $"%l{index}", 0, variables);
        }

        // Named even where nothing is left of them.
        int list = _module.Add($"!{{{string.Join(", ", variables.Select(v => $"!{v}"))}}}");
        _module.Set(_scope, $"{_node}, retainedNodes: !{list})");
    }

    /// <summary>Those that C has: what the translator has added is nobody's variable.</summary>
    private void DeclareC(
        int function,
        FunctionText text,
        ImmutableArray<IlType> arguments,
        ImmutableArray<IlType> locals,
        IlContext context
    )
    {
        CVariable[] variables = [.. _module.C!.Variables(function)];
        foreach (CVariable argument in variables.Where(v => v.Argument > 0 && v.Argument <= arguments.Length))
        {
            DeclareC(text, argument, arguments[argument.Argument - 1], $"%a{argument.Argument - 1}");
        }

        // C# has another name for a variable that hides one of an outer block, with a number behind C's.
        List<CVariable> left = [.. variables.Where(v => v.Argument == 0)];
        foreach ((int index, string name) in LocalNames())
        {
            if ((left.Find(v => v.Name == name) ?? left.Find(v => v.Name == Unnumbered(name))) is { } variable)
            {
                left.Remove(variable);
                DeclareC(text, variable, context.Close(locals[index]), $"%l{index}");
            }
        }
    }

    private static string Unnumbered(string name) =>
        name.LastIndexOf('_') is > 0 and var at && name[(at + 1)..].All(char.IsAsciiDigit) ? name[..at] : name;

    private void DeclareC(FunctionText text, CVariable variable, IlType type, string slot)
    {
        CDebug c = _module.C!;
        int? known = c.TypeOf(variable.Node);
        // An array is a pointer to its memory in the frame.
        bool isBehind = type is PointerType && !c.IsPointer(known);
        if (!isBehind && c.SizeOf(known) is { } size && size != _module.Layouts.Of(type).Size)
        {
            return;
        }

        CLocation place = variable.Place;
        text.Record(
            $"#dbg_declare(ptr {slot}, !{_module.Import!.Take(variable.Node)}, !DIExpression({(isBehind ? "DW_OP_deref" : "")}), "
                + $"!DILocation(line: {place.Line}, column: {place.Column}, scope: !{_module.Import.Take(place.Scope)}))"
        );
    }

    /// <summary>In the order of the text. Locals of blocks that do not overlap may be one of the frame.</summary>
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
            .Select(v => (v.Index, debug.GetString(v.Name)));
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
