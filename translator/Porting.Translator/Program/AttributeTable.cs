using System.Collections.Frozen;
using Porting.Clang.Ast;
using Porting.Clang.Options;

namespace Porting.Translator.Program;

/// <summary>
/// What comes of each attribute that C may have: honoured, harmless for a reason, or refused with PORT3220. The table
/// is the text Attributes.txt of Porting.Clang, by clang's names; an attribute that is not there is refused.
/// </summary>
public static class AttributeTable
{
    public static IReadOnlyList<AttributeRow> Rows { get; } = AttributeRow.Read();

    private static readonly FrozenDictionary<string, string> Refused = Rows.Where(r =>
            r.Verdict == OptionVerdict.Refused
        )
        .ToFrozenDictionary(r => r.Kind, r => r.Reason);

    private static readonly FrozenSet<string> Known = Rows.Select(r => r.Kind).ToFrozenSet();

    /// <summary>The attributes of a declaration and of what stands in it: parameters, members, enumerators.</summary>
    public static void Check(Decl decl, List<PortDiagnostic> diagnostics)
    {
        Check(decl.Attributes, decl.Span, diagnostics);
        IEnumerable<Decl> parts = decl switch
        {
            FunctionDecl function => function.Parameters,
            RecordDecl record => record.Fields,
            EnumDecl enumeration => enumeration.Constants,
            _ => [],
        };
        foreach (Decl part in parts)
        {
            Check(part.Attributes, part.Span, diagnostics);
        }
    }

    public static void Check(IReadOnlyList<AttributeInfo> attributes, Span at, List<PortDiagnostic> diagnostics)
    {
        foreach (AttributeInfo attribute in attributes)
        {
            if (
                Refused.GetValueOrDefault(attribute.Kind, Known.Contains(attribute.Kind) ? "" : "unknown") is
                { Length: > 0 } reason
            )
            {
                diagnostics.Add(
                    PortDiagnostic.Error(
                        "PORT3220",
                        at.Location,
                        $"the attribute '{attribute.Name}' is not supported: {reason}"
                    )
                );
            }
        }
    }
}
