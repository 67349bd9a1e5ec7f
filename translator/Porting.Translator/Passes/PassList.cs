using Porting.Translator.CSharp;

namespace Porting.Translator.Passes;

/// <summary>
/// From lowered statements to those that are written: the passes in their order. Input: what the lowering gives, which
/// does what the C does. Holds after each pass: it still does. Passes that are <see cref="PassReason.Readable"/> can be
/// left out.
/// </summary>
internal sealed class PassList(IReadOnlyCollection<string> without, PassDump? dump)
{
    /// <summary>All passes, none left out.</summary>
    public static readonly PassList Whole = new([], null);

    private static IEnumerable<Pass> InOrder() =>
        [
            new JoinElseIf(),
            new UnwrapOnce(),
            // Behind UnwrapOnce, which gives blocks that merely group.
            new SpliceBlocks(),
            // Behind SpliceBlocks: what a header declares stands in front of the loop.
            new DeclareInHeaders(),
            new TurnNegations(),
            // Last: others may leave nothing behind a label.
            new CompleteLabels(),
        ];

    /// <summary>Names of the passes, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. InOrder().Select(p => p.Name)];

    /// <summary>Names of those that can be left out.</summary>
    public static IReadOnlyList<string> Readable { get; } =
    [.. InOrder().Where(p => p.Reason == PassReason.Readable).Select(p => p.Name)];

    private readonly Pass[] _passes =
    [
        .. InOrder().Where(p => p.Reason == PassReason.Right || !without.Contains(p.Name)),
    ];

    /// <param name="function">Says in a dump whose statements they are.</param>
    public Block Run(Block body, string function)
    {
        foreach (Pass pass in _passes)
        {
            body = pass.Run(body);
            dump?.Take(pass.Name, function, body);
        }

        return body;
    }
}
