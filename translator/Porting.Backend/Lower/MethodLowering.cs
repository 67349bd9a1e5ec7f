using System.Collections.Immutable;
using System.Reflection.Metadata;
using Porting.Backend.Debug;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// IL of one method to one LLVM function.
/// <para>Input: a method with its type parameters closed, and its function type. Output: the text of the definition.
/// Holds after: arguments and locals are slots of the frame, the stack's values are LLVM's, and go through slots where
/// control flow joins; what LLVM leaves undefined and the language promises is written out (docs/backend.md). What is
/// outside of the language is a <see cref="Refusal"/> at its C# line. Never does: look at another method's
/// code.</para>
/// </summary>
internal sealed partial class MethodLowering
{
    private readonly ModuleLowering _module;
    private readonly IlMethod _method;
    private readonly IlContext _context;
    private readonly Prototype _prototype;
    private readonly IlBody _body;
    private readonly FunctionText _out = new();
    private readonly ImmutableArray<IlType> _arguments;
    private readonly Dictionary<int, int> _indexOf = [];
    private readonly FunctionDebug? _debug;
    private Stack<Value> _stack = new();
    private HashSet<int> _leaders = [];
    private int _at;
    private bool _isLive = true;
    private string _name = "";

    // Prefixes, for the instruction behind them.
    private bool _isVolatile;
    private int _unaligned;
    private IlType? _constrained;

    /// <summary>What the method's tokens mean.</summary>
    private readonly IlAssembly _il;

    public MethodLowering(ModuleLowering module, IlMethod method, IlContext context, Prototype prototype)
    {
        _module = module;
        _method = method;
        _context = context;
        _prototype = prototype;
        _il = method.Owner.Home;
        _body = _il.Body(method);
        _arguments =
        [
            .. method.Signature.HasThis
                ? new IlType[] { new PointerType(new NamedType(method.Owner, context.OfType)) }
                : [],
            .. method.Signature.Parameters.Select(context.Close),
        ];
        for (int i = 0; i < _body.Code.Count; i++)
        {
            _indexOf[_body.Code[i].Offset] = i;
        }

        _debug = module.Debug?.Begin(method);
    }

    private Layouts Layouts => _module.Layouts;
    private Target Target => _module.Target;
    private Instruction Current => _body.Code[_at];

    private Storage Of(IlType type) => Layouts.Of(_context.Close(type));

    private Storage OfToken(EntityHandle token) => Layouts.Of(_il.Type(token, _context));

    /// <summary>The definition.</summary>
    public string Write(string name, string linkage, string attributes)
    {
        _name = name;
        List<string> parameters = Enter();
        // What enters a function is before its first line: a debugger stops behind it.
        _out.Location = _debug?.Start ?? "";
        _leaders = Leaders();
        _latches = Target.IsUnoptimized ? null : new LoopLatches(_body, _leaders);
        _block = _leaders.Contains(0) ? -1 : 0;
        for (_at = 0; _at < _body.Code.Count; _at++)
        {
            bool begins = _leaders.Contains(Current.Offset);
            if (begins)
            {
                StartBlock(Current.Offset);
            }

            if (_debug?.LocationOf(Current.Offset) is { } place)
            {
                if (_isLive && !begins && _debug.CountsLines && place != _out.Location)
                {
                    StartLine();
                }

                _out.Location = place;
            }

            if (_isLive)
            {
                NoteStart();
                Translate(Current);
            }
        }

        if (_isLive)
        {
            _out.Line("unreachable");
        }

        WriteLatches();
        string convention = Has("interrupt") ? "x86_intrcc " : _prototype.Convention;
        return $"\ndefine {linkage}{convention}{_prototype.Result.ResultType} {IrText.Global(name)}({string.Join(", ", parameters)}) {attributes}{_debug?.Attachment} {{\n{_out}}}\n";
    }

    /// <summary>An attribute that C gave the function.</summary>
    private bool Has(string word) => _method.Function?.Attributes.Split(' ').Contains(word) == true;

    /// <summary>By its attribute <c>target</c>; the file's other functions, and the runtime's methods, may have
    /// it.</summary>
    internal bool LacksSse2 => _lacksSse2 ??= Target.HasSse2 && !FunctionAttributes.HasSse2(_method, Target);

    private bool? _lacksSse2;

    /// <summary>Without entry and exit: the body is assembly, which returns.</summary>
    private bool IsNaked => Has("naked");

    /// <summary>A block of its own: gcov loses runs of a line that is a part of a block which is a loop.</summary>
    private void StartLine()
    {
        string label = _out.NewLabel("line");
        _out.Line($"br label %{label}");
        _out.Label(label);
    }

    /// <summary>Parameters go to their slots.</summary>
    private List<string> Enter()
    {
        if (IsNaked)
        {
            return [.. _prototype.Arguments.SelectMany((a, i) => a.Named($"%v{i}"))];
        }

        List<string> parameters = [];
        if (_prototype.Result.Way == Way.Memory)
        {
            parameters.Add($"{_prototype.Result.Hidden} %ret");
        }

        bool isVariadic = _method.Function is { IsVariadic: true } function && function.Symbol == _name;
        for (int i = 0; i < _prototype.Arguments.Count; i++)
        {
            Passing passing = _prototype.Arguments[i];
            Storage storage = passing.Storage;
            if (isVariadic && i == _prototype.Arguments.Count - 1)
            {
                parameters.Add("...");
                EnterList($"%a{i}");
                continue;
            }

            if (passing.Way == Way.Nothing)
            {
                _out.Slot(storage.Ir, SlotAlign(storage), $"%a{i}");
            }
            else if (passing.Way is Way.Memory or Way.Indirect)
            {
                parameters.Add($"{passing.Parameter} %a{i}");
            }
            else if (passing.Way == Way.Parts)
            {
                parameters.AddRange(passing.Named($"%v{i}"));
                _out.Slot(storage.Ir, SlotAlign(storage), $"%a{i}");
                EnterParts(passing.Parts, i);
            }
            else
            {
                string frame = i == 0 && Has("interrupt") ? " byval([5 x i32])" : "";
                string alone = IsRestricted(i) ? " noalias" : "";
                parameters.Add($"{passing.Parameter}{frame}{alone} %v{i}");
                _out.Slot(storage.Ir, SlotAlign(storage), $"%a{i}");
                StoreBoxed(passing, $"%v{i}", $"%a{i}", SlotAlign(storage));
            }
        }

        for (int i = 0; i < _body.Locals.Length; i++)
        {
            DeclareLocal(i);
        }

        _debug?.DeclareAll(_out, _arguments, _body.Locals, _context);
        return parameters;
    }

    private bool IsRestricted(int index)
    {
        int parameter = _method.Signature.HasThis ? index - 1 : index;
        return parameter >= 0 && _method.Restricted.ElementAtOrDefault(parameter);
    }

    /// <summary>The address of the variable arguments behind the named ones (va_list of the i386 ABI).</summary>
    private void EnterList(string slot)
    {
        _module.Foreign.Declare("llvm.va_start.p0", "declare void @llvm.va_start.p0(ptr)");
        _out.Slot("ptr", Target.PointerSize, slot);
        _out.Line($"call void @llvm.va_start.p0(ptr {slot})");
    }

    private void EnterParts(IReadOnlyList<Part> parts, int index)
    {
        for (int n = 0; n < parts.Count; n++)
        {
            string value = $"%v{index}.{n}";
            string stored =
                parts[n].Memory == parts[n].Ir ? value : _out.Let($"trunc {parts[n].Ir} {value} to {parts[n].Memory}");
            _out.Line(
                $"store {parts[n].Memory} {stored}, ptr {PartAt($"%a{index}", parts[n])}, align {parts[n].Align}"
            );
        }
    }

    private string PartAt(string at, Part part) =>
        part.Offset == 0 ? at : _out.Let($"getelementptr i8, ptr {at}, {Target.Word} {part.Offset}");

    /// <summary>A value that nobody set is one value, whichever: LLVM's undefined ones differ from use to use.</summary>
    private void DeclareLocal(int index)
    {
        Storage storage = Of(_body.Locals[index]);
        string slot = _out.Slot(storage.Ir, SlotAlign(storage), $"%l{index}");
        if (_body.AreLocalsZero)
        {
            Fill(slot, "i8 0", IrText.Number(storage.Size));
        }
        else if (!storage.IsStruct)
        {
            _out.Line($"store {storage.Ir} {_out.Let($"freeze {storage.Ir} poison")}, ptr {slot}");
        }
    }

    /// <summary>Of a slot in the frame, which may be more than C promises of an object: doubles lie at multiples of
    /// their size, as clang's do.</summary>
    private static int SlotAlign(Storage storage) => storage.IsStruct ? Math.Max(4, storage.Align) : storage.Size;

    private void Push(Kind kind, string text) => _stack.Push(new Value(kind, text));

    private void Push(Value value) => _stack.Push(value);

    private Value Pop() =>
        _stack.TryPop(out Value? value) ? value : throw Refuse("the evaluation stack is empty where a value is taken");

    private Refusal Refuse(string message) => new(_method, Current.Offset, message);
}

/// <summary>Code outside of the language that the back end takes.</summary>
internal sealed class Refusal(IlMethod method, int offset, string message) : Exception(message)
{
    public IlMethod Method => method;
    public int Offset => offset;
}
