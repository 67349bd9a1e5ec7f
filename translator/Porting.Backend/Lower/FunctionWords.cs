namespace Porting.Backend.Lower;

/// <summary>
/// C's attributes by which a function has less or more than the command's options give to all. A word is the name of
/// the attribute, arguments in parentheses: <c>no_sanitize(address)</c>. What each comes to in LLVM is clang's choice
/// (clang/lib/CodeGen: CodeGenModule::SetLLVMFunctionAttributesForDefinition, CodeGenFunction::StartFunction).
/// </summary>
internal static class FunctionWords
{
    private static readonly string[] Protectors = ["ssp", "sspstrong", "sspreq"];

    private delegate IEnumerable<string> Change(IEnumerable<string> attributes, string[] arguments);

    private static readonly Dictionary<string, Change> Changes = new()
    {
        ["no_instrument_function"] = (all, _) =>
            all.Where(a => !Begins(a, "\"instrument-function") && !Begins(a, "\"fentry-call")),
        ["no_profile_instrument_function"] = (all, _) => all.Append("noprofile"),
        ["no_sanitize"] = Unsanitized,
        ["disable_sanitizer_instrumentation"] = (all, _) => all.Append("disable_sanitizer_instrumentation"),
        ["no_stack_protector"] = (all, _) => all.Except(Protectors),
        ["strict_gs_check"] = (all, _) =>
            all.Any(Protectors.Contains) ? all.Except(Protectors).Append("sspstrong") : all,
        ["no_speculative_load_hardening"] = (all, _) => all.Where(a => a != "speculative_load_hardening"),
        ["speculative_load_hardening"] = (all, _) => all.Append("speculative_load_hardening"),
        ["nouwtable"] = (all, _) => all.Where(a => !Begins(a, "uwtable")),
        ["nocf_check"] = (all, _) => all.Append("nocf_check"),
        ["naked"] = (all, _) => [.. all.Except(["alwaysinline", "inlinehint"]), "naked", "noinline"],
        ["interrupt"] = (all, _) => With(all, "disable-tail-calls", "true"),
        ["force_align_arg_pointer"] = (all, _) => all.Append("\"stackrealign\""),
        ["patchable_function_entry"] = Patchable,
        ["zero_call_used_regs"] = (all, arguments) => With(all, "zero-call-used-regs", arguments[0]),
        ["target"] = (all, wishes) => wishes.Aggregate(all, OfTarget),
        ["minsize"] = (all, _) => [.. all, "minsize", "optsize"],
        ["disable_tail_calls"] = (all, _) => With(all, "disable-tail-calls", "true"),
    };

    public static bool IsKnown(string word) => Changes.ContainsKey(word.Split('(')[0]);

    /// <summary>LLVM's attributes of a function, after one of its words, which is known.</summary>
    public static IEnumerable<string> Apply(IEnumerable<string> attributes, string word)
    {
        string[] parts = word.TrimEnd(')').Split('(');
        return Changes[parts[0]](attributes, parts.Length > 1 ? parts[1].Split(',') : []);
    }

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
