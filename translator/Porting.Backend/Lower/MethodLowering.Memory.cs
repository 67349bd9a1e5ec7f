using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>
/// Loads, stores, copies. Accesses have the alignment that C gives their type, or less where an address leads into a
/// packed struct; volatile ones are as many and as wide as the code says.
/// </summary>
internal sealed partial class MethodLowering
{
    private string VolatileWord => _isVolatile ? "volatile " : "";

    /// <summary>The memory of a static field; a thread has its own of some.</summary>
    private string PlaceOf(IlField field) =>
        _module.Variable(field) switch
        {
            { IsArray: true } => throw Refuse($"the field '{field.Name}' stands for an array, and is no variable"),
            { IsThreadLocal: true } item => _module.Foreign.ThreadLocal(item.Symbol, _out),
            _ => _module.StaticField(field),
        };

    /// <summary>The value of a static field: of one that stands for an array, its address.</summary>
    private void LoadStatic(IlField field)
    {
        if (_module.Variable(field) is { IsArray: true } array)
        {
            string place = array.IsThreadLocal
                ? _module.Foreign.ThreadLocal(array.Symbol, _out)
                : IrText.Global(array.Symbol);
            Push(Kind.Ptr, place);
            return;
        }

        Load(Layouts.Of(field.Type), PlaceOf(field), 0);
    }

    private string Address(Value value) => To(value, Kind.Ptr);

    private int AlignOf(Storage storage, Value address)
    {
        int align = address.Align > 0 ? Math.Min(address.Align, storage.Align) : storage.Align;
        return _unaligned > 0 ? Math.Min(_unaligned, align) : align;
    }

    private void Indirect(Storage storage)
    {
        Value address = Pop();
        Load(storage, Address(address), AlignOf(storage, address));
    }

    private void StoreIndirect(Storage storage)
    {
        PutValueFirst();
        Value value = Pop(),
            address = Pop();
        // stind.i4 of what is an address here: it stays one for the optimiser
        if (value.Kind == Kind.Ptr && storage.Kind == Layouts.Word && storage.Size == Target.PointerSize)
        {
            storage = PointerStorage;
        }

        Store(storage, Address(address), value, AlignOf(storage, address));
    }

    private Storage PointerStorage => Layouts.Of(new PrimitiveType(Primitive.Object));

    /// <param name="align">0 for that of the type.</param>
    private void Load(Storage storage, string address, int align)
    {
        align = align == 0 ? storage.Align : align;
        if (storage.IsStruct)
        {
            LoadStruct(storage, address, align);
            return;
        }

        string loaded = _out.Let($"load {VolatileWord}{storage.Ir}, ptr {address}, align {align}");
        Push(storage.Kind, Widen(storage, loaded));
    }

    /// <summary>A copy, unless the next instruction takes the value at once.</summary>
    private void LoadStruct(Storage storage, string address, int align)
    {
        string at = address;
        if (_isVolatile || !(IsTakenAtOnce() || IsArgument()))
        {
            at = _out.Slot(storage.Ir, SlotAlign(storage));
            CopyObject(storage, at, address, SlotAlign(storage), align);
            align = SlotAlign(storage);
        }

        Push(new Value(Kind.Struct, at) { Struct = storage, Align = align });
    }

    private bool IsTakenAtOnce() =>
        _at + 1 < _body.Code.Count
        && _body.Code[_at + 1].Op
            is (>= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3)
                or ILOpCode.Stloc_s
                or ILOpCode.Stloc
                or ILOpCode.Stobj
                or ILOpCode.Stfld
                or ILOpCode.Ret
                or ILOpCode.Ldfld
                or ILOpCode.Starg
                or ILOpCode.Starg_s;

    private void Store(Storage storage, string address, Value value, int align)
    {
        align = align == 0 ? storage.Align : align;
        if (storage.IsStruct)
        {
            if (value.Kind != Kind.Struct)
            {
                throw Refuse($"a {value.Kind} is stored as {storage.Type.Key}");
            }

            CopyObject(storage, address, value.Text, align, Math.Max(1, value.Align));
            return;
        }

        _out.Line($"store {VolatileWord}{storage.Ir} {Narrow(storage, value)}, ptr {address}, align {align}");
    }

    /// <summary>A loaded or returned value as the stack has it.</summary>
    internal string Widen(Storage storage, string value) =>
        storage.IsNarrow ? _out.Let($"{(storage.IsSigned ? "sext" : "zext")} {storage.Ir} {value} to i32") : value;

    internal string Narrow(Storage storage, Value value)
    {
        string whole = To(value, storage.Kind);
        return storage.IsNarrow ? _out.Let($"trunc i32 {whole} to {storage.Ir}") : whole;
    }

    /// <summary>A long double is one value, as for clang; other structs are bytes.</summary>
    private void CopyObject(Storage storage, string to, string from, int toAlign, int fromAlign)
    {
        if (_isVolatile || !ExtendedIntrinsics.IsExtended(storage))
        {
            Copy(to, from, storage.Size, toAlign, fromAlign);
        }
        else if (to != from)
        {
            string value = _out.Let($"load {ExtendedIntrinsics.Type}, ptr {from}, align {fromAlign}");
            _out.Line($"store {ExtendedIntrinsics.Type} {value}, ptr {to}, align {toAlign}");
        }
    }

    /// <summary>Copies an object onto another or itself: clang's struct assignment, which LLVM allows to be so.</summary>
    internal void Copy(string to, string from, int size, int toAlign = 1, int fromAlign = 1)
    {
        if (to == from || size == 0)
        {
            return;
        }

        string word = Target.Word;
        _module.Foreign.Declare(
            $"llvm.memcpy.p0.p0.{word}",
            $"declare void @llvm.memcpy.p0.p0.{word}(ptr, ptr, {word}, i1)"
        );
        _out.Line(
            $"call void @llvm.memcpy.p0.p0.{word}(ptr align {toAlign} {to}, ptr align {fromAlign} {from}, {word} {size}, i1 {(_isVolatile ? "true" : "false")})"
        );
    }

    internal void Block(string function, Value to, Value from, Value size)
    {
        string word = Target.Word;
        _module.Foreign.Declare(
            $"llvm.{function}.p0.p0.{word}",
            $"declare void @llvm.{function}.p0.p0.{word}(ptr, ptr, {word}, i1)"
        );
        _out.Line(
            $"call void @llvm.{function}.p0.p0.{word}(ptr {Address(to)}, ptr {Address(from)}, {word} {To(size, Layouts.Word, false)}, i1 {(_isVolatile ? "true" : "false")})"
        );
    }

    internal void Fill(string to, string value, string size)
    {
        string word = Target.Word;
        _module.Foreign.Declare($"llvm.memset.p0.{word}", $"declare void @llvm.memset.p0.{word}(ptr, i8, {word}, i1)");
        _out.Line($"call void @llvm.memset.p0.{word}(ptr {to}, {value}, {word} {size}, i1 false)");
    }

    internal void Fill(Value to, Value value, Value size)
    {
        string whole = To(value, Kind.I32);
        string low = value.IsNumber
            ? IrText.Number((sbyte)long.Parse(whole, null))
            : _out.Let($"trunc i32 {whole} to i8");
        Fill(Address(to), $"i8 {low}", To(size, Layouts.Word, false));
    }

    private void CopyBlock()
    {
        Value size = Pop(),
            from = Pop(),
            to = Pop();
        Block("memcpy", to, from, size);
    }

    private void FillBlock()
    {
        Value size = Pop(),
            value = Pop(),
            to = Pop();
        Fill(to, value, size);
    }

    // ---- fields

    /// <summary>The address of a field; storage is the field's.</summary>
    private Value FieldAddress(Value owner, EntityHandle token, out Storage storage)
    {
        (IlField field, IlType type) = _il.Field(token, _context);
        storage = Layouts.Of(IlContext.Of(type).Close(field.Type));
        string at = owner.Kind == Kind.Struct ? owner.Text : Address(owner);
        int offset = Layouts.OffsetOf(type, field.Name);
        int align = Layouts.AlignOf(type, offset);
        if (owner.Align > 0)
        {
            align = Math.Min(align, offset == 0 ? owner.Align : Math.Min(owner.Align, offset & -offset));
        }

        return new Value(Kind.Ptr, offset == 0 ? at : _out.Let($"getelementptr i8, ptr {at}, {Target.Word} {offset}"))
        {
            Align = align < storage.Align ? align : 0,
        };
    }

    private void LoadField(EntityHandle token)
    {
        Value address = FieldAddress(Pop(), token, out Storage storage);
        Load(storage, address.Text, AlignOf(storage, address));
    }

    private void StoreField(EntityHandle token)
    {
        PutValueFirst();
        Value value = Pop();
        Value address = FieldAddress(Pop(), token, out Storage storage);
        Store(storage, address.Text, value, AlignOf(storage, address));
    }

    /// <summary>Of stack memory: its elements', where it goes to a variable that says what they are.</summary>
    private int RoomAlign() =>
        LocalOf(_body.Code[_at + 1]) is { } local
        && _context.Close(_body.Locals[local]) is PointerType { Element: var element }
        && Of(element) is { IsVoid: false } storage
            ? Math.Min(Target.StackAlign, storage.IsStruct ? storage.Align : storage.Size)
            : Target.StackAlign;

    /// <summary>Number of the local that an instruction sets; null of any other.</summary>
    private static int? LocalOf(Il.Instruction i) =>
        i.Op switch
        {
            >= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3 => i.Op - ILOpCode.Stloc_0,
            ILOpCode.Stloc_s or ILOpCode.Stloc => (int)i.Number,
            _ => null,
        };

    /// <summary>Code behind jumps back to or before here.</summary>
    private bool IsInLoop() =>
        _body.Code.Any(i =>
            i.Offset >= Current.Offset
            && (
                (i.Op.IsBranch() && i.Target <= Current.Offset)
                || (!i.Targets.IsDefaultOrEmpty && i.Targets.Any(t => t <= Current.Offset))
            )
        );

    /// <summary>Stack memory. A constant size at the function's start is part of the frame, as C's arrays are.</summary>
    private void AllocateStack()
    {
        int align = RoomAlign();
        Value size = Pop();
        if (size.IsNumber && !IsInLoop())
        {
            string at = _out.Slot($"[{size.Text} x i8]", align);
            if (_body.AreLocalsZero)
            {
                Fill(at, "i8 0", size.Text);
            }

            Push(Kind.Ptr, at);
            return;
        }

        string bytes = To(size, Layouts.Word, false);
        string room = _out.Let($"alloca i8, {Target.Word} {bytes}, align {align}");
        if (_body.AreLocalsZero)
        {
            Fill(room, "i8 0", bytes);
        }

        Push(Kind.Ptr, room);
    }
}
