using System.Globalization;
using System.Text;
using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Program;

namespace Porting.Translator.Macros;

/// <summary>Small questions about trees.</summary>
internal static class TreeFacts
{
    /// <summary>An int in C that is 0 or 1 because it is an answer.</summary>
    public static bool IsAnswer(Expr expr) =>
        CForms.Strip(expr) switch
        {
            UnaryExpr { Op: UnaryOp.LogicalNot } => true,
            BinaryExpr { IsAnswer: true } => true,
            CastExpr
            {
                Kind: CastKind.IntegralCast,
                IsImplicit: true,
                Operand.Type.Canonical: BuiltinType { Kind: BuiltinKind.Bool }
            } => true,
            _ => false,
        };

    /// <summary>Two types with equal keys are one type in C#, also those of different units.</summary>
    public static string Key(CType type)
    {
        CType at = type.Canonical;
        return at switch
        {
            BuiltinType builtin => $"{Kind(builtin.Kind)}{(at.IsVolatile ? "v" : "")}",
            PointerType pointer => Key(pointer.Pointee) + "*",
            ArrayType array => $"{Key(array.Element)}[{array.Count}]",
            RecordType record => $"{{{Key((Decl)record.Decl)}}}",
            EnumType enumeration => Key(enumeration.Decl.IntegerType),
            FunctionType function =>
                $"{Key(function.Return)}({string.Join(',', function.Parameters.Select(Key))}{(function.IsVariadic ? "..." : "")}{(function.HasPrototype ? "" : "?")})",
            _ => at.GetType().Name,
        };
    }

    private static BuiltinKind Kind(BuiltinKind kind) =>
        kind switch
        {
            BuiltinKind.Long or BuiltinKind.WChar => BuiltinKind.Int,
            BuiltinKind.ULong or BuiltinKind.Char32 => BuiltinKind.UInt,
            BuiltinKind.Char => BuiltinKind.SChar,
            BuiltinKind.Char16 => BuiltinKind.UShort,
            _ => kind,
        };

    /// <summary>The same thing in all units; statics by their file.</summary>
    public static string Key(Decl decl) =>
        decl switch
        {
            FunctionDecl { Linkage: Linkage.External } or VarDecl { IsGlobal: true, Linkage: Linkage.External } =>
                decl.Name,
            RecordDecl { IsComplete: false } => "tag " + decl.Name,
            FieldDecl field => $"{(field.Owner == null ? "" : Key((Decl)field.Owner))}.{field.Name}#{field.Index}",
            EnumConstantDecl constant => PlaceOf(decl) + Of(constant.Enum?.Version ?? 0),
            _ => PlaceOf(decl) + Of(decl.Version),
        };

    private static string PlaceOf(Decl decl) =>
        string.Create(CultureInfo.InvariantCulture, $"{decl.File.Path}:{decl.Span.StartOffset}:{decl.Name}");

    /// <summary>One of several that a header declares at one place.</summary>
    private static string Of(ulong version) =>
        version == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"!{version:x}");

    /// <summary>Everything that decides what a body means, in a line of text: bodies with equal keys are the same
    /// method. Locals and parameters count by their number.</summary>
    public static string Key(FunctionDecl function)
    {
        StringBuilder key = new(Key(function.Type.Return));
        Dictionary<Decl, int> own = [];
        foreach (ParameterDecl parameter in function.Parameters)
        {
            own[parameter] = own.Count;
            key.Append(',').Append(Key(parameter.Type));
        }

        foreach (VarDecl local in BodyWalker.Decls(function.Body!).OfType<VarDecl>())
        {
            own[local] = own.Count;
        }

        Append(key, function.Body!, own);
        return key.ToString();
    }

    private static void Append(StringBuilder key, Stmt stmt, Dictionary<Decl, int> own)
    {
        key.Append('(').Append(stmt.GetType().Name);
        string Name(Decl decl) => own.TryGetValue(decl, out int number) ? $"local{number}" : Key(decl);
        key.Append(' ')
            .Append(
                stmt switch
                {
                    IntegerLiteral e => $"{e.Value} {e.Text}",
                    CharacterLiteral e => $"{e.Value} {e.Text}",
                    FloatingLiteral e => e.Value.ToString("R", CultureInfo.InvariantCulture),
                    StringLiteral e => $"{e.CharWidth} {Convert.ToHexString(e.Bytes)}",
                    DeclRefExpr e => Name(e.Decl),
                    UnaryExpr e => e.Op.ToString(),
                    BinaryExpr e => e.Op.ToString(),
                    CompoundAssignExpr e => $"{e.Op} {Key(e.ComputationLeftType)} {Key(e.ComputationResultType)}",
                    CastExpr e => $"{e.Kind} {e.IsImplicit}",
                    MemberExpr e => Key((Decl)e.Field),
                    CallExpr e => $"{e.Builtin} {(e.Target == null ? "" : Name(e.Target))} {e.Constant?.Bits}",
                    TypeTraitExpr e => $"{e.Kind} {Key(e.ArgumentType)} {e.Constant?.Bits}",
                    OffsetOfExpr e => $"{e.Constant?.Bits}",
                    AtomicExpr e => e.Op,
                    AsmStmt e => string.Join(
                        '\n',
                        e.Outputs.Concat(e.Inputs)
                            .Select(o => $"{o.Name}|{o.Constraint}")
                            .Prepend(e.Template)
                            .Concat(e.Clobbers)
                    ),
                    CaseStmt e => $"{e.LowValue} {e.HighValue}",
                    DeclStmt e => string.Join(
                        ',',
                        e.Decls.OfType<VarDecl>()
                            .Select(v => $"{own[v]}:{v.Name}:{Key(v.Type)}:{v.Initializer != null}")
                    ),
                    InitListExpr e => $"{e.Elements.Count} {(e.UnionField == null ? "" : e.UnionField.Name)}",
                    _ => "",
                }
            );
        if (stmt is Expr expr)
        {
            key.Append(' ').Append(Key(expr.Type)).Append(expr.MacroName);
        }

        foreach (Stmt child in stmt is TypeTraitExpr or OffsetOfExpr ? [] : BodyWalker.Children(stmt))
        {
            Append(key, child, own);
        }

        key.Append(')');
    }
}
