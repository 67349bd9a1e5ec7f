namespace Porting.Review;

/// <summary>What became of a C function.</summary>
public enum FunctionState
{
    /// <summary>Its C# is emitted by the translator.</summary>
    Generated,

    /// <summary>Handwritten C# stands in, ported from the C as it is now.</summary>
    Replaced,

    /// <summary>Handwritten C# stands in, but the C has changed since it was accepted.</summary>
    Stale,

    /// <summary>Handwritten C# says that the port has no such function, and why.</summary>
    Dropped,
}

/// <summary>One C function beside its C#.</summary>
/// <param name="Name">C name.</param>
/// <param name="CFile">Path below the source root.</param>
/// <param name="CLine">First line of the definition, from 1.</param>
/// <param name="CText">The definition as written.</param>
/// <param name="CSharpFile">Path below the repository, empty when dropped.</param>
/// <param name="CSharpLine">First line of the method, from 1.</param>
/// <param name="CSharpText">The method as written.</param>
/// <param name="State">What became of it.</param>
/// <param name="CDifference">For stale ones: unified difference between the accepted C and today's.</param>
public sealed record ReviewFunction(
    string Name,
    string CFile,
    int CLine,
    string CText,
    string CSharpFile,
    int CSharpLine,
    string CSharpText,
    FunctionState State,
    string CDifference
)
{
    /// <summary>Lines of the C# with the lines of the C that they came from; empty when nobody knows.</summary>
    public IReadOnlyList<(int CSharpLine, int CLine)> Lines { get; init; } = [];
}

/// <summary>All functions of a port, in C order within a file, files sorted by path.</summary>
public sealed record ReviewModel(string Title, IReadOnlyList<ReviewFunction> Functions)
{
    public IEnumerable<IGrouping<string, ReviewFunction>> ByFile =>
        Functions.GroupBy(f => f.CFile).OrderBy(g => g.Key, StringComparer.Ordinal);

    public int Count(FunctionState state) => Functions.Count(f => f.State == state);
}
