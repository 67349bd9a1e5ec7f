using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Lower;

/// <summary>
/// Types of several words, structs above all, of which one object may lie partly over another: as members of a union at
/// different offsets, or where pointers to other things are made pointers to them. The C# compiler makes one copy out
/// of
/// <c>t = u.a; u.b = t;</c> and out of <c>u.b = f(&amp;u.a)</c> when f is inlined, and copies piece by piece; C gives
/// both their sense (C11 6.5.16.1p3 leaves only <c>u.b = u.a</c> undefined).
/// <para>What is not seen: two <c>void *</c> that lead to one place.</para>
/// </summary>
internal sealed class SelfOverlap(IReadOnlyList<Decl> unit)
{
    private HashSet<string>? _types;

    public static readonly SelfOverlap None = new([]);

    /// <summary>Whether objects of the type may; one piece is enough for 1, 2 and 4 bytes, and for what has registers
    /// of its own.</summary>
    public bool IsPossible(CType type) => KeyOf(type.Canonical) is { } key && (_types ??= Find()).Contains(key);

    private static string? KeyOf(CType canonical) =>
        canonical switch
        {
            RecordType { Decl: { IsComplete: true, Size: not (0 or 1 or 2 or 4) } record } =>
                $"{record.File.Path}:{record.Span.StartOffset}:{record.Name}:{record.Ordinal}",
            ComplexType { Size: > 4 } => $"complex {canonical.Size}",
            BuiltinType { Kind: BuiltinKind.LongDouble } => "long double",
            _ => null,
        };

    private HashSet<string> Find()
    {
        HashSet<string> found = [];
        FunctionDecl[] functions = [.. unit.OfType<FunctionDecl>().Where(f => f.Body != null)];
        foreach (
            RecordDecl union in unit.Concat(functions.SelectMany(f => f.Locals))
                .OfType<RecordDecl>()
                .Where(r => r.IsUnion && r.IsComplete)
        )
        {
            List<Range> ranges = [];
            Collect(union, 0, ranges);
            found.UnionWith(ranges.Where(r => ranges.Any(r.Crosses)).Select(r => r.Type));
        }

        foreach (CastExpr cast in functions.SelectMany(f => BodyWalker.All(f.Body!)).OfType<CastExpr>())
        {
            if (
                cast.Type.Canonical is PointerType { Pointee.Canonical: var target }
                && KeyOf(target) is { } key
                && IsFromElsewhere(cast, key)
            )
            {
                found.Add(key);
            }
        }

        return found;
    }

    /// <summary>Objects of a type one behind the other, offsets in bytes.</summary>
    private readonly record struct Range(string Type, long Size, long From, long To)
    {
        public bool Crosses(Range other) =>
            Type == other.Type && From < other.To && other.From < To && (other.From - From) % Size != 0;
    }

    private static void Collect(RecordDecl record, long at, List<Range> ranges)
    {
        foreach (FieldDecl field in record.Fields)
        {
            CType type = field.Type.Canonical;
            while (type is ArrayType array)
            {
                type = array.Element.Canonical;
            }

            long offset = at + (field.BitOffset / 8);
            if (KeyOf(type) is { } key)
            {
                ranges.Add(new Range(key, type.Size, offset, offset + Math.Max(type.Size, field.Type.Canonical.Size)));
            }

            if (type is RecordType inner)
            {
                Collect(inner.Decl, offset, ranges);
            }
        }
    }

    /// <summary>From what is no pointer to the type; a plain <c>void *</c> is taken for what it is at once
    /// made.</summary>
    private static bool IsFromElsewhere(CastExpr cast, string target)
    {
        Expr from = cast.Operand;
        while (from is ParenExpr paren)
        {
            from = paren.Inner;
        }

        return from.Constant == null
            && from.Type.Canonical switch
            {
                PointerType { Pointee.Canonical: BuiltinType { Kind: BuiltinKind.Void } } => from is BinaryExpr,
                PointerType { Pointee.Canonical: var source } => KeyOf(source) != target,
                BuiltinType => true,
                _ => false,
            };
    }
}
