using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// Calls: of methods, of C functions by name and through pointers, of what the compiler knows itself. All are static:
/// a virtual call would need objects.
/// </summary>
internal sealed partial class MethodLowering
{
    private bool TranslateCall(Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Call or ILOpCode.Callvirt:
                Call(i);
                break;
            case ILOpCode.Calli:
                CallPointer(i);
                break;
            case ILOpCode.Newobj:
                Construct(i);
                break;
            case ILOpCode.Ldftn:
                (IlMethod target, IlContext context) = _il.Method(i.Token, _context);
                Push(Kind.Ptr, _module.AddressOf(target, context));
                break;
            default:
                return false;
        }

        return true;
    }

    private Value[] PopArguments(int count)
    {
        Value[] values = new Value[count];
        for (int n = count - 1; n >= 0; n--)
        {
            values[n] = Pop();
        }

        return values;
    }

    private void Call(Instruction i)
    {
        (IlMethod callee, IlContext context) = _il.Method(i.Token, _context);
        if (_constrained is { } type && callee.Owner.IsInterface)
        {
            (callee, context) = Implementation(type, callee, context);
        }
        else if (i.Op == ILOpCode.Callvirt && !callee.Owner.IsValueType)
        {
            throw Refuse($"'{callee.FullName}' is called on an object, which kernel C# has none of");
        }

        Value[] values = PopArguments(callee.ArgumentCount);
        IlSignature signature = context.Close(callee.Signature);
        Intrinsic call = new(callee, context, signature, values, _tokenField);
        if (Intrinsics.TryLower(this, call))
        {
            return;
        }

        if (callee.BodyAddress == 0)
        {
            CallImport(call);
            return;
        }

        Prototype prototype = _module.PrototypeOf(callee, context);
        string target = IrText.Global(_module.NameOf(callee, context));
        Invoke(target, prototype, values, "");
    }

    /// <summary>A type argument's own method in place of the interface's.</summary>
    private (IlMethod, IlContext) Implementation(IlType type, IlMethod declared, IlContext context)
    {
        NamedType named =
            type as NamedType ?? throw Refuse($"'{declared.FullName}' is called on {type.Key}, which has no methods");
        IlMethod method =
            named.Definition.Methods.FirstOrDefault(m =>
                (m.Name == declared.Name || m.Name.EndsWith($".{declared.Name}", StringComparison.Ordinal))
                && m.Signature.Parameters.Length == declared.Signature.Parameters.Length
            ) ?? throw Refuse($"{type.Key} has no method '{declared.Name}' of its own");
        return (method, new IlContext(named.Arguments, context.OfMethod));
    }

    private void CallImport(Intrinsic call)
    {
        IlMethod callee = call.Method;
        if (callee.Assembly is { } text)
        {
            new AssemblyLowering(this).Lower(text, call);
            return;
        }

        if (callee.Expression is { } expression)
        {
            CallExpression(expression, call);
            return;
        }

        if (callee.Function is { } function)
        {
            bool isPointer = function.Symbol.Length == 0;
            Prototype prototype = Prototype.Of(Layouts, call.Signature, function, isPointer);
            string target = isPointer
                ? Address(call.Values[0])
                : _module.Foreign.Function(function.Symbol, prototype, function);
            Invoke(target, prototype, isPointer ? call.Values[1..] : call.Values, function.Attributes);
            return;
        }

        string symbol = callee.Import ?? throw Refuse($"'{callee.FullName}' has no body");
        if (_module.ExportOf(symbol) is { } own)
        {
            Invoke(
                IrText.Global(_module.NameOf(own, IlContext.None)),
                _module.PrototypeOf(own, IlContext.None),
                call.Values,
                ""
            );
            return;
        }

        Prototype plain = Prototype.Of(Layouts, call.Signature, null);
        Invoke(_module.Foreign.Function(symbol, plain, null), plain, call.Values, "");
    }

    /// <summary>A call of the function that clang makes of the expression: all by addresses.</summary>
    private void CallExpression(IlExpression expression, Intrinsic call)
    {
        Storage result = Layouts.Of(call.Signature.Result);
        string room = result.IsVoid ? "" : NewSlot(result);
        List<string> addresses = result.IsVoid ? [] : [$"ptr {room}"];
        for (int n = 0; n < call.Values.Length; n++)
        {
            Storage storage = Layouts.Of(call.Signature.Parameters[n]);
            string at = storage.IsStruct ? call.Values[n].Text : NewSlot(storage);
            if (!storage.IsStruct)
            {
                Store(storage, at, call.Values[n], 0);
            }

            addresses.Add($"ptr {at}");
        }

        _out.Line($"call void {_module.Expressions.FunctionOf(expression)}({string.Join(", ", addresses)})");
        if (result.IsStruct)
        {
            Push(StructAt(room, result));
        }
        else if (!result.IsVoid)
        {
            Load(result, room, 0);
        }
    }

    private static Value StructAt(string room, Storage storage) =>
        new(Kind.Struct, room) { Struct = storage, Align = SlotAlign(storage) };

    private void Construct(Instruction i)
    {
        (IlMethod callee, IlContext context) = _il.Method(i.Token, _context);
        if (!callee.Owner.IsValueType)
        {
            throw Refuse($"'new {callee.Owner.FullName}' makes an object, which kernel C# has none of");
        }

        Storage storage = Layouts.Of(new NamedType(callee.Owner, context.OfType));
        Value[] values = [new Value(Kind.Ptr, ""), .. PopArguments(callee.ArgumentCount - 1)];
        string made = _out.Slot(storage.Ir, SlotAlign(storage));
        if (IsSpanOfData(callee))
        {
            StoreSpan(made, values[1], values[2]);
            Push(StructAt(made, storage));
            return;
        }

        values[0] = new Value(Kind.Ptr, made);
        Fill(made, "i8 0", IrText.Number(storage.Size));
        Invoke(IrText.Global(_module.NameOf(callee, context)), _module.PrototypeOf(callee, context), values, "");
        Push(StructAt(made, storage));
    }

    private static bool IsSpanOfData(IlMethod constructor) =>
        constructor.Owner is { Name: "ReadOnlySpan`1", Namespace: "System" }
        && constructor.Signature.Parameters is [PointerType, PrimitiveType];

    /// <summary>A span is an address and a number of elements.</summary>
    internal void StoreSpan(string at, Value address, Value count)
    {
        int word = Target.PointerSize;
        _out.Line($"store ptr {Address(address)}, ptr {at}, align {word}");
        string length = _out.Let($"getelementptr i8, ptr {at}, i32 {word}");
        _out.Line($"store i32 {To(count, Kind.I32)}, ptr {length}, align 4");
    }

    private void CallPointer(Instruction i)
    {
        IlSignature signature = _il.CallSite(i.Token, _context);
        string target = Address(Pop());
        Value[] values = PopArguments(signature.Parameters.Length);
        Invoke(target, Prototype.Of(Layouts, signature, null), values, "");
    }

    // ---- what intrinsics use

    internal IlMethod Method => _method;
    internal FunctionText Out => _out;
    internal ModuleLowering Module => _module;

    internal void PushValue(Kind kind, string text) => Push(kind, text);

    internal void PushValue(Value value) => Push(value);

    internal Value PopValue() => Pop();

    internal string AsAddress(Value value) => Address(value);

    internal string NewSlot(Storage storage) => _out.Slot(storage.Ir, SlotAlign(storage));

    internal void PushStruct(string slot, Storage storage) => Push(StructAt(slot, storage));

    internal Refusal RefuseCall(string message) => Refuse(message);

    internal void LoadTo(Storage storage, string address) => Load(storage, address, 0);

    internal void StoreFrom(Storage storage, string address, Value value) => Store(storage, address, value, 0);
}
