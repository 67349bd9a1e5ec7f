using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Porting.Hosted;

namespace Porting.Campaigns;

/// <summary>
/// Broken C: the corpus with bytes, tokens and lines deleted, doubled, exchanged, replaced, cut off. The tool may translate it or refuse it with diagnostics; anything else (an exception of another kind, no diagnostic) is a defect.
/// </summary>
public static partial class MutationCampaign
{
    private static readonly string[] Insertions = ["(", ")", "{", "}", "[", "]", ";", ",", "*", "&", "&&", "=", "==", "+", "++", "->", ".", "?", ":", "0", "-1", "1.5", "'a'", "\"s\"", "int", "void", "struct", "union", "enum", "static", "extern",
        "volatile", "sizeof", "goto", "return", "switch", "case 1:", "default:", "break", "for", "while", "do", "if", "else", "typedef", "_Atomic", "_Bool", "long double", "float", "__attribute__((packed))", "#", "#define X", "/*", "\\\n", "\0", "é", "0x", "1e", "..."];

    public static int Run(int count, int seed, int jobs, string folder, IReadOnlyList<string> corpus)
    {
        Stopwatch watch = Stopwatch.StartNew();
        int translated = 0;
        int refused = 0;
        int defects = 0;
        Directory.CreateDirectory(folder);
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i =>
        {
            Random random = new(seed + i);
            string text = Mutate(File.ReadAllText(corpus[random.Next(corpus.Count)]), random);
            using WorkFolder work = new();
            string file = work.At("m.c");
            File.WriteAllText(file, text);
            string? wrong = Try(file, ref translated, ref refused);
            if (wrong != null)
            {
                Interlocked.Increment(ref defects);
                File.Copy(file, Path.Combine(folder, $"{i:d5}.c"), overwrite: true);
                Console.WriteLine($"mutants {i:d5}: {wrong}");
            }
        });
        Console.WriteLine($"mutants: {count} inputs in {watch.Elapsed.TotalSeconds:F0} s: {translated} translated, {refused} refused with diagnostics, {defects} defects");
        return defects == 0 ? 0 : 1;
    }

    private static string? Try(string file, ref int translated, ref int refused)
    {
        try
        {
            HostedCompiler.Translate(new HostedUnit(Path.GetDirectoryName(file)!, file, []), []);
            Interlocked.Increment(ref translated);
            return null;
        }
        catch (PortException exception) when (exception.Diagnostics.Any(d => d.Severity == PortSeverity.Error))
        {
            Interlocked.Increment(ref refused);
            return exception.Diagnostics.FirstOrDefault(d => d.Code is "PORT4001" or "PORT1090") is { } own ? own.ToString() : null;
        }
        catch (Exception defect)
        {
            return $"{defect.GetType().Name}: {defect.Message} {defect.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}";
        }
    }

    /// <summary>One token in the place of another of its kind: the result is often still C, of a kind that nobody writes.</summary>
    private static void ExchangeTokens(StringBuilder mutant, Random random)
    {
        MatchCollection tokens = Tokens().Matches(mutant.ToString());
        if (tokens.Count < 2)
        {
            return;
        }

        Match target = tokens[random.Next(tokens.Count)];
        Match[] alike = [.. tokens.Where(t => char.IsLetter(t.Value[0]) == char.IsLetter(target.Value[0]) && char.IsDigit(t.Value[0]) == char.IsDigit(target.Value[0]))];
        string other = alike[random.Next(alike.Length)].Value;
        mutant.Remove(target.Index, target.Length).Insert(target.Index, other);
    }

    [GeneratedRegex("""[A-Za-z_]\w*|\d\w*|->|<<|>>|&&|\|\||[-+*/%&|^=!<>]=?""")]
    private static partial Regex Tokens();

    private static string Mutate(string text, Random random)
    {
        StringBuilder mutant = new(text);
        int changes = random.Next(1, 4);
        for (int i = 0; i < changes && mutant.Length > 4; i++)
        {
            int at = random.Next(mutant.Length - 1);
            int length = Math.Min(random.Next(1, random.Next(2, 60)), mutant.Length - at);
            switch (random.Next(12))
            {
                case 0:
                    mutant.Remove(at, length);
                    break;
                case 1:
                    mutant.Insert(at, mutant.ToString(at, length));
                    break;
                case 2:
                    mutant.Insert(at, " " + Insertions[random.Next(Insertions.Length)] + " ");
                    break;
                case 3:
                    mutant.Length = at;
                    break;
                case 4:
                    mutant[at] = (char)random.Next(1, 127);
                    break;
                case 5:
                    string piece = mutant.ToString(at, length);
                    mutant.Remove(at, length).Insert(random.Next(mutant.Length), piece);
                    break;
                case 6:
                    mutant[at] = mutant[random.Next(mutant.Length)];
                    break;
                default:
                    ExchangeTokens(mutant, random);
                    break;
            }
        }

        return mutant.ToString();
    }
}
