using System.Runtime.CompilerServices;

namespace Kernel.Proofs;

/// <summary>A proof that does not hold: what was expected, and where.</summary>
public sealed class ProofFailure(string message) : Exception(message);

internal static class Check
{
    public static void That(bool condition, string what)
    {
        if (!condition)
            throw new ProofFailure(what);
    }

    /// <summary>The same with a text that is put together only when it is needed.</summary>
    public static void That(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref CheckText what)
    {
        if (!condition)
            throw new ProofFailure(what.Text());
    }
}

/// <summary>The text of a check that failed; empty for one that holds.</summary>
[InterpolatedStringHandler]
internal ref struct CheckText
{
    private DefaultInterpolatedStringHandler _inner;

    public CheckText(int literalLength, int formattedCount, bool condition, out bool isNeeded)
    {
        isNeeded = !condition;
        _inner = condition ? default : new DefaultInterpolatedStringHandler(literalLength, formattedCount);
    }

    public void AppendLiteral(string text) => _inner.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _inner.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string format) => _inner.AppendFormatted(value, format);

    public string Text() => _inner.ToStringAndClear();
}
