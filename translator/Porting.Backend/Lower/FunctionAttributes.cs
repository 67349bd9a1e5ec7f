using Porting.Backend.Il;
using Porting.Backend.Llvm;

namespace Porting.Backend.Lower;

/// <summary>
/// What functions say beside their code. All have clang's attributes of the target (group 0); C's inline functions
/// are inlined eagerly, the runtime's own always, so that none of them is left in an object that C would not have
/// them in.
/// </summary>
internal static class FunctionAttributes
{
    private const int Plain = 0,
        Always = 1,
        Never = 2,
        Eager = 3;

    /// <summary>Words that clang adds to a group for one function and not for the target.</summary>
    private static readonly string[] Own = ["noinline", "optnone", "mustprogress", "willreturn"];

    public static string Of(IlMethod method, Target target)
    {
        IlFunction? function = method.Function;
        int group =
            method.IsNeverInlined ? Never
            : method.IsAlwaysInlined || IsRuntime(method) ? Always
            : method.IsEagerlyInlined && !target.IsUnoptimized ? Eager
            : Plain;
        string[] words = WordsOf(function);
        string[] own = [.. words.Where(FunctionWords.IsKnown)];
        string all =
            own.Length == 0 ? $"#{group}" : string.Join(' ', own.Aggregate(Group(group, target), FunctionWords.Apply));
        string more = string.Join(' ', words.Except(own).Where(w => w != "used" && !IsTypeHash(w)));
        string section = function?.Section is { Length: > 0 } name ? $" section \"{Llvm.IrText.Escape(name)}\"" : "";
        string align = target.FunctionAlign > 0 ? $" align {target.FunctionAlign}" : "";
        string hash = string.Concat(words.Where(IsTypeHash).Select(TypeHash));
        return $"{all}{(more.Length == 0 ? "" : " " + more)}{section}{align}{hash}";
    }

    private static bool IsTypeHash(string word) => word.StartsWith("func_sanitize(", StringComparison.Ordinal);

    /// <summary>What LLVM puts in front of a function, for -fsanitize=function: a word that marks it and the hash of its
    /// type (clang/lib/CodeGen/Targets/X86.cpp, getUBSanFunctionSignature).</summary>
    private static string TypeHash(string word) =>
        $" !func_sanitize !{{i32 {CheckData.FunctionMark}, i32 {word["func_sanitize(".Length..^1]}}}";

    /// <summary>Whether the function's code may use SSE2: the last of its features that says so decides.</summary>
    public static bool HasSse2(IlMethod method, Target target)
    {
        IEnumerable<string> own = WordsOf(method.Function).Where(FunctionWords.IsKnown);
        string features = own.Aggregate(Group(Plain, target), FunctionWords.Apply)
            .FirstOrDefault(w => w.StartsWith("\"target-features\"", StringComparison.Ordinal), "");
        string[] last = features.Split('"', ',').Where(f => f is "+sse2" or "-sse2" or "-sse").TakeLast(1).ToArray();
        return last is ["+sse2"];
    }

    private static string[] WordsOf(IlFunction? function) =>
        function?.Attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Not of the translated program.</summary>
    private static bool IsRuntime(IlMethod method) =>
        method.Function == null && (IsAccessor(method) || IsOfRuntime(method));

    /// <summary>What C# has for the address of a function, and for the address or value of a variable.</summary>
    private static bool IsAccessor(IlMethod method) =>
        IsNamed(method, "get_addr_", 0)
        || (method.IsEagerlyInlined && (IsNamed(method, "get_", 0) || IsNamed(method, "set_", 1)));

    private static bool IsNamed(IlMethod method, string prefix, int parameters) =>
        method.Name.StartsWith(prefix, StringComparison.Ordinal) && method.Signature.Parameters.Length == parameters;

    private static bool IsOfRuntime(IlMethod method) =>
        (method.IsEagerlyInlined || method.Owner.Namespace is "System" or "Porting")
        && (
            method.Owner.Namespace == "Porting"
            || method.Owner.Namespace == "System"
            || method.Owner.Namespace.StartsWith("System.", StringComparison.Ordinal)
        );

    public static string Groups(Target target) =>
        string.Concat(
            new[] { Plain, Always, Never, Eager }.Select(g =>
                $"attributes #{g} = {{ {string.Join(' ', Group(g, target))} }}\n"
            )
        );

    private static IEnumerable<string> Group(int group, Target target)
    {
        string[] words = Words(target.Attributes);
        IEnumerable<string> plain = words.Where(w => w is not ("mustprogress" or "willreturn"));
        IEnumerable<string> bare = words.Except(Own);
        return group switch
        {
            Plain => plain,
            Always => bare.Where(w => !w.StartsWith("\"instrument-function", StringComparison.Ordinal))
                .Prepend("alwaysinline"),
            Never => target.IsUnoptimized ? plain : bare.Prepend("noinline"),
            _ => bare.Prepend("inlinehint"),
        };
    }

    /// <summary>Attributes are separated by blanks, which quoted ones have inside, too.</summary>
    private static string[] Words(string attributes)
    {
        List<string> words = [];
        int start = 0;
        bool isQuoted = false;
        for (int i = 0; i <= attributes.Length; i++)
        {
            if (i == attributes.Length || (attributes[i] == ' ' && !isQuoted))
            {
                if (i > start)
                {
                    words.Add(attributes[start..i]);
                }

                start = i + 1;
            }
            else if (attributes[i] == '"')
            {
                isQuoted = !isQuoted;
            }
        }

        return [.. words];
    }

    /// <summary>A function's linkage and visibility, with a space behind.</summary>
    public static string Linkage(IlFunction function, Target target)
    {
        if (function.IsStatic)
        {
            return "internal ";
        }

        if (function.IsInlineOnly)
        {
            return "available_externally ";
        }

        string visibility = IrText.Word(function.Visibility);
        string own = target.OwnAreLocal || visibility.Length > 0 ? "dso_local " : "";
        return $"{(function.IsWeak ? "weak " : "")}{own}{visibility}";
    }
}
