using System.Collections;

namespace Porting.Translator.CSharp;

/// <summary>Nodes in order; equal to another list of equal nodes.</summary>
internal sealed class NodeList(params Node[] nodes) : IReadOnlyList<Node>, IEquatable<NodeList>
{
    public static readonly NodeList Empty = new();

    public int Count => nodes.Length;

    public Node this[int index] => nodes[index];

    public bool Equals(NodeList? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? other) => Equals(other as NodeList);

    public override int GetHashCode() => nodes.Aggregate(nodes.Length, HashCode.Combine);

    public IEnumerator<Node> GetEnumerator() => ((IEnumerable<Node>)nodes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
