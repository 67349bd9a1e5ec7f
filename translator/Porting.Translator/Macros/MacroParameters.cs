using Porting.Clang.Ast;
using Porting.Translator.Lower;

namespace Porting.Translator.Macros;

/// <summary>How a parameter of a macro becomes one of a method.</summary>
internal enum ParameterForm
{
    Value,

    /// <summary>The body only asks whether it is zero.</summary>
    Condition,

    /// <summary>The body needs the variable itself, not its value.</summary>
    Place,
}

/// <summary>A parameter, with the nodes that stand for it in the expansion; all have one type.</summary>
internal sealed record MacroParameter(string Name, ParameterForm Form, CType Type, IReadOnlyList<Expr> Uses)
{
    public Expr Argument => Uses[0];
}

/// <summary>What the nodes that stand for a parameter have in common: a value, a condition, or a variable.</summary>
internal static class MacroParameters
{
    /// <summary>A parameter in the form that fits all its uses; null when none does.</summary>
    public static MacroParameter? ParameterOf(string name, (Expr Root, IReadOnlyList<Stmt> Above)[] uses)
    {
        List<Expr>[] levels = [.. uses.Select(u => Levels(u.Root, u.Above))];
        if (levels.Any(l => l.Count == 0))
        {
            return PlaceOf(name, uses);
        }

        if (uses.Zip(levels).All(u => IsCondition(u.Second[^1], u.First.Above)))
        {
            return new MacroParameter(name, ParameterForm.Condition, Bool, [.. levels.Select(l => l[^1])]);
        }

        for (int i = levels[0].Count - 1; i >= 0; i--)
        {
            string key = TreeFacts.Key(levels[0][i].Type);
            Expr?[] same = [.. levels.Select(l => l.LastOrDefault(e => TreeFacts.Key(e.Type) == key))];
            if (same.All(e => e != null) && IsPassable(levels[0][i].Type))
            {
                return new MacroParameter(name, ParameterForm.Value, levels[0][i].Type, [.. same.Select(e => e!)]);
            }
        }

        return null;
    }

    public static readonly CType Bool = new BuiltinType
    {
        Kind = BuiltinKind.Bool,
        Spelling = "_Bool",
        Size = 1,
        Align = 1,
    };

    /// <summary>The nodes that could be the argument, inmost first: the value, and the conversions around it that lose
    /// nothing. None when the body needs a place.</summary>
    private static List<Expr> Levels(Expr root, IReadOnlyList<Stmt> above)
    {
        List<Expr> levels = [];
        Expr at = root;
        while (
            at
                is CastExpr
                {
                    IsImplicit: true,
                    Kind: not (
                        CastKind.LValueToRValue
                        or CastKind.ArrayToPointerDecay
                        or CastKind.FunctionToPointerDecay
                    )
                } cast
        )
        {
            levels.Insert(0, at);
            at = cast.Operand;
        }

        if (!at.IsLValue && at.Type.Canonical is not FunctionType)
        {
            levels.Insert(0, at);
        }

        for (int i = above.Count - 1; i >= 0 && above[i] is ParenExpr or CastExpr; i--)
        {
            Expr around = (Expr)above[i];
            bool isFirst = levels.Count == 0;
            bool becomesValue =
                around is CastExpr
                {
                    Kind: CastKind.LValueToRValue or CastKind.ArrayToPointerDecay or CastKind.FunctionToPointerDecay
                };
            if (around is CastExpr cast && !becomesValue && (isFirst || !Keeps(cast)))
            {
                break;
            }

            if (becomesValue || (!isFirst && around is CastExpr))
            {
                levels.Add(around);
            }
            else if (!isFirst)
            {
                levels[^1] = around; // parentheses belong to what they are around
            }
        }

        return levels;
    }

    private static bool Keeps(CastExpr cast) =>
        cast.Kind
            is CastKind.IntegralCast
                or CastKind.BitCast
                or CastKind.NoOp
                or CastKind.PointerToIntegral
                or CastKind.IntegralToPointer
                or CastKind.NullToPointer
        && cast.Type.Canonical.Size >= cast.Operand.Type.Canonical.Size;

    /// <summary>Records are passed as places alone.</summary>
    public static bool IsPassable(CType type) =>
        type.Canonical
            is PointerType
                or EnumType
                or BuiltinType
                {
                    Kind: not (
                        BuiltinKind.Void
                        or BuiltinKind.LongDouble
                        or BuiltinKind.Other
                        or BuiltinKind.Number
                        or BuiltinKind.VaList
                    )
                };

    /// <summary>Whether the node above only asks if it is zero.</summary>
    private static bool IsCondition(Expr level, IReadOnlyList<Stmt> above)
    {
        int index = above.Count - 1;
        while (
            index >= 0
            && (
                above[index] is ParenExpr
                || ReferenceEquals(above[index], level)
                || above[index]
                    is CastExpr
                    {
                        IsImplicit: true,
                        Kind: CastKind.IntegralToBoolean or CastKind.PointerToBoolean or CastKind.LValueToRValue
                    }
            )
        )
        {
            index--;
        }

        Stmt inside = index + 1 < above.Count ? above[index + 1] : level;
        return index >= 0
            && IsPassable(level.Type)
            && above[index] switch
            {
                UnaryExpr { Op: UnaryOp.LogicalNot } or BinaryExpr { Op: BinaryOp.LogicalAnd or BinaryOp.LogicalOr } =>
                    true,
                IfStmt s => ReferenceEquals(s.Condition, inside) || ReferenceEquals(s.Condition, level),
                ConditionalExpr e => ReferenceEquals(e.Condition, inside) || ReferenceEquals(e.Condition, level),
                _ => false,
            };
    }

    /// <summary>A parameter that stands for a variable, passed as the variable itself: it is looked at whenever the
    /// body says. Null when it stands for something else.</summary>
    public static MacroParameter? AsPlace(MacroParameter parameter)
    {
        Expr[] places = [.. parameter.Uses.Select(Innermost)];
        return places.All(IsVariable)
            ? new MacroParameter(
                parameter.Name,
                ParameterForm.Place,
                new PointerType
                {
                    Pointee = places[0].Type,
                    Size = 4,
                    Align = 4,
                },
                places
            )
            : null;
    }

    private static Expr Innermost(Expr use)
    {
        while (use is ParenExpr or CastExpr)
        {
            use = use is ParenExpr paren ? paren.Inner : ((CastExpr)use).Operand;
        }

        return use;
    }

    private static bool IsVariable(Expr place) =>
        CForms.Strip(place) is DeclRefExpr { Decl: ParameterDecl or VarDecl, IsLValue: true }
        && !place.IsBitField
        && !place.Type.IsVolatile
        && !place.Type.Canonical.Qualifiers.HasFlag(Qualifiers.Atomic)
        && (IsPassable(place.Type) || place.Type.Canonical is RecordType);

    /// <summary>A variable can be passed as a place; anything else as one would be looked up at another time than C
    /// does.</summary>
    private static MacroParameter? PlaceOf(string name, (Expr Root, IReadOnlyList<Stmt> Above)[] uses)
    {
        Expr[] places =
        [
            .. uses.Select(u => u.Root is CastExpr { Kind: CastKind.LValueToRValue } load ? load.Operand : u.Root),
        ];
        return places.All(IsVariable)
            ? new MacroParameter(
                name,
                ParameterForm.Place,
                new PointerType
                {
                    Pointee = places[0].Type,
                    Size = 4,
                    Align = 4,
                },
                places
            )
            : null;
    }
}
