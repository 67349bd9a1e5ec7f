using System.Collections;

namespace Porting.Translator.CSharp;

/// <summary>Parts in order; equal to another list of equal parts.</summary>
internal sealed class NodeList<T>(params T[] parts) : IReadOnlyList<T>, IEquatable<NodeList<T>>
    where T : class
{
    public static readonly NodeList<T> Empty = new();

    public int Count => parts.Length;

    public T this[int index] => parts[index];

    /// <summary>With other parts in the places of these; itself where all of them are the same.</summary>
    public NodeList<T> Select(Func<T, T> change)
    {
        T[]? changed = null;
        for (int i = 0; i < parts.Length; i++)
        {
            T part = change(parts[i]);
            if (!ReferenceEquals(part, parts[i]))
            {
                changed ??= [.. parts];
                changed[i] = part;
            }
        }

        return changed == null ? this : new NodeList<T>(changed);
    }

    public bool Equals(NodeList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? other) => Equals(other as NodeList<T>);

    public override int GetHashCode() => parts.Aggregate(parts.Length, HashCode.Combine);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)parts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
