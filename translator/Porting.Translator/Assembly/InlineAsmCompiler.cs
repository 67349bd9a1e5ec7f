using System.Globalization;
using Porting.Clang.Ast;
using Porting.Translator.Names;

namespace Porting.Translator.Assembly;

/// <summary>A method without a body that stands for an inline assembly statement.</summary>
/// <param name="Statement">What is expanded where the method is called.</param>
/// <param name="ReturnType">C# type of the result: that of output 0, int of <c>asm goto</c>, or void.</param>
/// <param name="ParameterTypes">C# types of the parameters, in the order of <see cref="AsmResult.Passing"/>.</param>
public sealed record AsmFunction(LlvmAssembly Statement, string ReturnType, IReadOnlyList<string> ParameterTypes);

/// <summary>What the compiler needs to know of the program around a statement.</summary>
/// <param name="TypeOf">C# type of an operand.</param>
/// <param name="SymbolOf">Linker symbol of a variable or function whose address is an immediate operand; null if it has
/// none.</param>
public sealed record AsmContext(Func<CType, string> TypeOf, Func<Decl, string?> SymbolOf);

/// <summary>The function, the way to pass its operands, and which of them returns through the result.</summary>
public sealed record AsmResult(AsmFunction Function, bool ReturnsFirstOutput, IReadOnlyList<AsmArgument> Passing);

/// <summary>
/// Inline assembly to methods that are expanded where they are called. Input: an <see cref="AsmStmt"/>. Output: LLVM's
/// assembly and a signature. The first output that lives in a register is the result, further outputs are stored through
/// addresses; inputs are values, memory operands are addresses. Of <c>asm goto</c> all outputs are stored, and the result
/// is the number of the label, from 1, or 0 where it goes on. What cannot be done right is a <see cref="PortException"/>
/// with PORT3201 at the statement.
/// Never: reorders or changes the template's instructions.
/// </summary>
public static class InlineAsmCompiler
{
    public static AsmResult Compile(AsmStmt statement, AsmContext context)
    {
        try
        {
            return new LlvmAssemblyWriter(statement, context, Plan(statement, context)).Write();
        }
        catch (FormatException exception)
        {
            throw Refuse(statement, exception.Message);
        }
    }

    private static PortException Refuse(AsmStmt statement, string reason) =>
        new(
            PortDiagnostic.Error(
                "PORT3201",
                statement.Span.Location,
                $"inline assembly cannot be carried over: {reason}"
            )
        );

    private static List<OperandPlan> Plan(AsmStmt statement, AsmContext context)
    {
        List<OperandPlan> plans = [];
        foreach (AsmOperand operand in statement.Outputs.Concat(statement.Inputs))
        {
            ConstraintSet constraint =
                ConstraintSet.Parse(operand.Constraint, out string problem)
                ?? throw new FormatException($"{problem} is not supported");
            plans.Add(
                new OperandPlan
                {
                    Index = plans.Count,
                    Operand = operand,
                    Constraint = constraint,
                    IsOutput = plans.Count < statement.Outputs.Count,
                }
            );
        }

        (string, int)[] names = [.. plans.Select(p => (p.Operand.Name, p.Index))];
        HashSet<int> named = statement.HasOperands ? AsmTemplate.References(statement.Template, names) : [];
        foreach (OperandPlan plan in plans)
        {
            Tie(plan, plans);
            plan.Place = Place(plan, named.Contains(plan.Index), context);
        }

        return plans;
    }

    private static void Tie(OperandPlan plan, List<OperandPlan> plans)
    {
        int to =
            plan.Constraint.MatchingName.Length > 0
                ? plans.FindIndex(p => p.Operand.Name == plan.Constraint.MatchingName)
                : plan.Constraint.Matching;
        if (plan.Constraint.MatchingName.Length == 0 && plan.Constraint.Matching < 0)
        {
            return;
        }

        if (to < 0 || to >= plans.Count || !plans[to].IsOutput)
        {
            throw new FormatException($"constraint \"{plan.Operand.Constraint}\" matches no output");
        }

        plans[to].Tied = plan;
        plan.IsTiedInput = true;
    }

    private static OperandPlace Place(OperandPlan plan, bool isNamed, AsmContext context)
    {
        ConstraintSet constraint = plan.Constraint;
        if (plan.IsTiedInput)
        {
            return OperandPlace.Register; // overwritten with the output's place when that is decided
        }

        if (constraint.Registers is [Register.Esp])
        {
            return OperandPlace.StackPointer;
        }

        if (constraint.AllowsImmediate && Immediate(plan.Operand, constraint, context) is { } immediate)
        {
            plan.Immediate = immediate;
            return OperandPlace.Immediate;
        }

        if (FloatPlace(plan) is { } place)
        {
            return place;
        }

        bool isFloat =
            plan.Operand.Value.Type.Canonical is BuiltinType
            {
                Kind: BuiltinKind.Float or BuiltinKind.Double or BuiltinKind.LongDouble
            };
        if (constraint.IsPair && plan.Size == 8)
        {
            return OperandPlace.Pair;
        }

        // A wide one has a pair of registers where the constraint leaves the choice; its name is that of the low one.
        bool isWide = plan.Size == 8 && (constraint.Registers.Count > 1 || constraint.IsVariables);
        if (constraint.IsPair || (constraint.Registers.Count > 0 && (plan.Size <= 4 || isWide) && !isFloat))
        {
            return plan.Size <= 4 || isWide
                ? OperandPlace.Register
                : throw new FormatException($"operand {plan.Index} of {plan.Size} bytes does not fit a register");
        }

        if (constraint.AllowsMemory)
        {
            return isNamed || Effects.Has(plan.Operand.Value) ? OperandPlace.Memory : OperandPlace.Unused;
        }

        if (constraint.AllowsImmediate && plan.Size <= 4 && !plan.IsOutput)
        {
            return OperandPlace.Constant;
        }

        throw new FormatException(
            $"operand {plan.Index} with constraint \"{plan.Operand.Constraint}\" has no place (more than 4 bytes)"
        );
    }

    /// <summary>A register of SSE for float, double and vectors of 16 bytes; the x87's stack for float, double and long
    /// double.</summary>
    private static OperandPlace? FloatPlace(OperandPlan plan)
    {
        ConstraintSet constraint = plan.Constraint;
        CType type = plan.Operand.Value.Type.Canonical;
        if (
            constraint.AllowsSse
            && type is BuiltinType { Kind: BuiltinKind.Float or BuiltinKind.Double } or VectorType { Size: 16 }
        )
        {
            return OperandPlace.Sse;
        }

        plan.FloatRegister = constraint.X87 == 'u' ? 1 : 0;
        return
            constraint.X87 != 0
            && type is BuiltinType { Kind: BuiltinKind.Float or BuiltinKind.Double or BuiltinKind.LongDouble }
            ? OperandPlace.X87
            : null;
    }

    private static string? Immediate(AsmOperand operand, ConstraintSet constraint, AsmContext context)
    {
        Expr value = operand.Value;
        if (value.Constant is { IsFloat: false } constant)
        {
            long bits = value.Type.Canonical.Size == 4 ? unchecked((int)constant.Bits) : constant.Bits;
            bool fits =
                constraint.ImmediateRange is not { } range
                || (constant.Bits >= range.Low && constant.Bits <= range.High);
            return fits ? Number(bits) : null;
        }

        if (operand.Address is not { } address || constraint.ImmediateRange != null)
        {
            return null;
        }

        string? symbol = address.Base == null ? "" : context.SymbolOf(address.Base);
        return symbol == null ? null
            : symbol.Length == 0 ? Number((int)address.Offset)
            : address.Offset == 0 ? symbol
            : symbol + address.Offset.ToString("+0;-0", CultureInfo.InvariantCulture);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
