using System.Diagnostics;
using System.Text;
using Porting.Build.Compile;
using Porting.Build.Hosted;
using Porting.Clang.Parse;
using Porting.Hosted;
using Porting.Translator;

namespace Porting.Campaigns;

/// <summary>
/// Broken C. The tool may translate it or refuse it with diagnostics; anything else is a defect: an exception of
/// another kind, no diagnostic, C# that is none, an end that does not come. Of what is translated a share goes on to
/// the
/// C# compiler, and of that a share to the native one: what clang takes and we translate has to compile.
/// </summary>
public sealed class MutationCampaign(int seed, string folder, IReadOnlyList<CorpusFile> corpus)
{
    private const int CompiledShare = 3;
    private const int NativeShare = 20;

    /// <summary>Of wall time, far beyond what a small file takes on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _done,
        _translated,
        _refused,
        _compiled,
        _native,
        _defects;

    /// <param name="only">The number of one input to be tried alone and in full; null for all of them.</param>
    public int Run(int count, int jobs, int? only = null)
    {
        Directory.CreateDirectory(folder);
        if (only is { } number)
        {
            TryOne(number, count, new ClangSession()).Dispose();
            Console.WriteLine(
                $"mutants {number:d5}: {(_defects > 0 ? "a defect" : _translated > 0 ? "translated" : "refused with diagnostics")}"
            );
            return _defects == 0 ? 0 : 1;
        }

        int next = -1;
        Thread[] workers =
        [
            .. Enumerable
                .Range(0, jobs)
                .Select(_ => new Thread(() =>
                {
                    ClangSession session = new();
                    for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                    {
                        session = TryOne(i, count, session);
                    }

                    session.Dispose();
                })),
        ];
        Array.ForEach(workers, w => w.Start());
        Array.ForEach(workers, w => w.Join());
        Console.WriteLine(
            $"mutants: {count} inputs in {_watch.Elapsed.TotalSeconds:F0} s: {_translated} translated ({_compiled} of them compiled as C#, {_native} to machine code), {_refused} refused with diagnostics, {_defects} defects"
        );
        return _defects == 0 && _translated > 0 && _refused > 0 ? 0 : 1;
    }

    /// <returns>The session for the next one: a new one after something that does not end.</returns>
    private ClangSession TryOne(int number, int count, ClangSession session)
    {
        Random random = new(seed + number);
        CorpusFile source = corpus[random.Next(corpus.Count)];
        using WorkFolder work = new();
        string file = work.At("m.c");
        // Half a surrogate pair becomes a question mark; the default encoding would throw.
        File.WriteAllText(
            file,
            new Mutator(random.Next()).Break(source.Text, corpus[random.Next(corpus.Count)].Text),
            new UTF8Encoding(false)
        );
        Task<string?> attempt = Task.Factory.StartNew(
            () => Wrong(number, new HostedUnit(source.Directory, file, source.Flags), work, session),
            TaskCreationOptions.LongRunning
        );
        bool hasEnded = attempt.Wait(Patience);
        if ((hasEnded ? attempt.Result : "does not end") is { } wrong)
        {
            Interlocked.Increment(ref _defects);
            string kept = Path.Combine(folder, $"{number:d5}.c");
            File.Copy(file, kept, overwrite: true);
            File.WriteAllText(
                Path.ChangeExtension(kept, ".txt"),
                $"{wrong}\nflags: {string.Join(' ', source.Flags)}\ndirectory: {source.Directory}\n"
            );
            Console.WriteLine($"mutants {number:d5}: {wrong.Split('\n')[0]}");
        }

        if (Interlocked.Increment(ref _done) % 500 == 0)
        {
            Console.WriteLine(
                $"mutants: {_done} of {count} in {_watch.Elapsed.TotalSeconds:F0} s, {_translated} translated, {_defects} defects"
            );
        }

        return hasEnded ? session : new ClangSession();
    }

    private string? Wrong(int number, HostedUnit unit, WorkFolder work, ClangSession session)
    {
        try
        {
            TranslatorOutput translated = HostedCompiler.Translate(unit, [], session);
            Interlocked.Increment(ref _translated);
            if (number % CompiledShare == 0)
            {
                Compile(translated, work, isNative: number % NativeShare == 0);
            }

            return null;
        }
        catch (PortException refused) when (refused.Diagnostics.Any(d => d.Severity == PortSeverity.Error))
        {
            // C# that is none, or that the compilers refuse; and a crash of clang's front end.
            if (refused.Diagnostics.FirstOrDefault(d => d.Code is "PORT1090" || d.Code[4] is '4' or '5') is { } own)
            {
                return own.ToString();
            }

            Interlocked.Increment(ref _refused);
            return null;
        }
        catch (Exception defect)
        {
            return $"{defect.GetType().Name}: {defect.Message} {defect.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}\n{defect.StackTrace}";
        }
    }

    private void Compile(TranslatorOutput translated, WorkFolder work, bool isNative)
    {
        CSharpSource[] sources =
        [
            .. translated
                .Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) && f.Path != "Layout.g.cs")
                .Select(f => new CSharpSource(f.Path, f.Text)),
        ];
        if (isNative)
        {
            NativeObject.Build(
                new NativeObjectOptions(
                    sources,
                    [],
                    [
                        .. translated
                            .Files.Where(f => f.Path.EndsWith(".asm.S", StringComparison.Ordinal))
                            .Select(f => f.Text),
                    ],
                    HostedCompiler.TargetArguments,
                    work.Path,
                    work.At("out.o")
                )
            );
            Interlocked.Increment(ref _native);
        }
        else
        {
            CSharpCompiler.Compile(
                "u",
                [.. sources, .. HostedLibrary.Sources, .. HostedLibrary.TypesOf(sources).Select(t => t.Source)],
                []
            );
        }

        Interlocked.Increment(ref _compiled);
    }
}
