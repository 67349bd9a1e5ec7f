using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.Lower;
using Porting.Translator.Names;
using Porting.Translator.Program;

namespace Porting.Translator.Emit;

/// <summary>
/// What the linker and the back end have to know of C functions, as attributes of C#: <c>[Function("f", "ii_i")]</c> on
/// a method says that it is the C function f, or, without a body, a call of it.
/// </summary>
internal static class FunctionFacts
{
    /// <summary>C's attributes under LLVM's names.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["cold"] = "cold",
        ["hot"] = "hot",
        ["returns_twice"] = "returns_twice",
        ["used"] = "used",
        ["no_caller_saved_registers"] = "\"no_caller_saved_registers\"",
        ["const"] = "nounwind willreturn memory(none)",
        ["pure"] = "nounwind willreturn memory(read)",
    };

    /// <summary>Those by which a definition has less or more than the options say, under C's names; by clang's names
    /// (clang/Basic/AttrList.inc). The back end's FunctionWords has their meaning.</summary>
    private static readonly Dictionary<string, string> OwnWords = new()
    {
        ["NoInstrumentFunction"] = "no_instrument_function",
        ["NoProfileFunction"] = "no_profile_instrument_function",
        ["NoSanitize"] = "no_sanitize",
        ["DisableSanitizerInstrumentation"] = "disable_sanitizer_instrumentation",
        ["NoStackProtector"] = "no_stack_protector",
        ["StrictGuardStackCheck"] = "strict_gs_check",
        ["NoSpeculativeLoadHardening"] = "no_speculative_load_hardening",
        ["SpeculativeLoadHardening"] = "speculative_load_hardening",
        ["NoUwtable"] = "nouwtable",
        ["AnyX86NoCfCheck"] = "nocf_check",
        ["Naked"] = "naked",
        ["AnyX86Interrupt"] = "interrupt used",
        ["X86ForceAlignArgPointer"] = "force_align_arg_pointer",
        ["PatchableFunctionEntry"] = "patchable_function_entry",
        ["ZeroCallUsedRegs"] = "zero_call_used_regs",
        ["Target"] = "target",
        ["MinSize"] = "minsize",
        ["DisableTailCalls"] = "disable_tail_calls",
    };

    /// <summary>Functions of the C library that clang knows to return a second time.</summary>
    private static readonly HashSet<string> Jumps =
    [
        "setjmp",
        "_setjmp",
        "sigsetjmp",
        "__sigsetjmp",
        "savectx",
        "getcontext",
        "vfork",
    ];

    /// <summary>Something that the back end has to know also of a static function. What is inlined always has an
    /// attribute of its own; what it reads and writes of memory LLVM sees.</summary>
    public static bool IsOfCode(AttributeInfo attribute) =>
        OwnWords.ContainsKey(attribute.Kind)
        || attribute.Name is "section" or "constructor" or "destructor"
        || (Words.ContainsKey(attribute.Name) && attribute.Name is not ("always_inline" or "const" or "pure"));

    public static bool IsAlwaysInlined(FunctionDecl decl) => decl.Attributes.Any(a => a.Name == "always_inline");

    public static string OfDefinition(FunctionEntity function)
    {
        FunctionDecl decl = function.Decl;
        CSignature signature = CSignature.Of(
            decl.Parameters.Select(p => p.Type),
            decl.Type.Return,
            decl.Type.IsVariadic,
            decl.Type.Convention
        );
        if (function.NeedsEntry || !function.IsStatic || !signature.HasUnknown)
        {
            Refuse(signature, decl, $"'{function.Symbol}' can be called through a pointer or from C, but");
        }

        List<string> facts = [Quoted(function.Symbol), Quoted(signature.ExactCode)];
        AddIf(facts, function.IsStatic, "IsStatic = true");
        AddIf(facts, function.IsWeak, "IsWeak = true");
        AddIf(facts, decl.IsInlineDefinitionOnly && !function.IsWeak, "IsInlineOnly = true");
        AddIf(facts, function.IsVariadic, "IsVariadic = true");
        foreach (AttributeInfo attribute in decl.Attributes)
        {
            string? fact = attribute.Name switch
            {
                "section" => $"Section = {Quoted(attribute.Arguments[0])}",
                "constructor" => $"Constructor = {HostedEmitter.PriorityOf(attribute)}",
                "destructor" => $"Destructor = {HostedEmitter.PriorityOf(attribute)}",
                "visibility" => $"Visibility = {Quoted(attribute.Arguments[0])}",
                _ => null,
            };
            AddIf(facts, fact != null, fact ?? "");
        }

        string words = string.Join(
            ' ',
            [.. new[] { WordsOf(decl, signature) }.Where(w => w.Length > 0), .. decl.Attributes.SelectMany(Own)]
        );
        AddIf(facts, words.Length > 0, $"Attributes = {Quoted(words)}");
        return $"[Function({string.Join(", ", facts)})]";
    }

    public static string OfCall(ForeignCall call)
    {
        string code = call.Signature.ExactCode;
        return call.Function is { } function
            ? External(
                function,
                code,
                call.Signature,
                function.Decl.Type.IsVariadic ? function.Decl.Type.Parameters.Count : null
            )
            : $"[MethodImpl(MethodImplOptions.InternalCall), Function(\"\", {Quoted(code)})]";
    }

    /// <summary>What a kernel declares and its assembler defines.</summary>
    public static string OfImport(FunctionEntity function)
    {
        CSignature signature = OfType(function.Decl.Type);
        return External(function, signature.ExactCode, signature);
    }

    /// <summary>A call of a variadic function of the program: the C# types say how the variable arguments travel, but
    /// for vectors, which are structs there and values in C.</summary>
    /// <param name="variable">A letter and size for each variable argument up to the last vector.</param>
    public static string OfVariableCall(FunctionEntity function, string variable)
    {
        CSignature signature = OfType(function.Decl.Type);
        string code = signature.ExactCode.Insert(signature.ExactCode.IndexOf('_'), variable);
        return External(function, code, signature, function.Decl.Type.Parameters.Count);
    }

    private static CSignature OfType(FunctionType type) =>
        CSignature.Of(type.Parameters, type.Return, type.IsVariadic, type.Convention);

    /// <param name="named">Of a variadic function: so many of its arguments are named.</param>
    private static string External(FunctionEntity function, string code, CSignature signature, int? named = null)
    {
        List<string> facts = [Quoted(function.Symbol), Quoted(code)];
        AddIf(facts, named != null, $"IsVariadic = true, Named = {named}");
        string words = WordsOf(function.Decl, signature);
        AddIf(facts, words.Length > 0, $"Attributes = {Quoted(words)}");
        return $"[MethodImpl(MethodImplOptions.InternalCall), Function({string.Join(", ", facts)})]";
    }

    /// <summary>Functions and variables that are others under a second name.</summary>
    public static IEnumerable<string> Aliases(ProgramModel program)
    {
        foreach (FunctionEntity function in program.Functions.OrderBy(f => f.Symbol, StringComparer.Ordinal))
        {
            foreach (AttributeInfo attribute in function.Decl.Attributes.Where(a => a.Name is "alias" or "ifunc"))
            {
                yield return Alias(
                    function.Symbol,
                    program.SymbolOf(attribute.Arguments[0], function.Decl.File),
                    function.IsWeak,
                    function.Decl,
                    attribute.Name == "ifunc" ? ", IsFunction = true, IsIndirect = true" : ", IsFunction = true"
                );
            }
        }

        foreach (VariableEntity variable in program.Variables.OrderBy(v => v.Symbol, StringComparer.Ordinal))
        {
            foreach (AttributeInfo attribute in variable.Decl.Attributes.Where(a => a.Name == "alias"))
            {
                yield return Alias(
                    variable.Symbol,
                    program.SymbolOf(attribute.Arguments[0], variable.Decl.File),
                    variable.Decl.Attributes.Any(a => a.Name == "weak"),
                    variable.Decl,
                    ""
                );
            }
        }
    }

    /// <summary>Symbols that may be defined nowhere.</summary>
    public static IEnumerable<string> WeakReferences(ProgramModel program) =>
        program
            .Variables.Where(v => v.IsWeakReference)
            .Select(v => v.Symbol)
            .Concat(
                program
                    .Functions.Where(f => f.Origin == FunctionOrigin.Foreign && f.IsWeak && !IsAlias(f.Decl))
                    .Select(f => f.Symbol)
            )
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(s => $"[assembly: WeakReference({Quoted(s)})]");

    /// <summary>What is declared to be seen by its own program or library alone, and defined in another object.</summary>
    public static IEnumerable<string> Visibilities(ProgramModel program) =>
        program
            .Functions.Where(f => f.Origin == FunctionOrigin.Foreign && !IsAlias(f.Decl))
            .Select(f => (f.Symbol, Visibility: VisibilityOf(f.Decl)))
            .Concat(
                program
                    .Variables.Where(v => v.IsForeign && !IsAlias(v.Decl))
                    .Select(v => (v.Symbol, Visibility: VisibilityOf(v.Decl)))
            )
            .Where(s => s.Visibility != null)
            .DistinctBy(s => s.Symbol)
            .OrderBy(s => s.Symbol, StringComparer.Ordinal)
            .Select(s => $"[assembly: Visibility({Quoted(s.Symbol)}, {Quoted(s.Visibility!)})]");

    /// <summary>hidden, protected or internal; null where a symbol is seen as others are.</summary>
    private static string? VisibilityOf(Decl decl) =>
        decl.Attributes.FirstOrDefault(a => a.Name == "visibility")?.Arguments[0] is { } seen and not "default"
            ? seen
            : null;

    internal static void AddVisibility(List<string> facts, Decl decl)
    {
        if (VisibilityOf(decl) is { } seen)
        {
            facts.Add($"Visibility = {Quoted(seen)}");
        }
    }

    private static string Alias(string name, string target, bool isWeak, Decl decl, string more)
    {
        List<string> facts = [Quoted(name), Quoted(target)];
        AddIf(facts, isWeak, "IsWeak = true");
        AddVisibility(facts, decl);
        return $"[assembly: Alias({string.Join(", ", facts)}{more})]";
    }

    internal static bool IsAlias(Decl decl) => decl.Attributes.Any(a => a.Name is "alias" or "ifunc");

    internal static void AddIf(List<string> facts, bool holds, string fact)
    {
        if (holds)
        {
            facts.Add(fact);
        }
    }

    /// <summary>What passes structs reads and writes memory, whatever C says of it.</summary>
    private static string WordsOf(FunctionDecl decl, CSignature signature) =>
        string.Join(
            ' ',
            decl.Attributes.Where(a => !signature.HasAddresses || a.Name is not ("const" or "pure"))
                .Select(a => Words.GetValueOrDefault(a.Name))
                .Append(decl.IsBuiltin && Jumps.Contains(decl.Name) ? "returns_twice" : null)
                .Append(IsNoReturn(decl) ? "noreturn" : null)
                .Where(w => w != null)
                .Distinct()
        );

    /// <summary>GNU's attribute is of the type, C's own is of the declaration.</summary>
    private static bool IsNoReturn(FunctionDecl decl) =>
        decl.Type.IsNoReturn || decl.Attributes.Any(a => a.Kind is "C11NoReturn" or "CXX11NoReturn");

    private static IEnumerable<string> Own(AttributeInfo attribute) =>
        attribute.Name == "func_sanitize" ? [$"func_sanitize({attribute.Arguments[0]})"]
        : !OwnWords.TryGetValue(attribute.Kind, out string? word) ? []
        : attribute.Arguments.Count == 0 ? [word]
        : [$"{word}({string.Join(',', attribute.Arguments).Replace(" ", "", StringComparison.Ordinal)})"];

    /// <summary>Parameters as C passes them.</summary>
    internal static IEnumerable<string> ParameterList(
        FunctionDecl decl,
        ProgramNames names,
        IEnumerable<string> parameterNames
    ) => decl.Parameters.Zip(parameterNames, (p, n) => $"{names.Type(p.PassedType)} {n}");

    /// <summary>The parameters of a definition, of which the back end wants to know what C says of them.</summary>
    internal static IEnumerable<string> DefinedParameters(
        FunctionDecl decl,
        ProgramNames names,
        IEnumerable<string> parameterNames
    ) =>
        ParameterList(decl, names, parameterNames)
            .Zip(decl.Parameters, (text, p) => p.IsRestricted ? $"[Restrict] {text}" : text);

    /// <summary>A literal of C# or C on one line.</summary>
    internal static string Quoted(string text) =>
        '"'
        + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
        + '"';

    private static void Refuse(CSignature signature, Decl decl, string what)
    {
        if (signature.Refusal is { } refusal)
        {
            throw new PortException(PortDiagnostic.Error(refusal.Code, decl.Span.Location, $"{what} {refusal.Reason}"));
        }
    }
}
