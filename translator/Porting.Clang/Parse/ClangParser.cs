using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

/// <summary>What the parser needs besides the commands.</summary>
/// <param name="Root">Absolute path of the source root: paths below it are reported relative to it, its comments and macros are kept.</param>
public sealed record ClangParserOptions(string Root)
{
    /// <summary>Path of porting-clang-export; by default beside this assembly.</summary>
    public string ExporterPath { get; init; } = Path.Combine(AppContext.BaseDirectory, "porting-clang-export");

    /// <summary>Arguments put in front of every command's own.</summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];

    /// <summary>Report clang's warnings; they say nothing about a translation.</summary>
    public bool ShowsWarnings { get; init; }

    /// <summary>Prefix for file names in messages, e.g. "original-c/".</summary>
    public string DisplayPrefix { get; init; } = "";
}

/// <summary>
/// Input: compile commands of C units. Output: typed C trees with clang's diagnostics. A crash of clang on one unit is PORT1090 for that unit alone. Never: writes files, prints, or
/// keeps state between calls.
/// </summary>
public sealed class ClangParser(ClangParserOptions options)
{
    /// <summary>Reading a message recurses as deep as the C nests.</summary>
    private const int StackBytes = 1 << 29;

    public TranslationUnit? Parse(CompileCommand command, List<PortDiagnostic> diagnostics)
    {
        using ExporterProcess exporter = new(options.ExporterPath);
        return Parse(exporter, command, diagnostics, out _);
    }

    /// <summary>The same by an exporter that goes on to the next unit, for whoever has thousands of small ones.</summary>
    public TranslationUnit? Parse(CompileCommand command, List<PortDiagnostic> diagnostics, ClangSession session)
    {
        TranslationUnit? unit = Parse(session.Exporter(options.ExporterPath), command, diagnostics, out bool died);
        if (died)
        {
            session.Dispose();
        }

        return unit;
    }

    /// <summary>Parses all units, several at once; the results are in the order of the commands, null for units with errors.</summary>
    public IReadOnlyList<TranslationUnit?> ParseAll(IReadOnlyList<CompileCommand> commands, int workers, List<PortDiagnostic> diagnostics)
    {
        TranslationUnit?[] units = new TranslationUnit?[commands.Count];
        List<PortDiagnostic>[] messages = [.. commands.Select(_ => new List<PortDiagnostic>())];
        PortException? failure = null;
        int next = -1;
        void Work()
        {
            ExporterProcess? exporter = null;
            try
            {
                for (int i = Interlocked.Increment(ref next); i < commands.Count; i = Interlocked.Increment(ref next))
                {
                    exporter ??= new ExporterProcess(options.ExporterPath);
                    units[i] = Parse(exporter, commands[i], messages[i], out bool died);
                    if (died)
                    {
                        exporter.Dispose();
                        exporter = null;
                    }
                }
            }
            catch (PortException exception)
            {
                failure = exception;
            }
            finally
            {
                exporter?.Dispose();
            }
        }

        Thread[] threads = [.. Enumerable.Range(0, Math.Max(1, Math.Min(workers, commands.Count))).Select(_ => new Thread(Work, StackBytes))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        diagnostics.AddRange(messages.SelectMany(m => m).Distinct());
        return failure == null ? units : throw failure;
    }

    private TranslationUnit? Parse(ExporterProcess exporter, CompileCommand command, List<PortDiagnostic> diagnostics, out bool died)
    {
        died = false;
        if (!File.Exists(command.AbsoluteFile))
        {
            diagnostics.Add(PortDiagnostic.Error("PORT1003", new SourceLocation(Display(command.AbsoluteFile), 0, 0), "file not found"));
            return null;
        }

        byte[]? answer = exporter.Request([options.Root, command.Directory, .. options.ExtraArguments, .. command.Arguments, .. options.ShowsWarnings ? (string[])[] : ["-w"]]);
        if (answer == null)
        {
            died = true;
            diagnostics.Add(PortDiagnostic.Error("PORT1090", new SourceLocation(Display(command.AbsoluteFile), 0, 0), "clang ended abnormally on this unit"));
            return null;
        }

        MessageReader reader = new(answer, 0, answer.Length);
        foreach (PortDiagnostic diagnostic in reader.Array(r => ReadDiagnostic(r, command)))
        {
            diagnostics.Add(diagnostic);
        }

        if (!reader.Boolean())
        {
            if (!diagnostics.Any(d => d.Severity == PortSeverity.Error))
            {
                diagnostics.Add(PortDiagnostic.Error("PORT1004", new SourceLocation(Display(command.AbsoluteFile), 0, 0), "clang gave no result for this command line"));
            }

            return null;
        }

        return new UnitReader(reader, options.Root, diagnostics).Read();
    }

    private PortDiagnostic ReadDiagnostic(MessageReader reader, CompileCommand command)
    {
        bool isError = reader.Boolean();
        bool isMissingInclude = reader.Boolean();
        string file = reader.Text();
        int line = reader.Count();
        int column = reader.Count();
        string message = reader.Text();
        string path = Display(file.Length == 0 ? command.AbsoluteFile : Path.GetFullPath(file, command.Directory));
        return new PortDiagnostic(isMissingInclude ? "PORT1002" : isError ? "PORT1001" : "PORT1100", isError ? PortSeverity.Error : PortSeverity.Warning, new SourceLocation(path, line, column), message);
    }

    private string Display(string absolute) => absolute.StartsWith(options.Root + "/", StringComparison.Ordinal) ? options.DisplayPrefix + absolute[(options.Root.Length + 1)..] : absolute;
}
