using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

/// <summary>What the parser needs besides the commands.</summary>
/// <param name="Root">Absolute path of the source root: paths below it are reported relative to it, its comments and
/// macros are kept.</param>
public sealed record ClangParserOptions(string Root)
{
    /// <summary>Path of porting-clang-export; by default beside this assembly.</summary>
    public string ExporterPath { get; init; } = DefaultExporterPath;

    internal static string DefaultExporterPath => Path.Combine(AppContext.BaseDirectory, "porting-clang-export");

    /// <summary>Arguments put in front of every command's own.</summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];

    /// <summary>Report clang's warnings; they say nothing about a translation.</summary>
    public bool ShowsWarnings { get; init; }

    /// <summary>Absolute paths of the units that the program consists of.</summary>
    public IReadOnlySet<string> Units { get; init; } = new HashSet<string>();

    /// <summary>Prefix for file names in messages, e.g. "original-c/".</summary>
    public string DisplayPrefix { get; init; } = "";
}

/// <summary>A part of a file, told from others of the same file by its hash.</summary>
public readonly record struct KnownPart(string Path, ulong Hash);

/// <summary>A unit to be parsed in parts; all of them, or those that no earlier unit has sent.</summary>
/// <param name="Known">Parts that earlier units have, beside those of this run.</param>
public sealed record PartsRequest(CompileCommand Command, bool IsComplete, IEnumerable<KnownPart> Known);

/// <summary>A unit as a message, with the files it was made of and the paths that were looked for in vain; no message
/// when it has errors.</summary>
public sealed record PartsAnswer(
    IReadOnlyList<PortDiagnostic> Diagnostics,
    IReadOnlyList<string> Read,
    IReadOnlyList<string> Absent,
    byte[]? Message
);

/// <summary>
/// Input: compile commands of C units. Output: typed C trees with clang's diagnostics. A crash of clang on one unit is
/// PORT1090 for that unit alone. Never: writes files, prints, or keeps state between calls but for what outlines have
/// in common.
/// </summary>
public sealed class ClangParser(ClangParserOptions options)
{
    /// <summary>Casts around outputs of inline assembly, which gcc takes for granted.</summary>
    public const string CastOutputs = "-fheinous-gnu-extensions";

    /// <summary>Extensions of GNU's and of newer C, about which gcc is silent where nobody asks for the
    /// standard.</summary>
    private static readonly string[] Unasked = ["-Wno-gnu", "-Wno-c23-extensions"];

    /// <summary>Warnings that gcc alone knows are no errors: <c>-Werror</c> is not about them.</summary>
    private const string UnknownWarnings = "-Wno-error=unknown-warning-option";

    private SharedParts _shared = new();

    public TranslationUnit? Parse(CompileCommand command, List<PortDiagnostic> diagnostics)
    {
        using ExporterProcess exporter = new(options.ExporterPath);
        return Parse(exporter, command, diagnostics, out _);
    }

    /// <summary>The same by an exporter that goes on to the next unit, for whoever has thousands of small
    /// ones.</summary>
    public TranslationUnit? Parse(CompileCommand command, List<PortDiagnostic> diagnostics, ClangSession session)
    {
        bool wasRunning = session.IsRunning;
        List<PortDiagnostic> found = [];
        TranslationUnit? unit = Parse(session.Exporter(options.ExporterPath), command, found, out bool died);
        if (died)
        {
            session.Dispose();
            if (wasRunning)
            {
                // It may have been ended while it waited, which is not this unit's fault.
                return Parse(command, diagnostics, session);
            }
        }

        diagnostics.AddRange(found);
        return unit;
    }

    /// <summary>Parses all units, several at once; the results are in the order of the commands, null for units with
    /// errors.</summary>
    public IReadOnlyList<TranslationUnit?> ParseAll(
        IReadOnlyList<CompileCommand> commands,
        int workers,
        List<PortDiagnostic> diagnostics
    )
    {
        TranslationUnit?[] units = new TranslationUnit?[commands.Count];
        List<PortDiagnostic>[] messages = [.. commands.Select(_ => new List<PortDiagnostic>())];
        ExporterPool.Run(
            options.ExporterPath,
            commands.Count,
            workers,
            (exporter, i) =>
            {
                units[i] = Parse(exporter, commands[i], messages[i], out bool died);
                return !died;
            }
        );
        diagnostics.AddRange(messages.SelectMany(m => m).Distinct());
        return units;
    }

    /// <summary>Parses units to messages, several at once, and hands each over when it is there (on the worker's
    /// thread, in no order). Units are begun in the order given, which settles who sends a header's part.</summary>
    public void ParseParts(IReadOnlyList<PartsRequest> requests, int workers, Action<int, PartsAnswer> take) =>
        ExporterPool.Run(
            options.ExporterPath,
            requests.Count,
            workers,
            (exporter, i) =>
            {
                PartsAnswer answer = ParseParts(exporter, requests[i], out bool died);
                take(i, answer);
                return !died;
            }
        );

    /// <summary>Asks units what definitions in them depend on, several at once; the answers are for
    /// <see cref="Dependencies.Read"/>.</summary>
    public void ParseDependencies(
        IReadOnlyList<DependenciesRequest> requests,
        int workers,
        Action<int, PartsAnswer> take
    ) =>
        ExporterPool.Run(
            options.ExporterPath,
            requests.Count,
            workers,
            (exporter, i) =>
            {
                string wanted = string.Join(' ', requests[i].Names.Prepend("dependencies"));
                take(i, Answer(exporter, requests[i].Command, wanted, out bool died));
                return !died;
            }
        );

    private PartsAnswer ParseParts(ExporterProcess exporter, PartsRequest request, out bool died)
    {
        if (!request.IsComplete)
        {
            exporter.Tell(request.Known);
        }

        return Answer(exporter, request.Command, request.IsComplete ? "all" : "parts", out died);
    }

    private PartsAnswer Answer(ExporterProcess exporter, CompileCommand command, string wanted, out bool died)
    {
        List<PortDiagnostic> diagnostics = [];
        MessageReader? reader = Ask(exporter, command, wanted, diagnostics, out died);
        if (reader == null)
        {
            return new PartsAnswer(diagnostics, [], [], null);
        }

        string[] read = reader.Array(r => r.Text());
        string[] absent = reader.Array(r => r.Text());
        return new PartsAnswer(diagnostics, read, absent, reader.Rest());
    }

    /// <summary>Makes a unit of a message. Files are looked at when their text is needed.</summary>
    public TranslationUnit Read(byte[] message, List<PortDiagnostic> diagnostics) =>
        new UnitReader(new MessageReader(message, 0, message.Length), options, diagnostics).Read();

    /// <summary>Makes an outline of a message, whole or itself an outline.</summary>
    public TranslationUnit ReadOutline(ArraySegment<byte> message, List<PortDiagnostic> diagnostics) =>
        OutlineReader(message, diagnostics).Read();

    /// <summary>Makes an outline of a whole message, and a smaller message that gives the same outline.</summary>
    public (TranslationUnit Unit, byte[] Message) Outlined(byte[] message, List<PortDiagnostic> diagnostics)
    {
        UnitReader reader = OutlineReader(message, diagnostics);
        return (reader.Read(), reader.Outline());
    }

    /// <summary>All outlines that have much in common are read: what is there to find it again goes.</summary>
    public void ForgetShared() => _shared = new SharedParts();

    private UnitReader OutlineReader(ArraySegment<byte> message, List<PortDiagnostic> diagnostics) =>
        new(
            new MessageReader(message.Array!, message.Offset, message.Offset + message.Count),
            options,
            diagnostics,
            _shared
        );

    private TranslationUnit? Parse(
        ExporterProcess exporter,
        CompileCommand command,
        List<PortDiagnostic> diagnostics,
        out bool died
    )
    {
        MessageReader? reader = Ask(exporter, command, "whole", diagnostics, out died);
        return reader == null ? null : new UnitReader(reader, options, diagnostics).Read();
    }

    /// <summary>Sends a request and reads the answer up to where the unit begins; null, and a diagnostic, when there is
    /// no unit.</summary>
    private MessageReader? Ask(
        ExporterProcess exporter,
        CompileCommand command,
        string wanted,
        List<PortDiagnostic> diagnostics,
        out bool died
    )
    {
        died = false;
        if (!File.Exists(command.AbsoluteFile))
        {
            diagnostics.Add(
                PortDiagnostic.Error(
                    "PORT1003",
                    new SourceLocation(Display(command.AbsoluteFile), 0, 0),
                    "file not found"
                )
            );
            return null;
        }

        byte[]? answer = exporter.Request([
            wanted,
            options.Root,
            command.Directory,
            CastOutputs,
            UnknownWarnings,
            .. command.Arguments.Any(a => a is "-pedantic" or "-pedantic-errors" or "-Wpedantic") ? [] : Unasked,
            .. options.ExtraArguments,
            .. command.Arguments,
            .. options.ShowsWarnings ? (string[])[] : ["-w", "-Qunused-arguments"],
        ]);
        if (answer == null)
        {
            died = true;
            diagnostics.Add(
                PortDiagnostic.Error(
                    "PORT1090",
                    new SourceLocation(Display(command.AbsoluteFile), 0, 0),
                    "clang ended abnormally on this unit"
                )
            );
            return null;
        }

        MessageReader reader = new(answer, 0, answer.Length);
        diagnostics.AddRange(reader.Array(r => ReadDiagnostic(r, command)));
        if (reader.Boolean())
        {
            return reader;
        }

        if (!diagnostics.Any(d => d.Severity == PortSeverity.Error))
        {
            diagnostics.Add(
                PortDiagnostic.Error(
                    "PORT1004",
                    new SourceLocation(Display(command.AbsoluteFile), 0, 0),
                    "clang gave no result for this command line"
                )
            );
        }

        return null;
    }

    private PortDiagnostic ReadDiagnostic(MessageReader reader, CompileCommand command)
    {
        bool isError = reader.Boolean();
        bool isMissingInclude = reader.Boolean();
        string file = reader.Text();
        int line = reader.Count();
        int column = reader.Count();
        string message = reader.Text();
        string printed = reader.Text();
        string path = Display(file.Length == 0 ? command.AbsoluteFile : Path.GetFullPath(file, command.Directory));
        return new PortDiagnostic(
            isMissingInclude ? "PORT1002"
                : isError ? "PORT1001"
                : "PORT1100",
            isError ? PortSeverity.Error : PortSeverity.Warning,
            new SourceLocation(path, line, column),
            message
        )
        {
            Printed = printed,
        };
    }

    private string Display(string absolute) =>
        absolute.StartsWith(options.Root + "/", StringComparison.Ordinal)
            ? options.DisplayPrefix + absolute[(options.Root.Length + 1)..]
            : absolute;
}
