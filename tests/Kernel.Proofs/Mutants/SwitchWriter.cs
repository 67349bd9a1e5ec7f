using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kernel.Proofs;

/// <summary>A method or accessor that has mistakes in it.</summary>
/// <param name="Number">Its number in what a run says that it reached.</param>
/// <param name="Name">File and member.</param>
/// <param name="Mutants">The numbers of its mistakes.</param>
internal sealed record SwitchedMember(int Number, string Name, IReadOnlyList<int> Mutants);

/// <summary>
/// Puts any number of mistakes into one program, behind a switch. A method with mistakes gets a copy of itself for each,
/// with that mistake alone, and a look at the switch in front of its own body:
/// <code>
/// uint Take() { BODY }  ->  uint Take() { if (Active != 0) switch (Active) { case 17: return Take__17(); } BODY }
///                           uint Take__17() { BODY with the mistake }
/// </code>
/// Copies need no types: whatever compiles in its place compiles in the copy. A constructor's copies stand in its own
/// body. Constants and initialisers of fields have no body; their mistakes cannot be switched.
/// </summary>
/// <param name="numbers">The numbers of members by name, those of overloads the same; it gets those that are
/// new.</param>
internal sealed class SwitchWriter(IDictionary<string, int> numbers)
{
    private const string Switch = "Mach.MutantSwitch";

    private readonly List<SwitchedMember> _members = [];
    private readonly HashSet<int> _unswitched = [];

    public IReadOnlyList<SwitchedMember> Members => _members;

    /// <summary>Mistakes with a part that is in no body.</summary>
    public IReadOnlySet<int> Unswitched => _unswitched;

    /// <summary>The text of a file with all its mistakes.</summary>
    public string Write(string file, string text, IEnumerable<(int Number, Edit Edit)> edits)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text).GetRoot();
        List<Edit> changes = [];
        foreach (var body in edits.GroupBy(e => BodyAround(root, e.Edit)))
            if (body.Key == null)
                _unswitched.UnionWith(body.Select(e => e.Number));
            else
                changes.AddRange(Switched(file, text, body.Key, [.. body.GroupBy(e => e.Number, e => e.Edit)]));
        return Edit.Apply(text, 0, text.Length, changes);
    }

    // The body, or the expression in its place, of the outermost method or accessor.
    private static SyntaxNode? BodyAround(SyntaxNode root, Edit edit)
    {
        SyntaxNode node = root.FindNode(new Microsoft.CodeAnalysis.Text.TextSpan(edit.Start, edit.Length));
        return node.AncestorsAndSelf()
            .LastOrDefault(n =>
                n
                    is BlockSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax }
                        or ArrowExpressionClauseSyntax
                        {
                            Parent: BaseMethodDeclarationSyntax
                                or AccessorDeclarationSyntax
                                or PropertyDeclarationSyntax
                                or IndexerDeclarationSyntax
                        }
            );
    }

    private IEnumerable<Edit> Switched(
        string file,
        string text,
        SyntaxNode body,
        IReadOnlyList<IGrouping<int, Edit>> mutants
    )
    {
        SyntaxNode owner = body.Parent!;
        string name = $"{file} {NameOf(owner)}";
        if (!numbers.TryGetValue(name, out int number))
            numbers.Add(name, number = numbers.Count);
        _members.Add(new SwitchedMember(number, name, [.. mutants.Select(m => m.Key)]));
        bool isConstructor = owner is ConstructorDeclarationSyntax;
        IEnumerable<string> copies = mutants.Select(m =>
            Edit.Apply(text, body.SpanStart, body.Span.Length, m) + (body is BlockSyntax ? "" : ";")
        );
        string cases = isConstructor
            ? string.Concat(mutants.Zip(copies, (m, copy) => $"case {m.Key}u: {copy} return; "))
            : string.Concat(mutants.Select(m => $"case {m.Key}u: {CallOf(owner, m.Key)} "));
        string look =
            $" if ({Switch}.Active != 0) {{ {Switch}.Reach({number}); switch ({Switch}.Active) {{ {cases}}} }} ";
        if (body is BlockSyntax block)
            yield return new Edit(file, block.OpenBraceToken.Span.End, 0, look);
        else
            yield return Opened(file, (ArrowExpressionClauseSyntax)body, owner, look);
        if (isConstructor)
            yield break;
        MemberDeclarationSyntax member = owner.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        string heads = string.Concat(mutants.Zip(copies, (m, copy) => $"\n{HeadOf(owner, m.Key)} {copy}"));
        yield return new Edit(file, member.Span.End, 0, heads);
    }

    // An expression in place of a body becomes a body.
    private static Edit Opened(string file, ArrowExpressionClauseSyntax arrow, SyntaxNode owner, string look)
    {
        string value = arrow.Expression.ToString();
        string last = arrow.Expression is ThrowExpressionSyntax || IsVoid(owner) ? $"{value};" : $"return {value};";
        string block = $"{{{look}{last} }}";
        int end = arrow.Span.End + 1; // with the semicolon
        return new Edit(
            file,
            arrow.SpanStart,
            end - arrow.SpanStart,
            owner is BasePropertyDeclarationSyntax ? $"{{ get {block} }}" : block
        );
    }

    private static string NameOf(SyntaxNode owner) =>
        owner switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            AccessorDeclarationSyntax accessor => NameOf(accessor.Parent!.Parent!),
            IndexerDeclarationSyntax => "Item",
            OperatorDeclarationSyntax => "Operator",
            _ => throw new NotSupportedException($"a mistake in a {owner.Kind()}"),
        };

    private static bool IsSetter(SyntaxNode owner) =>
        owner is AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.SetAccessorDeclaration };

    private static bool IsVoid(SyntaxNode owner) =>
        IsSetter(owner)
        || owner
            is ConstructorDeclarationSyntax
                or MethodDeclarationSyntax
                {
                    ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
                };

    private static BaseParameterListSyntax? ParametersOf(SyntaxNode owner) =>
        owner switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList,
            AccessorDeclarationSyntax { Parent.Parent: IndexerDeclarationSyntax indexer } => indexer.ParameterList,
            IndexerDeclarationSyntax indexer => indexer.ParameterList,
            _ => null,
        };

    private static TypeSyntax TypeOf(SyntaxNode owner) =>
        owner switch
        {
            MethodDeclarationSyntax method => method.ReturnType,
            OperatorDeclarationSyntax method => method.ReturnType,
            _ => owner.FirstAncestorOrSelf<BasePropertyDeclarationSyntax>()!.Type,
        };

    private static string CallOf(SyntaxNode owner, int number)
    {
        IEnumerable<string> arguments = (ParametersOf(owner)?.Parameters ?? []).Select(p =>
            $"{p.Modifiers.FirstOrDefault(m => m.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword)} {p.Identifier}"
        );
        string types = (owner as MethodDeclarationSyntax)?.TypeParameterList?.ToString() ?? "";
        string call =
            $"{NameOf(owner)}__{number}{types}({string.Join(", ", IsSetter(owner) ? arguments.Append("value") : arguments)});";
        if (IsVoid(owner))
            return call + " return;";
        return (TypeOf(owner) is RefTypeSyntax ? "return ref " : "return ") + call;
    }

    private static string HeadOf(SyntaxNode owner, int number)
    {
        MemberDeclarationSyntax member = owner.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        string modifiers = string.Join(
            ' ',
            member.Modifiers.Where(m =>
                m.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.ReadOnlyKeyword
            )
        );
        MethodDeclarationSyntax? method = owner as MethodDeclarationSyntax;
        string type = IsVoid(owner) ? "void" : TypeOf(owner).ToString();
        IEnumerable<string> parameters = (ParametersOf(owner)?.Parameters ?? []).Select(p =>
            p.WithAttributeLists([]).WithDefault(null).ToString()
        );
        if (IsSetter(owner))
            parameters = parameters.Append($"{TypeOf(owner)} value");
        return "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]"
            + $" private {modifiers} {type} {NameOf(owner)}__{number}{method?.TypeParameterList}"
            + $"({string.Join(", ", parameters)}) {method?.ConstraintClauses.ToString()}";
    }
}
