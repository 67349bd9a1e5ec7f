using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Porting.Clang.Options;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Semantics.Tests;

/// <summary>Every option that the table hands to the machine code has its effect: with it our object is another one
/// where clang's is another one, and the same where clang's is the same.</summary>
public sealed partial class CodeOptionTests
{
    /// <summary>Values for the names that want one, and the company that some need to have an effect.</summary>
    private static readonly Dictionary<string, string[]> Spelled = new()
    {
        ["-falign-functions="] = ["-falign-functions=64"],
        ["-falign-loops="] = ["-falign-loops=64"],
        ["-fbasic-block-sections="] = ["-fbasic-block-sections=all"],
        ["-ffp-contract="] = ["-mfma -ffp-contract=fast"],
        ["-fcf-protection="] = ["-fcf-protection=branch", "-fcf-protection=none"],
        ["-fpatchable-function-entry="] = ["-fpatchable-function-entry=4"],
        ["-fzero-call-used-regs="] = ["-fzero-call-used-regs=all", "-fzero-call-used-regs=used-gpr"],
        ["-malign-branch-boundary="] = ["-malign-branch-boundary=32 -malign-branch=jcc,fused"],
        ["-malign-branch="] = ["-malign-branch=jmp -malign-branch-boundary=32"],
        ["-march="] = ["-march=pentium4", "-march=haswell"],
        ["-mtune="] = ["-mtune=haswell"],
        ["-mfunction-return="] = ["-mfunction-return=thunk-extern", "-mfunction-return=keep"],
        ["-mharden-sls="] = ["-mharden-sls=all"],
        ["-mprefer-vector-width="] = ["-march=haswell -mprefer-vector-width=128"],
        ["-mstack-alignment="] = ["-mstack-alignment=32"],
        ["-mstack-probe-size="] = ["-fstack-clash-protection -mstack-probe-size=8192"],
        ["-mstack-protector-guard="] = ["-fstack-protector-all -mstack-protector-guard=global"],
        ["-mstack-protector-guard-offset="] = ["-fstack-protector-all -mstack-protector-guard-offset=40"],
        ["-mstack-protector-guard-reg="] = ["-fstack-protector-all -mstack-protector-guard-reg=fs"],
        ["-mstack-protector-guard-symbol="] = ["-fstack-protector-all -mstack-protector-guard-symbol=guardian"],
        ["-mfentry"] = ["-pg -mfentry"],
        ["-fno-plt"] = ["-fPIC -fno-plt"],
        ["-fno-semantic-interposition"] = ["-fPIC -fno-semantic-interposition"],
        ["-fno-unique-section-names"] = ["-ffunction-sections -fno-unique-section-names"],
        ["-mno-omit-leaf-frame-pointer"] = ["-fno-omit-frame-pointer -mno-omit-leaf-frame-pointer"],
        ["-mindirect-branch-cs-prefix"] = ["-mretpoline -mindirect-branch-cs-prefix"],
        // clang makes what moves of C by itself, we do when asked to
        ["-fPIE"] = ["-fPIE -fno-pie"],
        ["-fpie"] = ["-fpie -fno-pie"],
    };

    private const string Base = "-O2 -msse2 -mfpmath=sse -fno-pie";

    private const string Program = """
        extern void use(int *), put(const char *);
        struct big { int a[40]; double d; };
        int data = 3, zero = 0; static int own; _Thread_local int local; extern _Thread_local int other;
        static int helper(int x) { own += x; return x * 3; }
        int sum(int *a, int n) { int s = 0; for (int i = 0; i < n; i++) s += a[i] * 3; return s; }
        void copy(struct big *a, struct big *b) { *a = *b; }
        int buffer(int n) { int a[64]; char b[n + 1]; use(a); b[n] = 1; put(b); return a[n & 63] + b[0]; }
        int page(int n) { int a[6000]; use(a); return a[n]; }
        int choose(int n) {
          switch (n) { case 0: return helper(1); case 1: return 17; case 2: return 23; case 3: return data;
            case 4: return 99; case 5: put("x"); return 6; case 7: return 1000; }
          return 5; }
        int through(int (*f)(int), int x) { return f(x) + 1; }
        int tail(int (*f)(int), int x) { return f(x); }
        int get(int *f) { local++; data++; return local + other; }
        int factorial(int n) { return n <= 1 ? 1 : n * factorial(n - 1); }
        void four(int *p, int *q) { p[0] = q[0] + 1; p[1] = q[1] + 1; p[2] = q[2] + 1; p[3] = q[3] + 1; }
        double mixed(double a, float b) { return a * b + 1.5; }
        int small(void) { int t = 0; for (int i = 0; i < 6; i++) { t = t * 7 + i; put("t"); } return t; }
        int many(int *p, int n) { for (int i = 0; i < n; i++) if (p[i] > 3 && p[i] < 90) { p[i] = p[i] * 5 / n; use(p); } return n; }
        """;

    [Fact]
    public void An_option_changes_our_object_where_it_changes_clangs()
    {
        string[] all =
        [
            .. OptionTable
                .Clang.All.Where(o => o is { Destination: OptionDestination.Code, Verdict: OptionVerdict.Honoured })
                .SelectMany(o => Spelled.GetValueOrDefault(o.Name, [o.Name]))
                .Distinct(),
        ];
        Assert.True(all.Length > 80, $"only {all.Length} options");
        using ScratchFolder folder = new();
        folder.Write("p.c", Program);
        (string? ours, string? theirs) = Both(folder, 0, "");
        Assert.True(ours != null && theirs != null);
        ConcurrentBag<string> wrong = [];
        Parallel.For(
            0,
            all.Length,
            i =>
            {
                (string? our, string? their) = Both(folder, i + 1, all[i]);
                if (Effect(our, ours) != Effect(their, theirs))
                {
                    wrong.Add($"{all[i]}: ours {Effect(our, ours)}, clang's {Effect(their, theirs)}");
                }
            }
        );
        Assert.Equal([], wrong.Order(StringComparer.Ordinal));
    }

    private static string Effect(string? with, string? without) =>
        with == null ? "refused"
        : with == without ? "the same"
        : "another";

    private static (string? Ours, string? Theirs) Both(ScratchFolder folder, int number, string option)
    {
        string[] flags = $"{Base} {option}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string ours = folder.At($"ours{number}.o");
        string theirs = folder.At($"clang{number}.o");
        return (
            Of(ours, () => HostedCompiler.Compile(new HostedUnit(folder.Path, folder.At("p.c"), flags), ours)),
            Of(theirs, () => ObjectReader.ByClang(folder.At("p.c"), flags, theirs))
        );
    }

    /// <returns>Code, data and symbols of an object; null when there is none.</returns>
    private static string? Of(string path, Action make)
    {
        try
        {
            make();
        }
        catch (Exception refused) when (refused is PortException or Xunit.Sdk.XunitException)
        {
            return null;
        }

        return File.Exists(path) ? FileName().Replace(ObjectReader.Whole(path), "") : null;
    }

    [GeneratedRegex(@"\S*/(ours|clang)[0-9]+\.o")]
    private static partial Regex FileName();
}
