using System.Text;
using Porting.Clang.Ast;
using Porting.Translator.Names;

namespace Porting.Translator.Assembly;

/// <summary>A statement as LLVM has it (LangRef, "Inline Assembler Expressions"), and where each operand is among the
/// method's arguments.</summary>
/// <param name="Operands">In the order of the constraints: <c>r</c> the result, <c>*N</c> stored through argument N,
/// <c>@N</c> read through it, <c>&amp;N</c> the memory there, <c>N</c> argument N, <c>#N</c> a constant; behind a colon
/// LLVM's type, and behind a slash that of its register where it shares a larger operand's; <c>goto</c> a label. In
/// front <c>volatile</c> where it has effects beside its outputs.</param>
public sealed record LlvmAssembly(string Template, string Constraints, string Operands);

/// <summary>
/// One planned statement as LLVM's inline assembly, expanded where it stands, with registers of LLVM's choice. Input: the
/// operands with their kinds of places; immediates are part of the template. Output: a method without code.
/// </summary>
internal sealed class LlvmAssemblyWriter(AsmStmt statement, AsmContext context, IReadOnlyList<OperandPlan> plans)
{
    private readonly List<(OperandPlan Plan, AsmArgumentKind Kind)> _arguments = [];
    private readonly List<string> _constraints = [],
        _operands = [];
    private readonly Dictionary<OperandPlan, int> _numbers = [];

    public AsmResult Write()
    {
        bool isGoto = statement.Jumps.Count > 0;
        OperandPlan? result = isGoto ? null : plans.FirstOrDefault(p => p.IsOutput && !IsMemory(p) && IsWord(p));
        OperandPlan[] outputs = [.. plans.Where(p => p.IsOutput && !p.IsAbsent)];
        foreach (OperandPlan plan in outputs)
        {
            AddOutput(plan, plan == result);
        }

        foreach (OperandPlan plan in plans.Where(p => !p.IsOutput && !p.IsAbsent))
        {
            AddInput(plan);
        }

        foreach (OperandPlan plan in outputs.Where(p => p.IsReadWrite))
        {
            AddReadBack(plan, plan == result);
        }

        (string Name, string Text)[] labels = [.. statement.Jumps.Select(AddLabel)];
        AddClobbers();
        string template = statement.HasOperands
            ? new AsmTemplate(plans, Spell) { Labels = labels }.Expand(statement.Template)
            : AsmTemplate.Literal(statement.Template);
        bool isVolatile =
            isGoto || statement.IsVolatile || outputs.Length == 0 || statement.Clobbers.Any(c => c is "memory");
        LlvmAssembly native = new(
            template,
            string.Join(',', _constraints),
            string.Join(' ', (isVolatile ? (string[])["volatile"] : []).Concat(_operands))
        );
        return new AsmResult(
            new AsmFunction(
                native,
                isGoto ? "int"
                    : result == null ? "void"
                    : context.TypeOf(result.Operand.Value.Type),
                [.. _arguments.Select(a => TypeOf(a.Plan, a.Kind))]
            ),
            result is { Index: 0 },
            [.. _arguments.Select(a => new AsmArgument(a.Plan.Index, a.Kind, TypeOf(a.Plan, a.Kind)))]
        );
    }

    /// <summary>A label of <c>asm goto</c>, which is an operand, too.</summary>
    private (string Name, string Text) AddLabel(GotoStmt jump)
    {
        string text = $"${{{_constraints.Count}:l}}";
        _constraints.Add("!i");
        _operands.Add("goto");
        return (jump.Label.Name, text);
    }

    private static bool IsMemory(OperandPlan plan) => plan.Place is OperandPlace.Memory or OperandPlace.Unused;

    /// <summary>May be the method's result: C# has the type.</summary>
    private static bool IsWord(OperandPlan plan) =>
        plan is { Index: 0, Place: OperandPlace.Register or OperandPlace.Pair };

    private string TypeOf(OperandPlan plan, AsmArgumentKind kind) =>
        kind == AsmArgumentKind.InputValue ? context.TypeOf(plan.Operand.Value.Type) : "void*";

    private int Argument(OperandPlan plan, AsmArgumentKind kind)
    {
        int known = _arguments.IndexOf((plan, kind));
        if (known >= 0)
        {
            return known;
        }

        _arguments.Add((plan, kind));
        return _arguments.Count - 1;
    }

    private void AddOutput(OperandPlan plan, bool isResult)
    {
        _numbers[plan] = _constraints.Count;
        if (plan.Place == OperandPlace.Memory)
        {
            _constraints.Add("=*m");
            _operands.Add($"&{Argument(plan, AsmArgumentKind.InputAddress)}:{Bytes(plan)}");
            return;
        }

        string early = plan.Constraint.IsEarlyClobber ? "&" : "";
        _constraints.Add(
            plan.Constraint.Flag.Length > 0 ? $"={{@cc{plan.Constraint.Flag}}}" : $"={early}{Place(plan)}"
        );
        string type = Type(plan, plan.Tied);
        _operands.Add(isResult ? $"r:{type}" : $"*{Argument(plan, AsmArgumentKind.OutputAddress)}:{type}");
    }

    private void AddInput(OperandPlan plan)
    {
        _numbers[plan] = _constraints.Count;
        if (plan.Place == OperandPlace.Memory && !plan.IsTiedInput)
        {
            _constraints.Add("*m");
            _operands.Add($"&{Argument(plan, AsmArgumentKind.InputAddress)}:{Bytes(plan)}");
            return;
        }

        OperandPlan? output = plans.FirstOrDefault(p => p.Tied == plan);
        _constraints.Add(output == null ? Place(plan) : $"{_numbers[output]}");
        string sign = plan.Place == OperandPlace.Constant ? "#" : "";
        _operands.Add($"{sign}{Argument(plan, AsmArgumentKind.InputValue)}:{Type(plan, output)}");
    }

    /// <summary>The input half of an operand that is read and written.</summary>
    private void AddReadBack(OperandPlan plan, bool isResult)
    {
        if (plan.Place == OperandPlace.Memory)
        {
            _constraints.Add("*m");
            _operands.Add($"&{Argument(plan, AsmArgumentKind.InputAddress)}:{Bytes(plan)}");
            return;
        }

        _constraints.Add($"{_numbers[plan]}");
        _operands.Add(
            isResult
                ? $"{Argument(plan, AsmArgumentKind.InputValue)}:{Type(plan)}"
                : $"@{Argument(plan, AsmArgumentKind.OutputAddress)}:{Type(plan)}"
        );
    }

    private static string Bytes(OperandPlan plan) => $"b{plan.Size}";

    /// <summary>The type of an operand, and of the register that it shares: the larger one's, as clang has it
    /// (CodeGenFunction::EmitAsmStmt); above a smaller value are zeros.</summary>
    private static string Type(OperandPlan plan, OperandPlan? tied)
    {
        string own = Type(plan);
        string other = tied == null ? own : Type(tied);
        if (!IsInteger(own) || !IsInteger(other))
        {
            return plan.IsOutput ? own : other;
        }

        return tied != null && tied.Size > plan.Size ? $"{own}/{other}" : own;

        static bool IsInteger(string type) => type[0] == 'i';
    }

    private static string Type(OperandPlan plan) =>
        plan.Place switch
        {
            OperandPlace.X87 or OperandPlace.Sse => plan.Operand.Value.Type.Canonical switch
            {
                BuiltinType { Kind: BuiltinKind.Float } => "float",
                BuiltinType { Kind: BuiltinKind.Double } => "double",
                BuiltinType { Kind: BuiltinKind.LongDouble } => "x86_fp80",
                _ => "<4xi32>",
            },
            _ => $"i{plan.Size * 8}",
        };

    /// <summary>LLVM's letter or register for the place.</summary>
    private static string Place(OperandPlan plan)
    {
        if (plan.Place == OperandPlace.X87)
        {
            return plan.FloatRegister == 0 ? "{st}" : "{st(1)}";
        }

        if (plan.Place == OperandPlace.Sse)
        {
            return "x";
        }

        if (plan.Place == OperandPlace.Constant)
        {
            return $"{plan.Constraint.ImmediateLetter}";
        }

        if (plan.Place == OperandPlace.Pair || plan.Constraint.IsPair)
        {
            return "A";
        }

        IReadOnlyList<Register> allowed = plan.Constraint.Registers;
        if (allowed.Count == 1)
        {
            return $"{{{RegisterNames.Name(allowed[0], plan.Size == 8 ? 4 : 2)[1..]}}}";
        }

        return allowed.Contains(Register.Esi) ? "r" : "q";
    }

    private void AddClobbers()
    {
        foreach (string clobber in statement.Clobbers)
        {
            string name = clobber.TrimStart('%').ToLowerInvariant();
            _ = RegisterNames.FromClobber(clobber, out bool isKnown);
            _constraints.Add(
                isKnown ? $"~{{{name}}}" : throw new FormatException($"clobber \"{clobber}\" is not supported")
            );
        }

        _constraints.AddRange(["~{dirflag}", "~{fpsr}", "~{flags}"]);
    }

    /// <summary><c>$0</c>, <c>${1:b}</c>; an immediate is written out.</summary>
    private string Spell(OperandPlan plan, char modifier)
    {
        if (plan.Place == OperandPlace.Immediate)
        {
            string value = AsmTemplate.Literal(plan.Immediate);
            return modifier switch
            {
                'c' or 'P' or 'p' or 'a' => value,
                'n' => $"-({value})",
                _ => "$$" + value,
            };
        }

        if (plan.Place == OperandPlace.StackPointer)
        {
            return RegisterNames.Name(Register.Esp, modifier == 'w' ? 2 : 4);
        }

        if (modifier == 'z')
        {
            return plan.Size switch
            {
                1 => "b",
                2 => "w",
                _ => "l",
            };
        }

        if (!_numbers.TryGetValue(plan, out int number))
        {
            throw new FormatException($"operand {plan.Index} is named but has no place");
        }

        return modifier == '\0' ? $"${number}" : $"${{{number}:{modifier}}}";
    }

    /// <summary>Text of a C# string.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new();
        foreach (char c in text)
        {
            escaped.Append(
                c switch
                {
                    '\n' => "\\n",
                    '\t' => "\\t",
                    '\r' => "\\r",
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    _ => c.ToString(),
                }
            );
        }

        return escaped.ToString();
    }
}
