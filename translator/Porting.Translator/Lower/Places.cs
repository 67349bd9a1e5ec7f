using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;
using static Porting.Translator.Lower.LocalForms;

namespace Porting.Translator.Lower;

/// <summary>Variables and what pointers lead to -> their names, <c>*p</c>, <c>&amp;x</c>; volatile ones are read as
/// often as C says.</summary>
internal sealed class Places(FunctionScope scope) : Construct(scope)
{
    /// <summary><c>&amp;place</c>, typed as the pointer that C has.</summary>
    public Ex AddressOf(Expr place)
    {
        place = Strip(place);
        CsType type = PointerTo(place.Type);
        if (KnownAddress(place) is { } known)
        {
            return At(known, type);
        }

        switch (place)
        {
            case DeclRefExpr { Decl: FunctionDecl }:
                return Value(place);
            case DeclRefExpr { Decl: VarDecl local } when IsBoxed(local):
                return Cs.Name(LocalNames.Of(local), type) with { IsStable = true };
            case DeclRefExpr { Decl: ParameterDecl parameter }
                when Scope.Stacked.TryGetValue(parameter, out string? at):
                return Cs.Name(at, type) with { IsStable = true };
            case DeclRefExpr { Decl: VarDecl { IsGlobal: true } variable }:
                VariableEntity shared = Context.Program.Variable(variable);
                return SeenTypes.Other(variable, shared) is { } declared
                    ? SeenTypes.SeenAddress(shared, declared, variable.Type)
                    : Cs.Name(Context.VariableAddress(shared, Class), type) with
                    {
                        IsStable = true,
                    };
            case UnaryExpr { Op: UnaryOp.Deref } deref:
                return Value(deref.Operand);
            case UnaryExpr { Op: UnaryOp.Real or UnaryOp.Imag } part when IsComplex(part.Operand.Type):
                return Cs.Unary(
                    "&",
                    Cs.Member(
                        AddressOf(part.Operand),
                        "->",
                        part.Op == UnaryOp.Real ? "real" : "imag",
                        Canonical(part.Type)
                    ),
                    type
                );
            case SubscriptExpr { Type.Canonical: not ArrayType } subscript:
                return Cs.Unary("&", Members.Subscript(subscript, isFollowed: false), type);
            case MemberExpr member when member.Type.Canonical is not ArrayType:
                return Cs.Unary("&", Members.Member(member, addressable: true), type);
            case MemberExpr member:
                return Members.Member(member, addressable: true);
            case CastExpr { Kind: CastKind.NoOp } cast:
                return AddressOf(cast.Operand);
            case CompoundLiteralExpr literal:
                Ex value = Value(literal);
                return literal.Type.Canonical is ArrayType ? value : Cs.Unary("&", value, type);
            case StringLiteral or { Type.Canonical: ArrayType }:
                return Value(place);
            default:
                return Cs.Unary("&", Value(place), type);
        }
    }

    private static Ex At(long address, CsType type) =>
        Cs.Cast(type, Cs.Number((uint)address, CsType.UInt, address is >= 0 and <= int.MaxValue ? "" : "u")) with
        {
            IsStable = true,
        };

    public Ex Reference(DeclRefExpr reference)
    {
        switch (reference.Decl)
        {
            case EnumConstantDecl constant:
                return EnumConstant(constant);
            case FunctionDecl function:
                FunctionEntity named = Context.Program.Function(function);
                return Cs.Name(
                    Names.FunctionAddress(named, Class),
                    CsType.Of(Names.FunctionPointer(named.Decl.Type))
                ) with
                {
                    IsStable = true,
                };
            case VarDecl { IsGlobal: true } variable:
                VariableEntity entity = Context.Program.Variable(variable);
                if (entity.IsDropped)
                {
                    Error(
                        "PORT2021",
                        reference,
                        $"'{variable.Name}' is dropped by handwritten code, but this translated code still uses it"
                    );
                }

                if (SeenTypes.Other(variable, entity) is { } declared)
                {
                    return SeenTypes.Seen(entity, declared, variable.Type);
                }

                return Cs.Name(Unhidden(Names.Variable(entity, Class), entity.ClassName), Canonical(variable.Type)) with
                {
                    IsStable = variable.Type.Canonical is ArrayType,
                };
            case VarDecl local when IsBoxed(local):
                return Deref(LocalNames.Of(local), reference.Type);
            case ParameterDecl parameter when Scope.Stacked.TryGetValue(parameter, out string? place):
                return Deref(place, reference.Type);
            default:
                return Cs.Name(LocalNames.Of(reference.Decl), Canonical(reference.Type)) with
                {
                    IsStable = reference.Type.Canonical is ArrayType,
                };
        }
    }

    /// <summary>A variable that its name is a pointer to.</summary>
    private Ex Deref(string pointer, CType type)
    {
        CsType canonical = Canonical(type);
        return Cs.Unary("*", Cs.Name(pointer, canonical.Pointer), canonical);
    }

    /// <summary>An enumerator by its name: a member, or a constant of the function. Where the enumeration stands in
    /// neither (inside a parameter list or a struct of the function), its value.</summary>
    private Ex EnumConstant(EnumConstantDecl constant)
    {
        CsType type = Canonical(constant.Type);
        string? name =
            LocalNames.IsNamed(constant) ? LocalNames.Of(constant)
            : ProgramNames.IsMember(constant)
                ? Unhidden(
                    Names.EnumConstant(constant, Class),
                    Context.Program.FileOf(constant.File)?.ClassName ?? "Foreign"
                )
            : null;
        return name == null
            ? Literals.Literal(constant.Value, constant.Type)
            : Cs.Name(name, type) with
            {
                Const = type == CsType.Bool ? null : constant.Value,
                IsStable = true,
            };
    }

    /// <summary>A member by its simple name, unless a local of this function hides it: C's scopes are smaller than
    /// C#'s.</summary>
    public string Unhidden(string member, string ofClass) =>
        !member.Contains('.') && LocalNames.IsTaken(member) ? $"{ofClass}.{member}" : member;

    /// <summary>Reading a place; volatile ones through Volatile, so that the compiler reads as often as C
    /// says.</summary>
    public Ex Load(Expr place)
    {
        if (IsAtomic(place.Type) && place.Type.Canonical is not ArrayType)
        {
            return Atomics.AtomicCall("load", place.Type, AddressOf(place));
        }

        if (!place.Type.IsVolatile || place.IsBitField)
        {
            return SeenTypes.Loaded(place) ?? Value(place);
        }

        CsType type = Canonical(place.Type);
        return type.IsAnyPointer
                ? Cs.Cast(Written(place.Type), Cs.ReadVolatile(Cs.WordAt(AddressOf(place)), CsType.UInt)) with
                {
                    Type = type,
                }
            : IsReadAtOnce(type) ? Cs.ReadVolatile(Value(place), type)
            : Value(place);
    }

    /// <summary>An array as the pointer to its first element; string literals and array members are that
    /// already.</summary>
    public Ex Decayed(Expr array)
    {
        Expr inner = Strip(array);
        if (NamedArray(inner) is { Decl: VarDecl variable })
        {
            VariableEntity entity = Context.Program.Variable(variable);
            if (SeenTypes.Other(variable, entity) is { } declared)
            {
                return SeenTypes.SeenAddress(entity, declared, variable.Type);
            }

            return Value(inner) with
            {
                Node = new NameNode(Unhidden(Context.VariableAddress(entity, Class), entity.ClassName)),
            };
        }

        if (KnownAddress(inner) is { } known)
        {
            CType element = ((ArrayType)inner.Type.Canonical).Element;
            while (element.Canonical is ArrayType rows)
            {
                element = rows.Element;
            }

            return At(known, PointerTo(element));
        }

        return inner is MemberExpr member ? Members.Member(member, addressable: true) : Value(inner);
    }

    /// <summary>A place that can be written twice: finding it happens once, in front of the statement where it
    /// does anything.</summary>
    public Ex FoundOnce(Expr place) =>
        !EvaluationOrder.HasEffect(place) ? Value(place)
        : place.IsBitField ? FieldFoundOnce(place)
        : Cs.Unary("*", Save(AddressOf(place) with { Type = PointerTo(place.Type) }), Canonical(place.Type));

    /// <summary>A bit-field, which has no address: that of its struct is saved.</summary>
    public Ex FieldFoundOnce(Expr field)
    {
        MemberExpr member = (MemberExpr)Strip(field);
        (Expr owner, bool isArrow) = Members.HolderOf(member);
        Expr holder = Strip(owner is CastExpr { Kind: CastKind.LValueToRValue } load ? load.Operand : owner);
        if (
            holder is DeclRefExpr { Decl: ParameterDecl or VarDecl { IsGlobal: false } }
            || (!isArrow && Strip(owner) is DeclRefExpr)
        )
        {
            return Value(field);
        }

        Ex pointer = Save(isArrow ? Value(owner) : AddressOf(owner));
        return Members.Access(
            pointer,
            "->",
            Names.Field(member.Field),
            FieldShape.BitField,
            Canonical(member.Field.Type)
        );
    }
}
