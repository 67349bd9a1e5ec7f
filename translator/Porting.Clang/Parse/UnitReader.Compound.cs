using Porting.Clang.Ast;

namespace Porting.Clang.Parse;

/// <summary>Expressions with parts of several kinds.</summary>
internal sealed partial class UnitReader
{
    private Expr ReadCompound(MessageReader reader, ExprTag tag, ExprHead h)
    {
        switch (tag)
        {
            case ExprTag.Subscript:
                return ReadSubscript(reader, h);
            case ExprTag.Call:
                return ReadCall(reader, h);
            case ExprTag.TypeTrait:
                return new TypeTraitExpr(h)
                {
                    Kind = (TypeTraitKind)reader.Byte(),
                    ArgumentType = Type(reader),
                    IsTypeWritten = reader.Boolean(),
                    Argument = (Expr?)OptionalStmt(reader),
                };
            case ExprTag.OffsetOf:
                return new OffsetOfExpr(h)
                {
                    RecordType = Type(reader),
                    Steps = reader.Array(r => new OffsetOfStep((FieldDecl?)OptionalDecl(r), (Expr?)OptionalStmt(r))),
                };
            case ExprTag.VaArg:
                return new VaArgExpr(h.WithoutValue) { List = ReadExpr(reader) };
            case ExprTag.StmtExpr:
                return new StmtExpr(h.WithoutValue) { Body = (CompoundStmt)ReadStmt(reader) };
            case ExprTag.AddrLabel:
                return new AddrLabelExpr(h.WithoutValue) { Label = MarkTaken((LabelDecl)_decls[reader.Count()]) };
            case ExprTag.Selection:
                return new SelectionExpr(h) { Chosen = ReadExpr(reader) };
            case ExprTag.Atomic:
                return new AtomicExpr(h.WithoutValue) { Op = reader.String(), Operands = reader.Array(ReadExpr) };
            case ExprTag.Imaginary:
                return new ImaginaryLiteral(h.WithoutValue) { Operand = ReadExpr(reader) };
            case ExprTag.Unknown:
                return new UnknownExpr(h) { ClangKind = reader.String() };
            default:
                return ReadInitializer(reader, tag, h)
                    ?? ReadVector(reader, tag, h)
                    ?? throw new InvalidDataException($"unknown expression tag {tag}");
        }
    }

    private Expr? ReadInitializer(MessageReader reader, ExprTag tag, ExprHead h)
    {
        switch (tag)
        {
            case ExprTag.InitList:
                return ReadInitList(reader, h);
            case ExprTag.ImplicitValue:
                return new ImplicitValueInitExpr(h.WithoutValue);
            case ExprTag.CompoundLiteral:
                return new CompoundLiteralExpr(h.WithoutValue)
                {
                    IsFileScope = reader.Boolean(),
                    Id = reader.Count(),
                    Image = reader.Byte() == 1 ? ReadImage(reader) : null,
                    Initializer = ReadExpr(reader),
                };
            case ExprTag.InitUpdate:
                return new InitUpdateExpr(h.WithoutValue) { Base = ReadExpr(reader), Update = ReadExpr(reader) };
            case ExprTag.NoInit:
                return new NoInitExpr(h.WithoutValue);
            default:
                return null;
        }
    }

    private Expr? ReadVector(MessageReader reader, ExprTag tag, ExprHead h)
    {
        switch (tag)
        {
            case ExprTag.ShuffleVector:
                return new ShuffleVectorExpr(h.WithoutValue) { Operands = reader.Array(ReadExpr) };
            case ExprTag.ConvertVector:
                return new ConvertVectorExpr(h.WithoutValue) { Operand = ReadExpr(reader) };
            case ExprTag.VectorElement:
                return new VectorElementExpr(h.WithoutValue)
                {
                    IsArrow = reader.Boolean(),
                    Elements = reader.Array(r => r.Count()),
                    Base = ReadExpr(reader),
                };
            default:
                return null;
        }
    }

    private UnaryExpr ReadUnary(MessageReader reader, ExprHead h)
    {
        UnaryOp op = (UnaryOp)reader.Byte();
        Expr operand = ReadExpr(reader);
        if (op == UnaryOp.AddressOf && operand is DeclRefExpr { Decl: VarDecl variable })
        {
            variable.IsAddressTaken = true;
        }

        return new UnaryExpr(h) { Op = op, Operand = operand };
    }

    private static LabelDecl MarkTaken(LabelDecl label)
    {
        label.IsAddressTaken = true;
        return label;
    }

    private SubscriptExpr ReadSubscript(MessageReader reader, ExprHead h) =>
        new SubscriptExpr(h.WithoutValue) { Base = ReadExpr(reader), Index = ReadExpr(reader) };

    private CallExpr ReadCall(MessageReader reader, ExprHead h)
    {
        string builtin = reader.String();
        bool isLibrary = reader.Boolean();
        FunctionDecl? target = (FunctionDecl?)OptionalDecl(reader);
        Expr callee = ReadExpr(reader);
        return new CallExpr(h)
        {
            Builtin = builtin,
            IsLibraryBuiltin = isLibrary,
            Target = target,
            Callee = callee,
            Arguments = reader.Array(ReadExpr),
        };
    }

    private InitListExpr ReadInitList(MessageReader reader, ExprHead h)
    {
        Expr[] elements = reader.Array(r => (Expr)ReadStmt(r));
        Expr? filler = (Expr?)OptionalStmt(reader);
        FieldDecl? unionField = (FieldDecl?)OptionalDecl(reader);
        FieldDecl[] fields = reader.Array(r => (FieldDecl)_decls[r.Count()]);
        return new InitListExpr(h.WithoutValue)
        {
            Elements = elements,
            ArrayFiller = filler,
            UnionField = unionField,
            Fields = fields,
        };
    }
}
