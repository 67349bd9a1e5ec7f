using System.Collections.Immutable;
using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Lower;
using Porting.Backend.Types;

namespace Porting.Backend.Data;

/// <summary>
/// Runs the code of initialisers when it is compiled.
/// <para>Input: a static constructor, as Roslyn makes it of the initialisers of static fields. Output: the contents of
/// the fields. Holds after: numbers are as the target computes them; addresses are symbols and distances. Errors: code
/// whose outcome only the linker or the running program knows, at its C# line. Never does: read a variable that the
/// program may have changed; call C.</para>
/// </summary>
internal sealed partial class Evaluator(ModuleLowering module, StaticData data)
{
    /// <summary>More than any table needs; a loop that does not end is an error, too.</summary>
    private const int MostSteps = 50_000_000;
    private const int MostDepth = 200;

    private int _steps;
    private int _depth;

    private Layouts Layouts => module.Layouts;

    public void Run(IlMethod constructor)
    {
        _depth = 0;
        Call(constructor, IlContext.None, []);
    }

    /// <summary>One activation of a method.</summary>
    private sealed class Frame(IlMethod method, IlContext context, IlBody body)
    {
        public IlMethod Method => method;
        public IlAssembly Il => method.Owner.Home;
        public IlContext Context => context;
        public IlBody Body => body;
        public DataMemory[] Arguments = [];
        public ImmutableArray<IlType> ArgumentTypes = [];
        public DataMemory[] Locals = [];
        public readonly Stack<Datum> Stack = new();
        public IlField? Token;
        public IlType? Constrained;

        public Datum Pop() => Stack.Pop();

        public void Push(Datum value) => Stack.Push(value);
    }

    private Storage Of(Frame frame, IlType type) => Layouts.Of(frame.Context.Close(type));

    private Storage OfToken(Frame frame, EntityHandle token) => Layouts.Of(frame.Il.Type(token, frame.Context));

    private Datum? Call(IlMethod method, IlContext context, Datum[] arguments)
    {
        if (method.BodyAddress == 0)
        {
            throw new EvaluationException($"'{method.FullName}' is called, which is not C#");
        }

        if (++_depth > MostDepth)
        {
            throw new EvaluationException("the initialiser calls itself too deeply");
        }

        Frame frame = Enter(method, context, arguments);
        Dictionary<int, int> indexOf = frame
            .Body.Code.Select((instruction, index) => (instruction.Offset, index))
            .ToDictionary(i => i.Offset, i => i.index);
        int at = 0;
        while (frame.Body.Code[at] is var instruction && instruction.Op != ILOpCode.Ret)
        {
            try
            {
                at = Step(frame, instruction) is { } target ? indexOf[target] : at + 1;
            }
            catch (EvaluationException failed) when (method.Name == ".cctor")
            {
                module.Report("PORT5022", method, instruction.Offset, failed.Message);
                at = NextInitializer(frame, at);
            }
        }

        _depth--;
        return method.Signature.Result is PrimitiveType { Kind: Primitive.Void } ? null : frame.Pop();
    }

    /// <summary>Behind one that failed: all of them are reported.</summary>
    private int NextInitializer(Frame frame, int at)
    {
        _depth = 1;
        frame.Stack.Clear();
        while (frame.Body.Code[at].Op is not (ILOpCode.Stsfld or ILOpCode.Ret))
        {
            at++;
        }

        return frame.Body.Code[at].Op == ILOpCode.Ret ? at : at + 1;
    }

    private Frame Enter(IlMethod method, IlContext context, Datum[] arguments)
    {
        Frame frame = new(method, context, module.Assembly.Body(method));
        frame.ArgumentTypes =
        [
            .. method.Signature.HasThis
                ? new IlType[] { new PointerType(new NamedType(method.Owner, context.OfType)) }
                : [],
            .. method.Signature.Parameters.Select(context.Close),
        ];
        frame.Arguments =
        [
            .. arguments.Select(
                (value, i) =>
                {
                    Storage storage = Layouts.Of(frame.ArgumentTypes[i]);
                    DataMemory memory = new(storage.Size);
                    memory.Store(storage, 0, value);
                    return memory;
                }
            ),
        ];
        frame.Locals = [.. frame.Body.Locals.Select(l => new DataMemory(Of(frame, l).Size))];
        return frame;
    }

    /// <returns>Where a branch goes; null for the next instruction.</returns>
    private int? Step(Frame frame, Instruction i)
    {
        if (++_steps > MostSteps)
        {
            throw new EvaluationException("the initialiser does not come to an end");
        }

        if (i.Op == ILOpCode.Constrained)
        {
            frame.Constrained = frame.Il.Type(i.Token, frame.Context);
            return null;
        }

        if (Branch(frame, i, out int? target))
        {
            return target;
        }

        if (
            !Constant(frame, i)
            && !Variable(frame, i)
            && !Memory(frame, i)
            && !ArrayElement(frame, i)
            && !Arithmetic(frame, i)
            && !CallOf(frame, i)
        )
        {
            throw new EvaluationException($"{i.Op.ToString().ToLowerInvariant()} has no value before the program runs");
        }

        return null;
    }

    private bool Constant(Frame frame, Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Nop or ILOpCode.Readonly or ILOpCode.Break or ILOpCode.Volatile or ILOpCode.Unaligned:
                break;
            case >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8:
                frame.Push(Datum.Int((int)i.Op - (int)ILOpCode.Ldc_i4_0));
                break;
            case ILOpCode.Ldc_i4_s or ILOpCode.Ldc_i4:
                frame.Push(Datum.Int(i.Number));
                break;
            case ILOpCode.Ldc_i8:
                frame.Push(Datum.Whole(Kind.I64, i.Number));
                break;
            case ILOpCode.Ldc_r4:
                frame.Push(Datum.Real32((float)i.Real));
                break;
            case ILOpCode.Ldc_r8:
                frame.Push(Datum.Real64(i.Real));
                break;
            case ILOpCode.Ldnull:
                frame.Push(Datum.Whole(Kind.Ptr, 0));
                break;
            case ILOpCode.Dup:
                frame.Push(frame.Stack.Peek());
                break;
            case ILOpCode.Pop:
                frame.Pop();
                break;
            default:
                return false;
        }

        return true;
    }

    private bool Variable(Frame frame, Instruction i)
    {
        switch (i.Op)
        {
            case >= ILOpCode.Ldarg_0 and <= ILOpCode.Ldarg_3:
                LoadArgument(i.Op - ILOpCode.Ldarg_0);
                break;
            case ILOpCode.Ldarg_s or ILOpCode.Ldarg:
                LoadArgument((int)i.Number);
                break;
            case ILOpCode.Ldarga_s or ILOpCode.Ldarga:
                frame.Push(Datum.Address(frame.Arguments[(int)i.Number]));
                break;
            case ILOpCode.Starg_s or ILOpCode.Starg:
                int index = (int)i.Number;
                frame.Arguments[index].Store(Layouts.Of(frame.ArgumentTypes[index]), 0, frame.Pop());
                break;
            case >= ILOpCode.Ldloc_0 and <= ILOpCode.Ldloc_3:
                LoadLocal(i.Op - ILOpCode.Ldloc_0);
                break;
            case ILOpCode.Ldloc_s or ILOpCode.Ldloc:
                LoadLocal((int)i.Number);
                break;
            case ILOpCode.Ldloca_s or ILOpCode.Ldloca:
                frame.Push(Datum.Address(frame.Locals[(int)i.Number]));
                break;
            case >= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3:
                StoreLocal(i.Op - ILOpCode.Stloc_0);
                break;
            case ILOpCode.Stloc_s or ILOpCode.Stloc:
                StoreLocal((int)i.Number);
                break;
            default:
                return false;
        }

        return true;

        void LoadArgument(int index) =>
            frame.Push(frame.Arguments[index].Load(Layouts.Of(frame.ArgumentTypes[index]), 0));

        void LoadLocal(int index) => frame.Push(frame.Locals[index].Load(Of(frame, frame.Body.Locals[index]), 0));

        void StoreLocal(int index) => frame.Locals[index].Store(Of(frame, frame.Body.Locals[index]), 0, frame.Pop());
    }

    private static bool Branch(Frame frame, Instruction i, out int? target)
    {
        target = null;
        switch (i.Op)
        {
            case ILOpCode.Br or ILOpCode.Br_s or ILOpCode.Leave or ILOpCode.Leave_s:
                target = i.Target;
                return true;
            case ILOpCode.Brtrue or ILOpCode.Brtrue_s or ILOpCode.Brfalse or ILOpCode.Brfalse_s:
                bool isTrue = IsTrue(frame.Pop());
                target = isTrue == (i.Op is ILOpCode.Brtrue or ILOpCode.Brtrue_s) ? i.Target : null;
                return true;
            case ILOpCode.Switch:
                long which = frame.Pop().Number;
                target = which >= 0 && which < i.Targets.Length ? i.Targets[(int)which] : null;
                return true;
            case >= ILOpCode.Beq_s and <= ILOpCode.Blt_un_s:
            case >= ILOpCode.Beq and <= ILOpCode.Blt_un:
                Datum right = frame.Pop(),
                    left = frame.Pop();
                target = Holds(Long(i.Op), left, right) ? i.Target : null;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The long form of a short branch.</summary>
    private static ILOpCode Long(ILOpCode op) =>
        op is >= ILOpCode.Beq_s and <= ILOpCode.Blt_un_s ? op + (ILOpCode.Beq - ILOpCode.Beq_s) : op;

    private static bool IsTrue(Datum value) =>
        value.Base switch
        {
            null => value.Number != 0,
            DataSymbol { MayBeNull: true } => throw new EvaluationException("the symbol may be missing"),
            _ => true,
        };
}
