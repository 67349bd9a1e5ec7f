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
            case ExprTag.InitList:
                return ReadInitList(reader, h);
            case ExprTag.ImplicitValue:
                return new ImplicitValueInitExpr { Span = h.Span, Type = h.Type };
            case ExprTag.CompoundLiteral:
                return new CompoundLiteralExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    IsLValue = h.IsLValue,
                    MacroName = h.MacroName,
                    IsFileScope = reader.Boolean(),
                    Id = reader.Count(),
                    Image = reader.Byte() == 1 ? ReadImage(reader) : null,
                    Initializer = ReadExpr(reader),
                };
            case ExprTag.TypeTrait:
                return new TypeTraitExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    Constant = h.Constant,
                    MacroName = h.MacroName,
                    Kind = (TypeTraitKind)reader.Byte(),
                    ArgumentType = Type(reader),
                    IsTypeWritten = reader.Boolean(),
                    Argument = (Expr?)OptionalStmt(reader),
                };
            case ExprTag.OffsetOf:
                return new OffsetOfExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    Constant = h.Constant,
                    MacroName = h.MacroName,
                    RecordType = Type(reader),
                    Steps = reader.Array(r => new OffsetOfStep((FieldDecl?)OptionalDecl(r), (Expr?)OptionalStmt(r))),
                };
            case ExprTag.VaArg:
                return new VaArgExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    IsLValue = h.IsLValue,
                    List = ReadExpr(reader),
                };
            case ExprTag.StmtExpr:
                return new StmtExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    MacroName = h.MacroName,
                    Body = (CompoundStmt)ReadStmt(reader),
                };
            case ExprTag.AddrLabel:
                return new AddrLabelExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    Label = MarkTaken((LabelDecl)_decls[reader.Count()]),
                };
            case ExprTag.Selection:
                return new SelectionExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    IsLValue = h.IsLValue,
                    Constant = h.Constant,
                    MacroName = h.MacroName,
                    Chosen = ReadExpr(reader),
                };
            case ExprTag.Atomic:
                return new AtomicExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    Op = reader.String(),
                    Operands = reader.Array(ReadExpr),
                };
            case ExprTag.InitUpdate:
                return new InitUpdateExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    Base = ReadExpr(reader),
                    Update = ReadExpr(reader),
                };
            case ExprTag.Imaginary:
                return new ImaginaryLiteral
                {
                    Span = h.Span,
                    Type = h.Type,
                    Operand = ReadExpr(reader),
                };
            case ExprTag.NoInit:
                return new NoInitExpr { Span = h.Span, Type = h.Type };
            case ExprTag.ShuffleVector:
                return new ShuffleVectorExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    Operands = reader.Array(ReadExpr),
                };
            case ExprTag.ConvertVector:
                return new ConvertVectorExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    Operand = ReadExpr(reader),
                };
            case ExprTag.VectorElement:
                return new VectorElementExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    IsLValue = h.IsLValue,
                    IsArrow = reader.Boolean(),
                    Elements = reader.Array(r => r.Count()),
                    Base = ReadExpr(reader),
                };
            case ExprTag.Unknown:
                return new UnknownExpr
                {
                    Span = h.Span,
                    Type = h.Type,
                    Constant = h.Constant,
                    ClangKind = reader.String(),
                };
            default:
                throw new InvalidDataException($"unknown expression tag {tag}");
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

        return new UnaryExpr
        {
            Span = h.Span,
            Type = h.Type,
            IsLValue = h.IsLValue,
            IsBitField = h.IsBitField,
            Constant = h.Constant,
            MacroName = h.MacroName,
            Op = op,
            Operand = operand,
        };
    }

    private static LabelDecl MarkTaken(LabelDecl label)
    {
        label.IsAddressTaken = true;
        return label;
    }

    private SubscriptExpr ReadSubscript(MessageReader reader, ExprHead h) =>
        new()
        {
            Span = h.Span,
            Type = h.Type,
            IsLValue = h.IsLValue,
            MacroName = h.MacroName,
            Base = ReadExpr(reader),
            Index = ReadExpr(reader),
        };

    private CallExpr ReadCall(MessageReader reader, ExprHead h)
    {
        string builtin = reader.String();
        bool isLibrary = reader.Boolean();
        FunctionDecl? target = (FunctionDecl?)OptionalDecl(reader);
        Expr callee = ReadExpr(reader);
        return new CallExpr
        {
            Span = h.Span,
            Type = h.Type,
            IsLValue = h.IsLValue,
            Constant = h.Constant,
            MacroName = h.MacroName,
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
        return new InitListExpr
        {
            Span = h.Span,
            Type = h.Type,
            IsLValue = h.IsLValue,
            Elements = elements,
            ArrayFiller = filler,
            UnionField = unionField,
            Fields = fields,
        };
    }
}
