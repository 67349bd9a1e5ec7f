using Porting.Build;
using Porting.Clang.Parse;
using Porting.Cli.Cache;
using Porting.Translator.Handwritten;
using Porting.Translator.Output;

namespace Porting.Cli.Review;

/// <summary>Which stand-ins are stale, in the state that an emit has left; kept, so that it is looked into once for each
/// state.</summary>
internal static class StaleVerdict
{
    private const string Format = "stale 1";

    /// <summary>A warning for each stale one.</summary>
    /// <param name="stamp">Of the last emit; it is current.</param>
    /// <param name="handwritten">What the handwritten C# says, if somebody has read it already.</param>
    public static IReadOnlyList<PortDiagnostic> Of(
        Workspace workspace,
        IReadOnlyList<CompileCommand> commands,
        EmitStamp stamp,
        HandwrittenSources? handwritten = null
    )
    {
        string path = Path.Combine(workspace.Project.ArtifactsPath, "cache", "stale");
        string key = StepCache.HashOf([Format, stamp.Mark, .. Accepted(workspace)]);
        if (Kept(path, key) is { } kept)
        {
            return kept;
        }

        handwritten ??= new HandwrittenSources(workspace.HandwrittenFiles(), []);
        IReadOnlyList<PortDiagnostic> stale = Fresh(workspace, commands, handwritten);
        SealedFile.Write(path, BinaryLists.Written(writer => Write(writer, key, stale)));
        return stale;
    }

    /// <summary>The same in any state.</summary>
    public static IReadOnlyList<PortDiagnostic> Fresh(
        Workspace workspace,
        IReadOnlyList<CompileCommand> commands,
        HandwrittenSources handwritten
    ) =>
        [
            .. StandInReview
                .Of(workspace, commands, StandIn.Of(handwritten))
                .Where(s => s.IsStale)
                .Select(s => s.Diagnostic(PortSeverity.Warning)),
        ];

    private static IEnumerable<string> Accepted(Workspace workspace) =>
        Workspace
            .Files(StandInReview.FolderOf(workspace), "*.c")
            .SelectMany(f => new[] { workspace.Relative(f), StepCache.HashOfFile(f) });

    private static PortDiagnostic[]? Kept(string path, string key)
    {
        if (SealedFile.Read(path) is not { } entry)
        {
            return null;
        }

        using BinaryReader reader = new(SealedFile.Stream(entry));
        return reader.ReadString() == key
            ? reader.Many(r => new PortDiagnostic(
                r.ReadString(),
                PortSeverity.Warning,
                new SourceLocation(r.ReadString(), r.ReadInt32(), r.ReadInt32()),
                r.ReadString()
            ))
            : null;
    }

    private static void Write(BinaryWriter writer, string key, IReadOnlyList<PortDiagnostic> stale)
    {
        writer.Write(key);
        writer.Many(
            stale,
            d =>
            {
                writer.Write(d.Code);
                writer.Write(d.Location.File);
                writer.Write(d.Location.Line);
                writer.Write(d.Location.Column);
                writer.Write(d.Message);
            }
        );
    }
}
