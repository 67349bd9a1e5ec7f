using System.Text;
using Porting.Clang.Ast;
using Porting.Translator.Names;

namespace Porting.Translator.Assembly;

/// <summary>
/// Writes the function for one planned statement. Frame from the top: stack arguments, return address, saved
/// callee-saved registers, register arguments that are needed after the template.
/// The template runs with ESP as it is then; balanced pushes and pops in it are fine.
/// </summary>
internal sealed partial class AsmEmitter(
    AsmStmt statement,
    string symbol,
    AsmContext context,
    IReadOnlyList<OperandPlan> plans,
    IReadOnlySet<Register> clobbers
)
{
    private static readonly Register[] CalleeSaved = [Register.Ebx, Register.Esi, Register.Edi, Register.Ebp];

    private readonly StringBuilder _text = new();
    private readonly List<Argument> _arguments = [];
    private int _pushed;
    private Register _scratch;

    /// <summary>A parameter: which operand, how, and where it arrives: a register, or an offset from the return
    /// address.</summary>
    private sealed class Argument
    {
        public required OperandPlan Plan { get; init; }
        public required AsmArgumentKind Kind { get; init; }
        public Register? InRegister { get; set; }
        public int StackOffset { get; set; }
        public int Bytes => Kind == AsmArgumentKind.InputValue ? (Plan.Size + 3) & ~3 : 4;
        public bool FitsRegister => Bytes == 4 && !(Kind == AsmArgumentKind.InputValue && Plan.IsFloat);
    }

    public AsmResult Emit()
    {
        OperandPlan? result =
            statement.Jumps.Count > 0
                ? null
                : plans.FirstOrDefault(p =>
                    p.IsOutput && p.Index == 0 && p.Place is OperandPlace.Register or OperandPlace.Pair
                );
        CollectArguments(result);
        int stackBytes = PlaceArguments();
        ChooseScratch();
        _text.Append($"\t.p2align 4\n\t.globl {symbol}\n{symbol}:\n");
        foreach (Register register in Saved())
        {
            Push(register);
        }

        SpillLateAddresses();
        LoadInputs();
        AppendTemplate();
        StoreOutputs();
        ReturnResult(result);
        Restore(stackBytes);
        for (int i = 0; i < statement.Jumps.Count; i++)
        {
            _text.Append($"{JumpLabel(i)}:\n");
            StoreOutputs();
            ReturnJump(i + 1);
            Restore(stackBytes);
        }

        return new AsmResult(
            Function(result),
            result != null,
            [.. _arguments.Select(a => new AsmArgument(a.Plan.Index, a.Kind, TypeOf(a)))]
        );
    }

    private AsmFunction Function(OperandPlan? result)
    {
        string returns =
            statement.Jumps.Count > 0 ? "int"
            : result == null ? "void"
            : context.TypeOf(result.Operand.Value.Type);
        return new AsmFunction(symbol, _text.ToString(), returns, [.. _arguments.Select(TypeOf)]);
    }

    private string TypeOf(Argument argument) =>
        argument.Kind == AsmArgumentKind.InputValue ? context.TypeOf(argument.Plan.Operand.Value.Type) : "void*";

    /// <summary>Values before addresses of outputs, so that the two argument registers go to what the template needs
    /// first.</summary>
    private void CollectArguments(OperandPlan? result)
    {
        foreach (
            OperandPlan plan in plans.Where(p =>
                p.IsFloat
                    ? !p.IsOutput || p.IsReadWrite
                    : p.Place is OperandPlace.Register or OperandPlace.Pair && !p.IsOutput
            )
        )
        {
            _arguments.Add(new Argument { Plan = plan, Kind = AsmArgumentKind.InputValue });
        }

        if (result is { IsReadWrite: true })
        {
            _arguments.Add(new Argument { Plan = result, Kind = AsmArgumentKind.InputValue });
        }

        foreach (OperandPlan plan in plans.Where(p => p.Place == OperandPlace.Memory))
        {
            _arguments.Add(new Argument { Plan = plan, Kind = AsmArgumentKind.InputAddress });
        }

        foreach (
            OperandPlan plan in plans.Where(p =>
                p.IsOutput
                && p != result
                && p.Place is OperandPlace.Register or OperandPlace.Pair or OperandPlace.Sse or OperandPlace.X87
            )
        )
        {
            _arguments.Add(new Argument { Plan = plan, Kind = AsmArgumentKind.OutputAddress });
        }
    }

    /// <summary>Managed convention: the first two arguments of at most 4 bytes in ECX and EDX, the others on the stack,
    /// pushed left to right. Returns the bytes that the callee pops.</summary>
    private int PlaceArguments()
    {
        Queue<Register> registers = new([Register.Ecx, Register.Edx]);
        List<Argument> onStack = [];
        foreach (Argument argument in _arguments)
        {
            if (argument.FitsRegister && registers.TryDequeue(out Register register))
            {
                argument.InRegister = register;
            }
            else
            {
                onStack.Add(argument);
            }
        }

        int offset = 4;
        foreach (Argument argument in Enumerable.Reverse(onStack))
        {
            argument.StackOffset = offset;
            offset += argument.Bytes;
        }

        return offset - 4;
    }

    /// <summary>A register that holds no output, to store the outputs through.</summary>
    private void ChooseScratch()
    {
        HashSet<Register> live =
        [
            .. plans.Where(p => p.IsOutput && p.Place is OperandPlace.Register).Select(p => p.Register),
        ];
        if (plans.Any(p => p.IsOutput && p.Place == OperandPlace.Pair))
        {
            live.UnionWith([Register.Eax, Register.Edx]);
        }

        Register[] candidates = [Register.Ecx, Register.Edx, Register.Eax, .. CalleeSaved];
        int free = Array.FindIndex(candidates, r => !live.Contains(r));
        _scratch =
            free >= 0 ? candidates[free] : throw new FormatException("no register is left to store the outputs with");
    }

    private bool HasStores => _arguments.Any(a => a.Kind == AsmArgumentKind.OutputAddress);

    private IEnumerable<Register> Saved()
    {
        HashSet<Register> used =
        [
            .. clobbers,
            .. HasStores ? [_scratch] : Array.Empty<Register>(),
            .. plans.Where(p => p.Place is OperandPlace.Register or OperandPlace.Memory).Select(p => p.Register),
        ];
        return CalleeSaved.Where(used.Contains);
    }

    private void Push(Register register)
    {
        _text.Append($"\tpushl\t{RegisterNames.Name(register)}\n");
        _pushed += 4;
    }

    /// <summary>Addresses of outputs that arrive in registers wait on the stack until the template is done.</summary>
    private void SpillLateAddresses()
    {
        foreach (
            Argument argument in _arguments.Where(a =>
                a is { Kind: AsmArgumentKind.OutputAddress, InRegister: not null }
            )
        )
        {
            Push(argument.InRegister!.Value);
            argument.StackOffset = -_pushed;
            if (!argument.Plan.IsReadWrite || argument.Plan.IsFloat)
            {
                argument.InRegister = null;
            }
        }
    }

    private string Slot(Argument argument, int extra = 0) => $"{_pushed + argument.StackOffset + extra}(%esp)";

    /// <summary>Register-to-register moves first (two at most, so the only cycle is an exchange), then everything that
    /// comes from the stack.</summary>
    private void LoadInputs()
    {
        List<Argument> moves =
        [
            .. _arguments.Where(a =>
                a.InRegister != null && a.Kind != AsmArgumentKind.OutputAddress && a.InRegister != a.Plan.Register
            ),
        ];
        if (
            moves.Count == 2
            && moves[0].Plan.Register == moves[1].InRegister
            && moves[1].Plan.Register == moves[0].InRegister
        )
        {
            _text.Append("\txchgl\t%ecx, %edx\n");
            moves.Clear();
        }

        Argument? blocked = moves.FirstOrDefault(a =>
            _arguments.Any(b => b != a && b.InRegister == a.Plan.Register && b.Kind != AsmArgumentKind.OutputAddress)
        );
        foreach (Argument argument in moves.OrderBy(a => a == blocked ? 1 : 0))
        {
            _text.Append(
                $"\tmovl\t{RegisterNames.Name(argument.InRegister!.Value)}, {RegisterNames.Name(argument.Plan.Register)}\n"
            );
        }

        foreach (
            Argument argument in _arguments.Where(a =>
                a.InRegister == null && a.Kind != AsmArgumentKind.OutputAddress && !a.Plan.IsFloat
            )
        )
        {
            Load(argument);
        }

        foreach (
            Argument argument in _arguments.Where(a =>
                a is { Kind: AsmArgumentKind.OutputAddress, Plan: { IsReadWrite: true, IsFloat: false } }
            )
        )
        {
            LoadThrough(argument);
        }

        LoadFloats();
    }

    private void Load(Argument argument)
    {
        if (argument.Bytes == 8)
        {
            _text.Append($"\tmovl\t{Slot(argument)}, %eax\n\tmovl\t{Slot(argument, 4)}, %edx\n");
        }
        else
        {
            _text.Append($"\tmovl\t{Slot(argument)}, {RegisterNames.Name(argument.Plan.Register)}\n");
        }
    }

    /// <summary>An in-out operand that is not the result: its address arrives, its value is loaded.</summary>
    private void LoadThrough(Argument argument)
    {
        if (argument.Plan.Place == OperandPlace.Pair)
        {
            _text.Append($"\tmovl\t{Slot(argument)}, %edx\n\tmovl\t(%edx), %eax\n\tmovl\t4(%edx), %edx\n");
            return;
        }

        string register = RegisterNames.Name(argument.Plan.Register);
        string load = argument.Plan.Size switch
        {
            1 => "movzbl",
            2 => "movzwl",
            _ => "movl",
        };
        _text.Append($"\tmovl\t{Slot(argument)}, {register}\n\t{load}\t({register}), {register}\n");
    }

    private void AppendTemplate()
    {
        string expanded = statement.HasOperands
            ? new AsmTemplate(
                plans,
                Math.Abs(StableId(symbol)).ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
            {
                Labels = [.. statement.Jumps.Select((jump, i) => (jump.Label.Name, JumpLabel(i)))],
            }.Expand(statement.Template)
            : statement.Template;
        foreach (string line in expanded.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            _text.Append('\t').Append(line).Append('\n');
        }
    }

    /// <summary>FNV-1a of the symbol: a number for %= that is unique to the function and the same in every
    /// run.</summary>
    private static int StableId(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)(hash & 0x7fffffff);
    }

    /// <summary>SETcc keeps the flags, so that all outputs that are flags find them as the template left
    /// them.</summary>
    private void SetFlags()
    {
        foreach (OperandPlan plan in plans.Where(p => p.Constraint.Flag.Length > 0))
        {
            string low = RegisterNames.Name(plan.Register, 1);
            _text.Append($"\tset{plan.Constraint.Flag}\t{low}\n");
            if (plan.Size > 1)
            {
                _text.Append($"\tmovzbl\t{low}, {RegisterNames.Name(plan.Register)}\n");
            }
        }
    }

    private void StoreOutputs()
    {
        SetFlags();
        // The x87's stack from its top down.
        List<Argument> stores =
        [
            .. _arguments
                .Where(a => a.Kind == AsmArgumentKind.OutputAddress)
                .OrderBy(a => a.Plan.Place == OperandPlace.X87 ? a.Plan.FloatRegister : -1),
        ];
        if (stores.Count == 0)
        {
            DropX87();
            return;
        }

        string address = RegisterNames.Name(_scratch);
        foreach (Argument argument in stores)
        {
            _text.Append($"\tmovl\t{Slot(argument)}, {address}\n");
            if (argument.Plan.IsFloat)
            {
                StoreFloat(argument.Plan, address);
            }
            else if (argument.Plan.Place == OperandPlace.Pair)
            {
                _text.Append($"\tmovl\t%eax, ({address})\n\tmovl\t%edx, 4({address})\n");
            }
            else
            {
                string suffix = argument.Plan.Size switch
                {
                    1 => "b",
                    2 => "w",
                    _ => "l",
                };
                _text.Append(
                    $"\tmov{suffix}\t{RegisterNames.Name(argument.Plan.Register, argument.Plan.Size)}, ({address})\n"
                );
            }
        }

        DropX87();
    }

    /// <summary>The result goes to EAX, small ones extended: managed callers expect 32 significant bits.</summary>
    private void ReturnResult(OperandPlan? result)
    {
        if (statement.Jumps.Count > 0)
        {
            ReturnJump(0);
        }

        if (result is not { Place: OperandPlace.Register })
        {
            return;
        }

        bool isSigned =
            result.Operand.Value.Type.Canonical is BuiltinType
            {
                Kind: BuiltinKind.Char or BuiltinKind.SChar or BuiltinKind.Short
            };
        if (result.Size < 4)
        {
            string extend = (isSigned ? "movs" : "movz") + (result.Size == 1 ? "bl" : "wl");
            _text.Append($"\t{extend}\t{RegisterNames.Name(result.Register, result.Size)}, %eax\n");
        }
        else if (result.Register != Register.Eax)
        {
            _text.Append($"\tmovl\t{RegisterNames.Name(result.Register)}, %eax\n");
        }
    }

    private void ReturnJump(int number) => _text.Append($"\tmovl\t${number}, %eax\n");

    private string JumpLabel(int index) => $".L{symbol}.jump{index}";

    private void Restore(int stackBytes)
    {
        int spilled = _pushed - 4 * Saved().Count();
        if (spilled > 0)
        {
            // LEA keeps the flags, which a template may mean to leave behind
            _text.Append($"\tleal\t{spilled}(%esp), %esp\n");
        }

        foreach (Register register in Saved().Reverse())
        {
            _text.Append($"\tpopl\t{RegisterNames.Name(register)}\n");
        }

        _text.Append(stackBytes == 0 ? "\tret\n" : $"\tret\t${stackBytes}\n");
    }
}
