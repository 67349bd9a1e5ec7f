using Porting.Clang.Ast;
using Porting.Translator.Names;

namespace Porting.Translator.Assembly;

/// <summary>
/// Operands in registers of SSE and on the x87's stack. Values arrive on the stack in every size, as managed code
/// passes them; outputs are stored through addresses. Of the x87's stack (GCC manual, "x86 Floating-Point asm
/// Operands"): inputs are loaded from below to the top, the template has popped those that it names as clobbers,
/// outputs are popped here, and so is what is left of inputs that are no outputs.
/// </summary>
internal sealed partial class AsmEmitter
{
    private void LoadFloats()
    {
        foreach (Argument argument in FloatInputs(OperandPlace.Sse))
        {
            _text.Append($"\t{SseMove(argument.Plan)}\t{Slot(argument)}, %xmm{argument.Plan.FloatRegister}\n");
        }

        foreach (Argument argument in FloatInputs(OperandPlace.X87).OrderByDescending(a => a.Plan.FloatRegister))
        {
            _text.Append($"\tfld{X87Suffix(argument.Plan)}\t{Slot(argument)}\n");
        }
    }

    private IEnumerable<Argument> FloatInputs(OperandPlace place) =>
        _arguments.Where(a => a.Kind == AsmArgumentKind.InputValue && a.Plan.Place == place);

    private void StoreFloat(OperandPlan plan, string address) =>
        _text.Append(
            plan.Place == OperandPlace.Sse
                ? $"\t{SseMove(plan)}\t%xmm{plan.FloatRegister}, ({address})\n"
                : $"\tfstp{X87Suffix(plan)}\t({address})\n"
        );

    private void DropX87()
    {
        HashSet<int> gone =
        [
            .. plans.Where(p => p.IsOutput && p.Place == OperandPlace.X87).Select(p => p.FloatRegister),
            .. Enumerable.Range(0, 2).Where(IsClobbered),
        ];
        foreach (
            int place in FloatInputs(OperandPlace.X87)
                .Select(a => a.Plan.FloatRegister)
                .Distinct()
                .Where(p => !gone.Contains(p))
        )
        {
            _text.Append("\tfstp\t%st(0)\n");
        }
    }

    private bool IsClobbered(int place) =>
        statement.Clobbers.Any(c =>
            c.TrimStart('%') is var name && (name == RegisterNames.X87(place) || name == $"st({place})")
        );

    private static string SseMove(OperandPlan plan) =>
        plan.Size switch
        {
            4 => "movss",
            8 => "movsd",
            _ => "movups",
        };

    private static char X87Suffix(OperandPlan plan) =>
        plan.Operand.Value.Type.Canonical is BuiltinType { Kind: BuiltinKind.LongDouble } ? 't'
        : plan.Size == 4 ? 's'
        : 'l';
}
