using System.Text;
using Porting.Backend.Data;
using Porting.Backend.Debug;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Profile;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// One assembly to one LLVM module.
/// <para>Input: IL and the target. Output: LLVM's assembly language. Holds after:
/// what is reached from C functions is there, each generic instance for itself and in the order in which it was first
/// asked for; C functions and variables have C's names, all else is internal to the module. Errors: all methods that
/// are refused, each at its C# place. Never does: optimise.</para>
/// </summary>
internal sealed class ModuleLowering
{
    private readonly Dictionary<string, string> _names = [];
    private readonly HashSet<string> _taken = [];
    private readonly Queue<(IlMethod Method, IlContext Context, string Name)> _work = [];
    private readonly StringBuilder _functions = new();
    private readonly HashSet<string> _defined = [];
    private readonly HashSet<string> _replaced = [];
    private readonly Constants _constants;
    private readonly StaticData _statics;
    private readonly ModuleInput _input;
    private readonly ProgramLowering? _program;
    private readonly List<PortDiagnostic> _diagnostics = [];
    private readonly HashSet<string> _weak;
    private readonly KeptSymbols _kept;
    private readonly LocalNames _locals = new();

    /// <param name="program">Of a module that is one of several; null when it is all there is.</param>
    public ModuleLowering(ModuleInput input, ProgramLowering? program)
    {
        _input = input;
        _program = program;
        Assembly = input.Assembly;
        Target = input.Target;
        _weak = [.. Assembly.WeakReferences];
        _kept = new KeptSymbols(Assembly.Used);
        Foreign = new ForeignSymbols(Target, _weak, Assembly);
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

    public CounterLowering Counters => field ??= new CounterLowering(_input.Profile);

    /// <summary>What the module refers to.</summary>
    public ForeignSymbols Foreign { get; }

    public bool IsKernel => _input.IsKernel;

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

    private FileAssembly AssemblyText => field ??= new FileAssembly(Assembly, Types);

    private PlainNames Plain => field ??= new PlainNames(Assembly);

    /// <summary>Asks for what is there without being asked for: C's functions and variables.</summary>
    public void Begin()
    {
        IEnumerable<IlMethod> functions =
            _program?.Functions[this]
            ?? LivingFunctions.WithoutReplacedOnes([
                .. Assembly.Methods.Where(m => m is { Function: not null, BodyAddress: > 0 }),
            ]);
        foreach (IlMethod method in functions)
        {
            Define(method);
        }

        foreach (IlMethod method in _program?.Replaced[this] ?? LivingFunctions.NamedByReplacement(Assembly, _defined))
        {
            string name = method.Replaces!;
            _defined.Add(name);
            _names[KeyOf(method, IlContext.None)] = name;
            _replaced.Add(name);
            _work.Enqueue((method, IlContext.None, name));
        }

        _statics.DefineAll(Types, [.. AssemblyText.Mentioned, .. Assembly.Aliases.Select(a => a.Target)]);
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

    /// <summary>Symbols that the module uses and does not define.</summary>
    public IEnumerable<string> References =>
        Foreign.Names.Concat(_statics.Elsewhere.Select(o => o.Symbol)).Where(s => !IsDefined(s));

    /// <summary>C's name of something static, which has another one that tells it from those of other modules.</summary>
    /// <param name="isOfC">It is a symbol in C too.</param>
    public void NameLocally(string symbol, string inC, bool isOfC) => _locals.Add(symbol, inC, isOfC);

    /// <summary>The text, in which what others ask for is no longer local.</summary>
    public string Finish(IReadOnlySet<string> asked) => _locals.Finish(Text(), asked, AssemblyText.Mentioned);

    // ---- functions

    /// <summary>A C function: its method is the function itself. C# that calls the method of a variadic one has the list
    /// of its arguments, and calls a copy that takes it.</summary>
    private void Define(IlMethod method)
    {
        IlFunction function = method.Function!;
        _defined.Add(function.Symbol);
        NameInC(method);
        _kept.Add(function);
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
            NameLocally(symbol, inC, isOfC: true);
        }
    }

    private void Lower(IlMethod method, IlContext context, string name)
    {
        try
        {
            bool isFunction = method.Function?.Symbol == name;
            _functions.Append(
                new MethodLowering(this, method, context, PrototypeOf(method, context)).Write(
                    name,
                    isFunction ? FunctionAttributes.Linkage(method.Function!, Target)
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
            NameLocally(plain, method.Name, isOfC: false);
        }

        name = _program == null && Plain.Has(method) ? method.Name : plain;
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
        to.Foreign.Declare(
            name,
            $"declare {prototype.Convention}{prototype.Result.ResultType} {IrText.Global(name)}({prototype.Types})"
        );
        return name;
    }

    // ---- what is elsewhere

    /// <summary>The address of a method's function, or of what it imports.</summary>
    public string AddressOf(IlMethod method, IlContext context)
    {
        if (method.BodyAddress > 0)
        {
            return method.Function?.Symbol is { } symbol && (_program == null || _program.HomeOf(method) != null)
                ? Foreign.AddressOf(symbol)
                : IrText.Global(NameOf(method, context));
        }

        return Foreign.AddressOf(method.Function?.Symbol ?? method.Import ?? method.Name);
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
        AssemblyText.Append(text);
        text.Append(_statics.Text).Append(_constants.Text).Append(Counters.Text());
        foreach (IlAlias alias in Assembly.Aliases.Where(a => _program == null || IsDefined(a.Target)))
        {
            _defined.Add(alias.Name);
            text.Append(AliasText.Of(alias, Target));
        }

        Foreign.Append(text, _statics.Elsewhere, IsDefined, Debug);
        text.Append(_functions);
        text.Append(expressions);
        IEnumerable<string> used = _kept.Used.Where(s => _program == null || IsDefined(s));
        _kept.Append(text, used.Concat(_statics.Used).Concat(AssemblyText.Mentioned.Where(IsDefined)));
        text.Append(FunctionAttributes.Groups(Target));
        text.Append($"!{IrText.Unlikely} = !{{!\"branch_weights\", i32 1, i32 1048575}}\n");
        text.Append(Debug?.Text() ?? "");
        text.Append(IrText.Flags([.. Target.ModuleFlags, .. Debug?.Flags ?? []]));
        return text.ToString();
    }

    private bool IsDefined(string symbol) => _defined.Contains(symbol) || _statics.Defines(symbol);
}
