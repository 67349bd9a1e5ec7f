using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;
using static Porting.Translator.Lower.LocalForms;

namespace Porting.Translator.Lower;

/// <summary><c>{ a, .x = b }</c> -> assignments part by part; <c>(T){ ... }</c> -> an unnamed local.</summary>
internal sealed class Initializers(FunctionScope scope) : Construct(scope)
{
    /// <summary>
    /// Assigns an initialiser to a place, part by part: aggregates are zeroed first when the list leaves anything out,
    /// as C11 6.7.9 says.
    /// </summary>
    public void Initialize(Ex place, CType type, Expr initializer, bool isZero)
    {
        if (type.Canonical is RecordType { Size: 0 })
        {
            Effects.HoistEffects(Strip(initializer) is InitListExpr empty ? empty.Elements : [initializer]);
            return;
        }

        Expr value = Strip(initializer);
        switch (value)
        {
            case InitListExpr list when type.Canonical is RecordType record:
                InitializeRecord(place, record, list, isZero);
                break;
            case InitListExpr list when type.Canonical is ArrayType array:
                InitializeArray(place, array, list, isZero);
                break;
            case StringLiteral text when type.Canonical is ArrayType array:
                long characters = text.Bytes.Length / text.CharWidth;
                Zero(place, array, isZero || characters >= array.Count);
                Ex length = Cs.Number(Math.Min(characters, array.Count) * text.CharWidth);
                Hoist(Cs.Call("rt.copy", [place, Literals.TextLiteral(text), length], CsType.None));
                break;
            case ImplicitValueInitExpr when type.Canonical is ArrayType all:
                Zero(place, all, isZero);
                break;
            case ImplicitValueInitExpr or NoInitExpr:
                break;
            case InitUpdateExpr update:
                Initialize(place, type, update.Base, isZero);
                Initialize(place, type, update.Update, isZero: true); // nothing is left out: the base has it
                break;
            default:
                if (type.Canonical is RecordType && Assignments.IsCopiedByCall(type) && IsPlace(value))
                {
                    HoistCopy(Cs.Unary("&", place, CsType.VoidPointer), Address(RecordPlace(value)), Written(type));
                }
                else
                {
                    Hoist(Cs.Assign(place, "=", To(Value(initializer), Canonical(type)).Wanted));
                }

                break;
        }
    }

    private void InitializeRecord(Ex place, RecordType record, InitListExpr list, bool isZero)
    {
        if (!isZero && LeavesOut(record, list))
        {
            HoistZero(Cs.Unary("&", place, CsType.VoidPointer), Cs.UnsignedSizeOf(Written(record)));
            isZero = true;
        }

        IReadOnlyList<FieldDecl> fields = Initialized(record, list);
        for (int i = 0; i < Math.Min(fields.Count, list.Elements.Count); i++)
        {
            Ex part = fields[i] is { IsAnonymous: true, IsBitField: false }
                ? place
                : Cs.Member(place, ".", Names.Field(fields[i]), Canonical(fields[i].Type));
            part = SeenTypes.Other(fields[i]) is { } declared ? SeenTypes.Seen(part, declared, fields[i].Type) : part;
            Initialize(part, fields[i].Type, list.Elements[i], isZero);
        }
    }

    private void InitializeArray(Ex place, ArrayType array, InitListExpr list, bool isZero)
    {
        if (
            list.Elements.Count == 1
            && Strip(list.Elements[0]) is StringLiteral text
            && array.Element.Canonical.Size == text.CharWidth
        )
        {
            Initialize(place, array, text, isZero);
            return;
        }

        bool leavesOut = list.Elements.Count < array.Count || list.Elements.Any(e => e is ImplicitValueInitExpr);
        Zero(place, array, isZero || !leavesOut);
        for (int i = 0; i < list.Elements.Count; i++)
        {
            Ex index = Cs.Number(i);
            Ex part = array.Element.Canonical is ArrayType inner
                ? Cs.Binary(
                    place,
                    "+",
                    Cs.Number(i * (inner.Size / Math.Max(1, InnermostSize(inner)))),
                    Prec.Additive,
                    place.Type
                )
                : Cs.Index(place, index, Canonical(array.Element));
            Initialize(part, array.Element, list.Elements[i], isZero || leavesOut);
        }
    }

    private void Zero(Ex place, ArrayType array, bool isDone)
    {
        if (!isDone)
        {
            HoistZero(place, Cs.Number(array.Size));
        }
    }

    public void HoistZero(Ex address, Ex size) => Hoist(Cs.Call("rt.zero", [address, size], CsType.None));

    /// <summary><c>rt.copy(to, from, (uint)sizeof(T));</c></summary>
    public void HoistCopy(Ex to, Ex from, CsType type) =>
        Hoist(Cs.Call("rt.copy", [to, from, Cs.UnsignedSizeOf(type)], CsType.None));

    /// <summary><c>(T){ ... }</c> inside a function: an unnamed local.</summary>
    public Ex CompoundLiteral(CompoundLiteralExpr literal)
    {
        CsType type = Canonical(literal.Type);
        if (!Locals.LiteralNames.TryGetValue(literal, out string? name))
        {
            name = NewTemporary();
        }

        Ex place = Cs.Name(name, type);
        if (literal.Type.Canonical is ArrayType)
        {
            // Its memory was taken at the top; each time round it is initialised anew.
        }
        else if (IsBoxed(literal))
        {
            place = Cs.Paren(Cs.Unary("*", Cs.Name(name, type.Pointer), type));
        }
        else
        {
            Hoist(literal.Type.Canonical is RecordType ? Locals.Uninitialized(type, name) : Cs.Declare(type, name));
        }

        Initialize(place, literal.Type, literal.Initializer, isZero: false);
        return place;
    }
}
