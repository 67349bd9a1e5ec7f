namespace Porting.Backend.Lower;

/// <summary>
/// C's attributes by which a function has less or more than the command's options give to all. A word is the name of
/// the attribute, arguments in parentheses: <c>no_sanitize(address)</c>. What each comes to in LLVM is clang's choice
/// (clang/lib/CodeGen: CodeGenModule::SetLLVMFunctionAttributesForDefinition, CodeGenFunction::StartFunction).
/// </summary>
internal static class FunctionWords
{
    private static readonly string[] Protectors = ["ssp", "sspstrong", "sspreq"];

    public static bool IsKnown(string word) => NameOf(word) is var name && Takes(name) | Adds(name).Length > 0;

    private static string NameOf(string word) => word.Split('(')[0];

    private static string[] ArgumentsOf(string word) =>
        word.Split('(') is [_, var arguments] ? arguments.TrimEnd(')').Split(',') : [];

    /// <summary>LLVM's attributes of a function, after one of its words.</summary>
    public static IEnumerable<string> Apply(IEnumerable<string> attributes, string word)
    {
        string name = NameOf(word);
        string[] arguments = ArgumentsOf(word);
        return name switch
        {
            "no_instrument_function" => attributes.Where(a =>
                !Begins(a, "\"instrument-function") && !Begins(a, "\"fentry-call")
            ),
            "no_sanitize" => Unsanitized(attributes, arguments),
            "no_stack_protector" => attributes.Except(Protectors),
            "strict_gs_check" => attributes.Any(Protectors.Contains)
                ? attributes.Except(Protectors).Append("sspstrong")
                : attributes,
            "no_speculative_load_hardening" => attributes.Where(a => a != "speculative_load_hardening"),
            "nouwtable" => attributes.Where(a => !Begins(a, "uwtable")),
            "patchable_function_entry" => Patchable(attributes, arguments),
            "zero_call_used_regs" => attributes
                .Where(a => !Begins(a, "\"zero-call-used-regs"))
                .Append($"\"zero-call-used-regs\"=\"{arguments[0]}\""),
            "target" => arguments.Aggregate(attributes, OfTarget),
            _ => attributes.Concat(Adds(name)),
        };
    }

    private static bool Takes(string name) =>
        name
            is "no_instrument_function"
                or "no_sanitize"
                or "no_stack_protector"
                or "strict_gs_check"
                or "no_speculative_load_hardening"
                or "nouwtable"
                or "patchable_function_entry"
                or "zero_call_used_regs"
                or "target";

    private static string[] Adds(string name) =>
        name switch
        {
            "no_profile_instrument_function" => ["noprofile"],
            "disable_sanitizer_instrumentation" or "speculative_load_hardening" or "nocf_check" => [name],
            "force_align_arg_pointer" => ["\"stackrealign\""],
            "minsize" => ["minsize", "optsize"],
            "disable_tail_calls" => ["\"disable-tail-calls\"=\"true\""],
            _ => [],
        };

    private static bool Begins(string text, string with) => text.StartsWith(with, StringComparison.Ordinal);

    private static IEnumerable<string> Unsanitized(IEnumerable<string> attributes, string[] kinds) =>
        attributes
            .Where(a =>
                !Begins(a, "sanitize_")
                || !kinds.Any(k => k == "all" || $"sanitize_{k.Replace("kernel-", "", StringComparison.Ordinal)}" == a)
            )
            .Concat(kinds.Contains("coverage") ? ["nosanitize_coverage"] : []);

    private static IEnumerable<string> Patchable(IEnumerable<string> attributes, string[] counts)
    {
        foreach (string attribute in attributes.Where(a => !Begins(a, "\"patchable-function-")))
        {
            yield return attribute;
        }

        int before = int.Parse(counts[1], null);
        int behind = int.Parse(counts[0], null) - before;
        if (behind > 0)
        {
            yield return $"\"patchable-function-entry\"=\"{behind}\"";
        }

        if (before > 0)
        {
            yield return $"\"patchable-function-prefix\"=\"{before}\"";
        }
    }

    /// <summary>One of a target attribute's wishes: a feature, one that is not wanted, a processor.</summary>
    private static IEnumerable<string> OfTarget(IEnumerable<string> attributes, string wish) =>
        wish switch
        {
            "general-regs-only" => Featured(attributes, "-x87,-mmx,-sse"),
            _ when Begins(wish, "arch=") => With(attributes, "target-cpu", wish[5..]),
            _ when Begins(wish, "tune=") => With(attributes, "tune-cpu", wish[5..]),
            _ when Begins(wish, "no-") => Featured(attributes, "-" + wish[3..]),
            _ => Featured(attributes, "+" + wish),
        };

    private static IEnumerable<string> Featured(IEnumerable<string> attributes, string feature)
    {
        const string key = "\"target-features\"=";
        return attributes.Any(a => Begins(a, key))
            ? attributes.Select(a => Begins(a, key) ? $"{a[..^1]},{feature}\"" : a)
            : attributes.Append($"{key}\"{feature}\"");
    }

    private static IEnumerable<string> With(IEnumerable<string> attributes, string key, string value) =>
        attributes.Where(a => !Begins(a, $"\"{key}\"")).Append($"\"{key}\"=\"{value}\"");
}
