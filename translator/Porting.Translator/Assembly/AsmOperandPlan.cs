using Porting.Clang.Ast;

namespace Porting.Translator.Assembly;

/// <summary>Where an operand of inline assembly lives while the template runs.</summary>
internal enum OperandPlace
{
    Register,
    Pair,

    /// <summary>A register of SSE.</summary>
    Sse,

    /// <summary>Place 0 or 1 of the x87's stack.</summary>
    X87,
    Memory,
    Immediate,

    /// <summary>A memory operand that the template never names: nothing is passed for it.</summary>
    Unused,
}

/// <summary>One operand with its decided place. Index counts outputs first, then inputs.</summary>
internal sealed class OperandPlan
{
    public required int Index { get; init; }
    public required AsmOperand Operand { get; init; }
    public required ConstraintSet Constraint { get; init; }
    public required bool IsOutput { get; init; }
    public OperandPlace Place { get; set; }

    /// <summary>The register that holds the value, or for memory the address.</summary>
    public Register Register { get; set; }

    /// <summary>Number of the SSE register, or place in the x87's stack.</summary>
    public int FloatRegister { get; set; }

    /// <summary>Whether the operand is no matter of the general registers.</summary>
    public bool IsFloat => Place is OperandPlace.Sse or OperandPlace.X87;

    /// <summary>Assembler text of an immediate, without the dollar sign.</summary>
    public string Immediate { get; set; } = "";

    /// <summary>The input that is loaded where this output comes out (a matching constraint).</summary>
    public OperandPlan? Tied { get; set; }
    public bool IsTiedInput { get; set; }
    public int Size => (int)Math.Max(Operand.Value.Type.Canonical.Size, 1);
    public bool IsReadWrite => Constraint.IsReadWrite;
}

/// <summary>
/// Assigns registers to the operands of one statement. Fixed registers first, then byte registers, then any; inputs
/// share a register with an output that is not early-clobber only when the registers would run out otherwise.
/// </summary>
internal sealed class RegisterAssigner(
    IReadOnlyList<OperandPlan> operands,
    IReadOnlySet<Register> clobbers,
    IReadOnlySet<int> sseClobbers
)
{
    private static readonly Register[] Preference =
    [
        Register.Eax,
        Register.Edx,
        Register.Ecx,
        Register.Ebx,
        Register.Esi,
        Register.Edi,
        Register.Ebp,
    ];

    /// <summary>Decides all places that need a register. False if there are too few.</summary>
    public bool Assign() => TryAssign(share: false) || TryAssign(share: true);

    /// <summary>No two operands share a register of SSE: there are enough.</summary>
    private bool AssignSse()
    {
        Queue<int> free = new(Enumerable.Range(0, 8).Where(n => !sseClobbers.Contains(n)));
        foreach (OperandPlan plan in operands.Where(p => p.Place == OperandPlace.Sse && !p.IsTiedInput))
        {
            if (!free.TryDequeue(out int number))
            {
                return false;
            }

            plan.FloatRegister = number;
        }

        return true;
    }

    private bool TryAssign(bool share)
    {
        HashSet<Register> input = [.. clobbers];
        HashSet<Register> output = [.. clobbers];
        // The fewer choices an operand has, the earlier it chooses.
        foreach (OperandPlan plan in operands.Where(p => !p.IsTiedInput).OrderBy(Choices))
        {
            if (plan.Place == OperandPlace.Pair)
            {
                if (!Take(plan, Register.Eax, input, output, share) || !Take(plan, Register.Edx, input, output, share))
                {
                    return false;
                }

                plan.Register = Register.Eax;
            }
            else if (
                plan.Place is OperandPlace.Register or OperandPlace.Memory
                && !Allowed(plan).Any(r => Take(plan, r, input, output, share))
            )
            {
                return false;
            }
        }

        if (!AssignSse())
        {
            return false;
        }

        foreach (OperandPlan plan in operands.Where(p => p.Tied != null))
        {
            plan.Tied!.FloatRegister = plan.FloatRegister;
            plan.Tied!.Register = plan.Register;
            plan.Tied.Place = plan.Place;
        }

        return true;
    }

    private static int Choices(OperandPlan plan) => plan.Place == OperandPlace.Pair ? 0 : Allowed(plan).Count();

    private static IEnumerable<Register> Allowed(OperandPlan plan)
    {
        IEnumerable<Register> allowed =
            plan.Place == OperandPlace.Memory ? Preference : Preference.Where(plan.Constraint.Registers.Contains);
        return plan.Place == OperandPlace.Register && plan.Size == 1 ? allowed.Where(r => r <= Register.Ebx) : allowed;
    }

    /// <summary>Reserves a register for the time that the operand is alive: inputs until the template starts reading,
    /// outputs when it has written, both for early clobbers, in-outs and addresses.</summary>
    private static bool Take(
        OperandPlan plan,
        Register register,
        HashSet<Register> input,
        HashSet<Register> output,
        bool share
    )
    {
        bool atEntry =
            !share
            || !plan.IsOutput
            || plan.IsReadWrite
            || plan.Tied != null
            || plan.Constraint.IsEarlyClobber
            || plan.Place == OperandPlace.Memory;
        bool atExit = !share || plan.IsOutput || plan.Place == OperandPlace.Memory;
        if ((atEntry && input.Contains(register)) || (atExit && output.Contains(register)))
        {
            return false;
        }

        if (atEntry)
        {
            input.Add(register);
        }

        if (atExit)
        {
            output.Add(register);
        }

        plan.Register = register;
        return true;
    }
}
