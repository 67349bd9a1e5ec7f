using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Program;
using static Porting.Translator.Lower.Choices;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>c ? a : b</c> -> <c>c ? a : b</c>, or <c>if (c) { ...; t = a; } else { ...; t = b; }</c> in front of
/// the statement when an arm needs statements.</summary>
internal sealed class Conditionals(FunctionScope scope) : Construct(scope)
{
    public Ex Conditional(ConditionalExpr conditional)
    {
        CsType type = conditional.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void }
            ? CsType.None
            : Canonical(conditional.Type);
        if (type.IsNone)
        {
            return VoidConditional(conditional);
        }

        return ConditionalAs(conditional, type, e => To(Numeric(Value(e)), type));
    }

    public Ex ConditionalAs(ConditionalExpr conditional, CsType type, Func<Expr, Ex> lower)
    {
        Ex condition = Condition(conditional.Condition);
        (Ex whenTrue, List<Statement> beforeTrue) = Out.Captured(() => lower(conditional.Then));
        (Ex whenFalse, List<Statement> beforeFalse) = Out.Captured(() => lower(conditional.Else));
        return beforeTrue.Count + beforeFalse.Count == 0
            ? Choice(condition, whenTrue, whenFalse, type)
            : HoistChoice(condition, whenTrue, beforeTrue, whenFalse, beforeFalse, type);
    }

    /// <summary><c>T t; if (c) { ...; t = a; } else { ...; t = b; }</c></summary>
    private Ex HoistChoice(
        Ex condition,
        Ex whenTrue,
        List<Statement> beforeTrue,
        Ex whenFalse,
        List<Statement> beforeFalse,
        CsType type
    )
    {
        Ex name = Cs.Name(NewTemporary(), type) with { IsStable = true };
        Hoist(Cs.Declare(type, name.Text));
        Hoist(
            new IfStatement(
                condition.Node,
                Branch(beforeTrue, Cs.Assign(name, "=", whenTrue).Node),
                Branch(beforeFalse, Cs.Assign(name, "=", whenFalse).Node)
            )
        );
        return name;
    }

    /// <summary>A conditional for its effects: <c>if</c> in front of the statement.</summary>
    public Ex VoidConditional(ConditionalExpr conditional)
    {
        Ex condition = Condition(conditional.Condition);
        (Ex whenTrue, List<Statement> beforeTrue) = Out.Captured(() => Value(conditional.Then));
        (Ex whenFalse, List<Statement> beforeFalse) = Out.Captured(() => Value(conditional.Else));
        Hoist(
            new IfStatement(
                condition.Node,
                Branch(beforeTrue, Effects.Effect(whenTrue)),
                Branch(beforeFalse, Effects.Effect(whenFalse))
            )
        );
        return Ex.Nothing;
    }

    /// <summary>GNU <c>a ?: b</c>: a once.</summary>
    public Ex ConditionalWithoutMiddle(BinaryConditionalExpr conditional)
    {
        CsType type = Canonical(conditional.Type);
        CsType commonType = Canonical(conditional.Common.Type);
        Ex common = Save(To(Value(conditional.Common), commonType) with { Type = commonType });
        foreach (
            OpaqueValueExpr opaque in Program
                .BodyWalker.All(conditional.Then)
                .Concat(Program.BodyWalker.All(conditional.Condition))
                .OfType<OpaqueValueExpr>()
        )
        {
            Expressions.Opaque[opaque.SourceId] = common;
        }

        Ex condition = Condition(conditional.Condition);
        (Ex otherwise, List<Statement> before) = Out.Captured(() => To(Value(conditional.Else), type));
        Ex same = To(Value(conditional.Then), type);
        return before.Count == 0
            ? Choice(condition, same, otherwise, type)
            : HoistChoice(condition, same, [], otherwise, before, type);
    }

    public static Block Branch(List<Statement> before, Node? last) =>
        new(new([.. before, .. last == null ? Array.Empty<Statement>() : [new ExpressionStatement(last)]]));
}
