using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Porting.Backend.Data;
using Porting.Backend.Debug;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// One assembly to one LLVM module.
/// <para>Input: IL and the target. Output: LLVM's assembly language. Holds after:
/// what is reached from C functions is there, each generic instance for itself and in the order in which it was first
/// asked for; C functions and variables have C's names, all else is internal to the module. Errors: all methods that
/// are refused, each at its C# place. Never does: optimise.</para>
/// </summary>
internal sealed partial class ModuleLowering
{
    private readonly Dictionary<string, string> _names = [];
    private readonly HashSet<string> _taken = [];
    private readonly Queue<(IlMethod Method, IlContext Context, string Name)> _work = [];
    private readonly StringBuilder _functions = new();
    private readonly SortedDictionary<string, string> _declarations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _defined = [];
    private readonly HashSet<string> _addresses = [];
    private readonly HashSet<string> _replaced = [];
    private readonly Constants _constants;
    private readonly StaticData _statics;
    private readonly ModuleInput _input;
    private readonly ProgramLowering? _program;
    private readonly List<PortDiagnostic> _diagnostics = [];
    private readonly List<(int Priority, string Symbol)> _constructors = [],
        _destructors = [];
    private readonly HashSet<string> _used;
    private readonly HashSet<string> _threadLocals = [];
    private readonly HashSet<string> _weak;

    /// <param name="program">Of a module that is one of several; null when it is all there is.</param>
    public ModuleLowering(ModuleInput input, ProgramLowering? program)
    {
        _input = input;
        _program = program;
        Assembly = input.Assembly;
        Target = input.Target;
        _weak = [.. Assembly.WeakReferences];
        _used = [.. Assembly.Used];
        Layouts = new Layouts(Target);
        _constants = new Constants(this);
        _statics = new StaticData(this);
        Debug = input.Lines == null ? null : new ModuleDebug(input, Layouts);
    }

    public IlAssembly Assembly { get; }
    public Target Target { get; }
    public Layouts Layouts { get; }
    public ModuleDebug? Debug { get; }
    public CExpressions Expressions { get; } = new();
    public bool IsKernel => _input.IsKernel;

    /// <summary>Number of the metadata node that says a branch is hardly ever taken.</summary>
    public int Unlikely => 0;

    /// <summary>The method that exports what another one imports.</summary>
    public IlMethod? ExportOf(string symbol) => Exports.GetValueOrDefault(symbol);

    private Dictionary<string, IlMethod> Exports =>
        field ??= Assembly
            .Methods.Where(m => m is { Export: not null, BodyAddress: > 0 })
            .ToDictionary(m => m.Export!, StringComparer.Ordinal);

    public string Write()
    {
        Begin();
        Drain();
        return _diagnostics.Count > 0
            ? throw new PortException([.. _diagnostics.Distinct()])
            : Finish(new HashSet<string>());
    }

    public IReadOnlyList<PortDiagnostic> Diagnostics => _diagnostics;

    private IEnumerable<IlTypeDefinition> Types => _program?.Statics[this] ?? Assembly.Types;

    /// <summary>C's assembler at the level of the file.</summary>
    private IReadOnlyList<string> AssemblyText => field ??= [.. Types.SelectMany(t => t.AssemblyTexts)];

    /// <summary>Every word of it and of inline assembly that may be a symbol.</summary>
    private IReadOnlySet<string> Mentioned =>
        field ??= AssemblyText
            .Concat(Assembly.Methods.Select(m => m.Assembly?.Template).OfType<string>())
            .SelectMany(t => Word().Matches(t).Select(m => m.Value))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_.]*")]
    private static partial Regex Word();

    /// <summary>Asks for what is there without being asked for: C's functions and variables.</summary>
    public void Begin()
    {
        IEnumerable<IlMethod> functions =
            _program?.Functions[this]
            ?? WithoutReplacedOnes([.. Assembly.Methods.Where(m => m is { Function: not null, BodyAddress: > 0 })]);
        foreach (IlMethod method in functions)
        {
            Define(method);
        }

        foreach (IlMethod method in _program?.Replaced[this] ?? NamedByReplacement(Assembly, _defined))
        {
            string name = method.Replaces!;
            _defined.Add(name);
            _names[KeyOf(method, IlContext.None)] = name;
            _replaced.Add(name);
            _work.Enqueue((method, IlContext.None, name));
        }

        _statics.DefineAll(Types, [.. Mentioned, .. Assembly.Aliases.Select(a => a.Target)]);
    }

    /// <summary>Writes all that was asked for.</summary>
    /// <returns>False when there was nothing.</returns>
    public bool Drain()
    {
        bool isAny = false;
        do
        {
            while (_work.TryDequeue(out (IlMethod Method, IlContext Context, string Name) next))
            {
                isAny = true;
                Lower(next.Method, next.Context, next.Name);
            }
        } while (_statics.WriteNext() || _work.Count > 0 || AsksForHeaders());

        return isAny;
    }

    /// <summary>Functions of headers, whose addresses are taken by their symbols.</summary>
    private bool AsksForHeaders()
    {
        foreach (string symbol in _program == null ? [] : References.ToArray())
        {
            if (_program!.Header(symbol) is { } method)
            {
                NameOf(method, IlContext.None);
            }
        }

        return _work.Count > 0;
    }

    /// <summary>A weak definition gives way to another one of the same program.</summary>
    public static IEnumerable<IlMethod> WithoutReplacedOnes(IReadOnlyList<IlMethod> functions)
    {
        HashSet<string> strong = [.. functions.Where(m => !m.Function!.IsWeak).Select(m => m.Function!.Symbol)];
        return functions.Where(m => !m.Function!.IsWeak || !strong.Contains(m.Function.Symbol));
    }

    /// <summary>Handwritten methods that stand in for a C function are that function, where no method says so of
    /// itself and the name says which one.</summary>
    public static IEnumerable<IlMethod> NamedByReplacement(IlAssembly assembly, IReadOnlySet<string> taken) =>
        assembly
            .Methods.Where(m => m is { Replaces: not null, Function: null, BodyAddress: > 0 })
            .GroupBy(m => m.Replaces!)
            .Where(g => g.Count() == 1 && !taken.Contains(g.Key))
            .Select(g => g.Single())
            .ToList();

    /// <summary>Symbols that the module uses and does not define.</summary>
    public IEnumerable<string> References =>
        _addresses
            .Concat(_statics.Elsewhere.Select(o => o.Symbol))
            .Concat(_declarations.Keys)
            .Where(s => !IsDefined(s));

    private readonly Dictionary<string, string> _inC = new(StringComparer.Ordinal);

    /// <summary>C's name of something static, which has another one that tells it from those of other modules.</summary>
    public void NameLocally(string symbol, string inC) => _inC[symbol] = inC;

    /// <summary>The text, in which what others ask for is no longer local, and what is local has its name in C, if
    /// that is nobody else's here.</summary>
    public string Finish(IReadOnlySet<string> asked)
    {
        string text = Shared(asked);
        if (_inC.Count == 0)
        {
            return text;
        }

        HashSet<string> taken = [.. Quoted().Matches(text).Select(m => m.Groups["name"].Value)];
        Dictionary<string, string> names = _inC.Where(n => !asked.Contains(n.Key))
            .GroupBy(n => n.Value)
            .Where(g =>
                g.Count() == 1
                && !taken.Contains(g.Key)
                && !Mentioned.Contains(g.First().Key)
                && (!Mentioned.Contains(g.Key) || _used.Contains(g.First().Key))
            )
            .ToDictionary(g => g.First().Key, g => g.Key, StringComparer.Ordinal);
        return Quoted()
            .Replace(
                text,
                m => names.TryGetValue(m.Groups["name"].Value, out string? inC) ? IrText.Global(inC) : m.Value
            );
    }

    /// <summary>A symbol, or a string, in which an at sign is nothing but a character.</summary>
    [GeneratedRegex("@\"(?<name>[^\"\n]*)\"|\"[^\"\n]*\"")]
    private static partial Regex Quoted();

    private string Shared(IReadOnlySet<string> asked) =>
        asked.Count == 0
            ? Text()
            : LocalDefinition()
                .Replace(
                    Text(),
                    match =>
                        asked.Contains(match.Groups["name"].Value.Trim('"'))
                            ? $"{match.Groups["head"].Value}dso_local {match.Groups["tail"].Value}"
                            : match.Value
                );

    [GeneratedRegex(
        """^(?<head>define )internal (?<tail>[^@\n]*@(?<name>"[^"]*"|[^(\n]*)\()|^(?<head>@(?<name>"[^"]*"|[^ \n]*) = )internal (?<tail>)""",
        RegexOptions.Multiline
    )]
    private static partial Regex LocalDefinition();

    // ---- functions

    /// <summary>A C function: its method is the function itself. C# that calls the method of a variadic one has the list
    /// of its arguments, and calls a copy that takes it.</summary>
    private void Define(IlMethod method)
    {
        IlFunction function = method.Function!;
        _defined.Add(function.Symbol);
        NameInC(method);
        if (function.Constructor >= 0)
        {
            _constructors.Add((function.Constructor, function.Symbol));
        }

        if (function.Destructor >= 0)
        {
            _destructors.Add((function.Destructor, function.Symbol));
        }

        if (function.Attributes.Split(' ').Contains("used"))
        {
            _used.Add(function.Symbol);
        }

        if (!function.IsVariadic)
        {
            _names[KeyOf(method, IlContext.None)] = function.Symbol;
        }

        _work.Enqueue((method, IlContext.None, function.Symbol));
    }

    /// <summary>A static function has its name in C: assembler calls it by that.</summary>
    private void NameInC(IlMethod method)
    {
        (string symbol, string inC) = (method.Function!.Symbol, FunctionDebug.SymbolOf(method));
        if (method.Function.IsStatic && symbol.EndsWith('.' + inC, StringComparison.Ordinal))
        {
            NameLocally(symbol, inC);
        }
    }

    private string LinkageOf(IlFunction function)
    {
        if (function.IsStatic)
        {
            return "internal ";
        }

        if (function.IsInlineOnly)
        {
            return "available_externally ";
        }

        string visibility = function.Visibility is { Length: > 0 } seen ? seen + " " : "";
        string own = Target.OwnAreLocal || visibility.Length > 0 ? "dso_local " : "";
        return $"{(function.IsWeak ? "weak " : "")}{own}{visibility}";
    }

    private void Lower(IlMethod method, IlContext context, string name)
    {
        try
        {
            bool isFunction = method.Function?.Symbol == name;
            _functions.Append(
                new MethodLowering(this, method, context, PrototypeOf(method, context)).Write(
                    name,
                    isFunction ? LinkageOf(method.Function!)
                        : _replaced.Contains(name) ? "dso_local "
                        : "internal ",
                    FunctionAttributes.Of(method, Target)
                )
            );
        }
        catch (Refusal refused)
        {
            _diagnostics.Add(
                PortDiagnostic.Error("PORT5020", _input.PlaceOf(refused.Method, refused.Offset), refused.Message)
            );
        }
        catch (NotSupportedException refused)
        {
            _diagnostics.Add(
                PortDiagnostic.Error("PORT5020", _input.PlaceOf(method, 0), $"'{method.FullName}': {refused.Message}")
            );
        }
    }

    private static string KeyOf(IlMethod method, IlContext context) =>
        $"{(method.Owner.Home.Library == null ? "" : "u")}{System.Reflection.Metadata.Ecma335.MetadataTokens.GetRowNumber(method.Handle)}{context.Key}";

    public Prototype PrototypeOf(IlMethod method, IlContext context) =>
        Prototype.Of(
            Layouts,
            context.Close(method.Signature),
            method.Function is { } f ? f with { IsVariadic = false } : null
        );

    /// <summary>The name of a method's function, which is written when it is first asked for.</summary>
    public string NameOf(IlMethod method, IlContext context)
    {
        string key = KeyOf(method, context);
        if (_names.TryGetValue(key, out string? name))
        {
            return name;
        }

        if (_program?.Elsewhere(this, method, context) is { } other)
        {
            return _names[key] = other.Offer(method, this);
        }

        if (_program != null && method.Function is { IsVariadic: false } function)
        {
            name = _names[key] = function.Symbol;
            _defined.Add(name);
            NameInC(method);
            _work.Enqueue((method, context, name));
            return name;
        }

        string plain = (_program == null ? method.FullName : ProgramLowering.NameOf(method)) + context.Key;
        if (_program != null && method is { Function: null, Owner.IsOfC: true, IsEagerlyInlined: false })
        {
            NameLocally(plain, method.Name);
        }

        name = _program == null && IsPlainFunction(method) ? method.Name : plain;
        for (int i = 1; !_taken.Add(name) || _defined.Contains(name); i++)
        {
            name = i == 1 ? plain : $"{plain}.{i}";
        }

        _names[key] = name;
        _work.Enqueue((method, context, name));
        return name;
    }

    /// <summary>The name of a function that another module calls.</summary>
    private string Offer(IlMethod method, ModuleLowering to)
    {
        string name = NameOf(method, IlContext.None);
        Prototype prototype = PrototypeOf(method, IlContext.None);
        to.Declare(
            name,
            $"declare {prototype.Convention}{prototype.Result.ResultType} {IrText.Global(name)}({prototype.Types})"
        );
        return name;
    }

    /// <summary>
    /// A static function of C goes by its name there, which no other function or variable of the unit has. Not in
    /// kernels, where a module has many units, and not what C may have as a macro, whose name may be a function's.
    /// </summary>
    private bool IsPlainFunction(IlMethod method) =>
        method is { Function: null, IsEagerlyInlined: false }
        && method.Owner.Namespace == TranslatedNamespace
        && !Symbols.Contains(method.Name);

    private string TranslatedNamespace =>
        field ??= Assembly.Methods.FirstOrDefault(m => m.Function != null)?.Owner.Namespace ?? "";

    private HashSet<string> Symbols =>
        field ??= [
            .. Assembly.Methods.SelectMany(m => new[] { m.Function?.Symbol, m.Import, m.Export }).OfType<string>(),
            .. Assembly.Aliases.Select(a => a.Name),
        ];

    // ---- what is elsewhere

    public void Declare(string name, string line) => _declarations.TryAdd(name, line);

    /// <summary>A function of somebody else, or one of the module that is called as one.</summary>
    public string Import(string symbol, Prototype prototype, IlFunction? function)
    {
        string attributes = function?.Attributes is { Length: > 0 } words ? " " + words : "";
        string linkage =
            _weak.Contains(symbol) ? "extern_weak "
            : Target.OthersAreLocal ? "dso_local "
            : "";
        Declare(
            symbol,
            $"declare {linkage}{prototype.Convention}{prototype.Result.ResultType} {IrText.Global(symbol)}({prototype.Types}){attributes}"
        );
        return IrText.Global(symbol);
    }

    /// <summary>The address of a method's function, or of what it imports.</summary>
    public string AddressOf(IlMethod method, IlContext context)
    {
        if (method.BodyAddress > 0)
        {
            return method.Function?.Symbol is { } symbol && (_program == null || _program.HomeOf(method) != null)
                ? AddressOf(symbol)
                : IrText.Global(NameOf(method, context));
        }

        return AddressOf(method.Function?.Symbol ?? method.Import ?? method.Name);
    }

    /// <summary>The address of a label, by its number, of a method by class and name.</summary>
    public string LabelAddress(string of, long number)
    {
        IlMethod method = Assembly.Methods.First(m => $"{m.Owner.Name}.{m.Name}" == of);
        string function = method.Function?.Symbol ?? NameOf(method, IlContext.None);
        return TakenLabels.Address(function, TakenLabels.Of(Assembly, method), (int)number, Target.Word);
    }

    private string AddressOf(string symbol)
    {
        _addresses.Add(symbol);
        return IrText.Global(symbol);
    }

    public string ThreadLocal(string symbol, FunctionText text)
    {
        _threadLocals.Add(symbol);
        Declare("llvm.threadlocal.address.p0", "declare nonnull ptr @llvm.threadlocal.address.p0(ptr nonnull)");
        return text.Let($"call ptr @llvm.threadlocal.address.p0(ptr {IrText.Global(symbol)})");
    }

    /// <summary>The variable behind a field; null for a table that is in the image.</summary>
    public StaticObject? Variable(IlField field) => field.ContentAddress > 0 ? null : _statics.Refer(field);

    /// <summary>The address of a field's memory.</summary>
    public string StaticField(IlField field) =>
        Variable(field) is { } item ? IrText.Global(item.Symbol) : _constants.AddressOf(field);

    /// <summary>Whether the variable of a field is another module's.</summary>
    public bool IsElsewhere(IlField field)
    {
        if (_program?.HomeOf(field.Owner) is not { } home || home == this)
        {
            return false;
        }

        home._statics.Refer(field);
        return true;
    }

    /// <summary>Names mean the same in several modules.</summary>
    public bool IsOneOfMany => _program != null;

    /// <summary>Whether a method is a symbol that may be defined nowhere.</summary>
    public bool MayBeNull(IlMethod method) => _weak.Contains(method.Function?.Symbol ?? method.Import ?? "");

    public bool IsTaken(string symbol) => _defined.Contains(symbol) || _taken.Contains(symbol);

    public void Report(string code, IlMethod method, int offset, string message) =>
        _diagnostics.Add(PortDiagnostic.Error(code, _input.PlaceOf(method, offset), message));

    // ---- the module's text

    private string Text()
    {
        string expressions = Expressions.Write(this, _input.CompileC);
        StringBuilder text = new();
        text.Append($"source_filename = \"{IrText.Escape(_input.MainFile)}\"\n");
        text.Append($"target datalayout = \"{Target.DataLayout}\"\ntarget triple = \"{Target.Triple}\"\n\n");
        foreach (string line in AssemblyText.SelectMany(t => t.Split('\n')).Where(l => l.Trim().Length > 0))
        {
            text.Append($"module asm \"{IrText.Escape(line)}\"\n");
        }

        text.Append(_statics.Text);
        text.Append(_constants.Text);
        foreach (IlAlias alias in Assembly.Aliases.Where(a => _program == null || IsDefined(a.Target)))
        {
            _defined.Add(alias.Name);
            text.Append(AliasText.Of(alias, Target));
        }

        AppendReferences(text);
        text.Append(_functions);
        text.Append(expressions);
        AppendLists(text);
        text.Append(FunctionAttributes.Groups(Target));
        text.Append("!0 = !{!\"branch_weights\", i32 1, i32 1048575}\n");
        text.Append(Debug?.Text() ?? "");
        AppendFlags(text);
        return text.ToString();
    }

    private const string DeclareWord = "declare ";

    /// <summary>Names that the module uses and does not define.</summary>
    private void AppendReferences(StringBuilder text)
    {
        string own = Target.OthersAreLocal ? "dso_local " : "";
        string[] data =
        [
            .. _addresses.Where(s => !IsDefined(s) && !_declarations.ContainsKey(s)).Order(StringComparer.Ordinal),
        ];
        foreach (string symbol in data)
        {
            string linkage = _weak.Contains(symbol) ? "extern_weak " : $"external {own}";
            text.Append($"{IrText.Global(symbol)} = {linkage}global i8\n");
        }

        HashSet<string> known = [.. data];
        foreach (StaticObject item in _statics.Elsewhere.Where(o => !IsDefined(o.Symbol) && known.Add(o.Symbol)))
        {
            string linkage = item is { IsExtern: true, Facts.IsWeak: true } ? "extern_weak " : $"external {own}";
            text.Append(
                $"{IrText.Global(item.Symbol)} = {linkage}{(item.IsThreadLocal ? "thread_local " : "")}global i8\n"
            );
        }

        foreach (string symbol in _threadLocals.Where(s => !IsDefined(s) && known.Add(s)).Order(StringComparer.Ordinal))
        {
            text.Append($"{IrText.Global(symbol)} = external {own}thread_local global i8\n");
        }

        foreach ((string name, string line) in _declarations)
        {
            if (!IsDefined(name) && !known.Contains(name))
            {
                text.Append(
                    line.StartsWith(DeclareWord, StringComparison.Ordinal)
                    && Debug?.Declaration(name) is { Length: > 0 } said
                        ? $"{DeclareWord}{said}{line[DeclareWord.Length..]}\n"
                        : line + '\n'
                );
            }
        }
    }

    private bool IsDefined(string symbol) => _defined.Contains(symbol) || _statics.Defines(symbol);

    private void AppendLists(StringBuilder text)
    {
        string[] kept =
        [
            .. _used
                .Where(s => _program == null || IsDefined(s))
                .Concat(_statics.Used)
                .Concat(Mentioned.Where(IsDefined))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        if (kept.Length > 0)
        {
            IEnumerable<string> list = kept.Select(s => $"ptr {IrText.Global(s)}");
            text.Append(
                $"@llvm.compiler.used = appending global [{kept.Length} x ptr] [{string.Join(", ", list)}], section \"llvm.metadata\"\n"
            );
        }

        AppendRunners(text, "llvm.global_ctors", _constructors);
        AppendRunners(text, "llvm.global_dtors", _destructors);
    }

    private static void AppendRunners(StringBuilder text, string name, List<(int Priority, string Symbol)> functions)
    {
        if (functions.Count == 0)
        {
            return;
        }

        IEnumerable<string> list = functions.Select(f =>
            $"{{ i32, ptr, ptr }} {{ i32 {f.Priority}, ptr {IrText.Global(f.Symbol)}, ptr null }}"
        );
        text.Append(
            $"@{name} = appending global [{functions.Count} x {{ i32, ptr, ptr }}] [{string.Join(", ", list)}]\n"
        );
    }

    private void AppendFlags(StringBuilder text)
    {
        string[] flags = [.. Target.ModuleFlags, .. Debug?.Flags ?? []];
        for (int i = 0; i < flags.Length; i++)
        {
            text.Append($"!{i + 1} = {flags[i]}\n");
        }

        text.Append(
            $"!llvm.module.flags = !{{{string.Join(", ", Enumerable.Range(1, flags.Length).Select(n => $"!{n}"))}}}\n"
        );
    }
}
