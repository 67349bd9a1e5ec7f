using Porting.Review;
using Porting.Translator.Handwritten;

namespace Porting.Cli.Review;

/// <summary>What handwritten C# says of a C definition: that it stands in for it, or that the port has none.</summary>
/// <param name="Replacement">The method, if it is one.</param>
/// <param name="Place">Where the C# says so.</param>
internal sealed record StandIn(string CFile, string Name, Replacement? Replacement, SourceLocation Place)
{
    /// <summary>All of a port, each definition once.</summary>
    public static IReadOnlyList<StandIn> Of(HandwrittenSources handwritten) =>
        [
            .. handwritten
                .Replacements.Select(r => new StandIn(r.CFile, r.Name, r, r.Place))
                .Concat(handwritten.Drops.Select(d => new StandIn(d.CFile, d.Name, null, d.Place)))
                .DistinctBy(s => (s.CFile, s.Name))
                .OrderBy(s => s.CFile, StringComparer.Ordinal)
                .ThenBy(s => s.Name, StringComparer.Ordinal),
        ];
}

/// <summary>A stand-in beside the C: as it was accepted, and as it is.</summary>
internal sealed record ReviewedStandIn(StandIn StandIn, AcceptedC Accepted, AcceptedC Now)
{
    /// <summary>What has changed since it was accepted.</summary>
    public IReadOnlyList<PartChange> Changes { get; } = Accepted.ChangesTo(Now);

    public bool WasNeverAccepted => Accepted.Parts.Count == 0 || StandIn.Replacement is { Hash: "" };

    /// <summary>The record is right, and the attribute names another.</summary>
    private bool IsAttributeOff => StandIn.Replacement != null && StandIn.Replacement.Hash != Accepted.Hash;

    public bool IsStale => WasNeverAccepted || Changes.Count > 0 || IsAttributeOff;

    /// <summary>What is stale about it, one line each, with the difference of the C.</summary>
    public IEnumerable<(string Words, string Difference)> Reasons =>
        WasNeverAccepted ? [("its C was never accepted", "")]
        : Changes.Count > 0 ? Changes.Select(c => (c.Words, c.Difference))
        : IsAttributeOff ? [("its attribute has the hash of another C than the accepted one", "")]
        : [];

    public PortDiagnostic Diagnostic(PortSeverity severity)
    {
        string[] words = [.. Reasons.Select(r => r.Words)];
        string more = words.Length > 1 ? $", and {words.Length - 1} more" : "";
        string what = StandIn.Replacement != null ? "stands in for" : "drops";
        string why = WasNeverAccepted ? "that was never accepted" : $"that has another meaning now: {words[0]}{more}";
        return new PortDiagnostic(
            "PORT8001",
            severity,
            StandIn.Place,
            $"'{StandIn.Name}' {what} C of {StandIn.CFile} {why}; 'port status' shows it, 'port accept' accepts it"
        );
    }
}
