using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;

namespace Porting.Translator.Lower;

/// <summary>
/// Places whose type in C# is another one than the unit's: headers have given this unit a struct of its own
/// (<see cref="Versions"/>), and a member or a variable that all units share leads to the first unit's.
/// <c>v = a->b</c> -> <c>v = (b_unit*)a->b</c>; <c>a->b = v</c> -> <c>*(b_unit**)&amp;a->b = v</c>.
/// </summary>
internal sealed class SeenTypes(FunctionScope scope) : Construct(scope)
{
    /// <summary>A member's type in C#; null where it is the unit's.</summary>
    public CsType? Other(FieldDecl field) =>
        Names.FieldType(field) is { } declared && declared != Canonical(field.Type) ? declared : null;

    /// <summary>A variable's type in C#; null where it is the unit's.</summary>
    public CsType? Other(VarDecl variable, VariableEntity entity) =>
        !Context.Program.Versions.IsEmpty
        && entity.Decl.Type.Canonical is PointerType or ArrayType or RecordType
        && Canonical(entity.Decl.Type) is var declared
        && declared != Canonical(variable.Type)
            ? declared
            : null;

    /// <summary>A place as the unit sees it.</summary>
    public Ex Seen(Ex place, CsType declared, CType type)
    {
        CsType wanted = Canonical(type);
        return type.Canonical is ArrayType
            ? Cs.Cast(wanted, place with { Type = declared }) // the pointer to its first element
            : Cs.Unary(
                "*",
                Cs.Cast(wanted.Pointer, Cs.Unary("&", place with { Type = declared }, declared.Pointer)),
                wanted
            );
    }

    /// <summary>The same of a variable, which has its address from a property.</summary>
    public Ex Seen(VariableEntity entity, CsType declared, CType type)
    {
        Ex address = SeenAddress(entity, declared, type);
        return type.Canonical is ArrayType ? address : Cs.Unary("*", address, Canonical(type));
    }

    /// <summary>Where a variable is, as the unit sees it.</summary>
    public Ex SeenAddress(VariableEntity entity, CsType declared, CType type)
    {
        bool isArray = type.Canonical is ArrayType;
        Ex address = Cs.Name(Context.VariableAddress(entity, Class), isArray ? declared : declared.Pointer);
        return Cs.Cast(isArray ? Canonical(type) : Canonical(type).Pointer, address) with { IsStable = true };
    }

    /// <summary>The value of a place that is read once; null where its type is the unit's.</summary>
    public Ex? Loaded(Expr place) =>
        Strip(place) is MemberExpr { Type.Canonical: PointerType } member && Other(member.Field) is { } declared
            ? Cs.Cast(
                Written(place.Type),
                Members.MemberAccess(member, addressable: false) with
                {
                    Type = declared,
                }
            ) with
            {
                Type = Canonical(place.Type),
            }
            : null;
}
