using System.Globalization;

namespace Porting.Campaigns.Kernels;

/// <summary>What came of a project.</summary>
public enum KernelVerdict
{
    Same,
    Differs,
    Failed,
    Skipped,
}

/// <summary>A line of the table.</summary>
/// <param name="ByPort">C units that the port compiled.</param>
/// <param name="ByC">C units that another compiler compiled in both builds.</param>
/// <param name="Reason">Why those were, or why the project was skipped or failed.</param>
/// <param name="Ours">Bytes of code and constants that the port made; 0 when there is no build.</param>
/// <param name="Theirs">The same by clang.</param>
/// <param name="Compared">What was run and compared.</param>
public sealed record KernelRow(
    string Project,
    int ByPort,
    int ByC,
    string Reason,
    long Ours,
    long Theirs,
    KernelVerdict Verdict,
    string Compared
)
{
    public static KernelRow Without(string project, KernelVerdict verdict, string reason) =>
        new(project, 0, 0, reason, 0, 0, verdict, "");

    public const string Head = "project    by port  by C   text (port / clang)      result";

    public override string ToString()
    {
        string size =
            Theirs == 0
                ? "-"
                : string.Create(CultureInfo.InvariantCulture, $"{Ours} / {Theirs} = {(double)Ours / Theirs:F2}");
        string reason = Reason.Length == 0 ? "" : $" [{Reason}]";
        return $"{Project, -10} {ByPort, 7} {ByC, 5}   {size, -24} {Verdict.ToString().ToLowerInvariant()}: {Compared}{reason}";
    }
}
