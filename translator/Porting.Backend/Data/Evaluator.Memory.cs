using System.Reflection.Metadata;
using Porting.Backend.Il;
using Porting.Backend.Types;

namespace Porting.Backend.Data;

/// <summary>Loads, stores, fields, arrays.</summary>
internal sealed partial class Evaluator
{
    private bool Memory(Frame frame, Instruction i)
    {
        if (Indirect(i.Op) is { } primitive || i.Op is ILOpCode.Ldobj or ILOpCode.Stobj)
        {
            Storage storage = i.Op is ILOpCode.Ldobj or ILOpCode.Stobj
                ? OfToken(frame, i.Token)
                : Layouts.Of(new PrimitiveType(Indirect(i.Op)!.Value));
            if (IsStore(i.Op))
            {
                Datum value = frame.Pop();
                Store(frame.Pop(), storage, value);
            }
            else
            {
                frame.Push(Load(frame.Pop(), storage));
            }

            return true;
        }

        switch (i.Op)
        {
            case ILOpCode.Initobj:
                Fill(frame.Pop(), 0, OfToken(frame, i.Token).Size);
                break;
            case ILOpCode.Cpobj:
                Datum from = frame.Pop();
                Copy(frame.Pop(), from, OfToken(frame, i.Token).Size);
                break;
            case ILOpCode.Cpblk:
                int count = (int)frame.Pop().Number;
                Datum source = frame.Pop();
                Copy(frame.Pop(), source, count);
                break;
            case ILOpCode.Initblk:
                int size = (int)frame.Pop().Number;
                byte with = (byte)frame.Pop().Number;
                Fill(frame.Pop(), with, size);
                break;
            case ILOpCode.Localloc:
                frame.Push(Datum.Address(new DataMemory((int)frame.Pop().Number)));
                break;
            case ILOpCode.Sizeof:
                frame.Push(Datum.Int(OfToken(frame, i.Token).Size));
                break;
            default:
                return Field(frame, i);
        }

        return true;
    }

    private static Primitive? Indirect(ILOpCode op) =>
        op switch
        {
            ILOpCode.Ldind_i1 or ILOpCode.Stind_i1 => Primitive.SByte,
            ILOpCode.Ldind_u1 => Primitive.Byte,
            ILOpCode.Ldind_i2 or ILOpCode.Stind_i2 => Primitive.Int16,
            ILOpCode.Ldind_u2 => Primitive.UInt16,
            ILOpCode.Ldind_i4 or ILOpCode.Ldind_u4 or ILOpCode.Stind_i4 => Primitive.Int32,
            ILOpCode.Ldind_i8 or ILOpCode.Stind_i8 => Primitive.Int64,
            ILOpCode.Ldind_r4 or ILOpCode.Stind_r4 => Primitive.Single,
            ILOpCode.Ldind_r8 or ILOpCode.Stind_r8 => Primitive.Double,
            ILOpCode.Ldind_i or ILOpCode.Ldind_ref or ILOpCode.Stind_i or ILOpCode.Stind_ref => Primitive.Object,
            _ => null,
        };

    private static bool IsStore(ILOpCode op) =>
        op is ILOpCode.Stobj or ILOpCode.Stind_i or (>= ILOpCode.Stind_ref and <= ILOpCode.Stind_r8);

    private bool Field(Frame frame, Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Ldfld:
                Datum holder = frame.Pop();
                (Storage storage, int offset) = Place(frame, i.Token);
                frame.Push(
                    holder.Struct is { } whole
                        ? whole.Load(storage, offset)
                        : Load(holder with { Number = holder.Number + offset }, storage)
                );
                break;
            case ILOpCode.Ldflda:
                Datum around = frame.Pop();
                frame.Push(around with { Kind = Kind.Ptr, Number = around.Number + Place(frame, i.Token).Offset });
                break;
            case ILOpCode.Stfld:
                Datum value = frame.Pop(),
                    into = frame.Pop();
                (Storage field, int at) = Place(frame, i.Token);
                Store(into with { Number = into.Number + at }, field, value);
                break;
            case ILOpCode.Ldsflda:
                frame.Push(AddressOf(StaticOf(frame, i.Token)));
                break;
            case ILOpCode.Ldsfld:
                IlField read = StaticOf(frame, i.Token);
                frame.Push(
                    data.Of(read).IsArray ? Datum.Address(data.Of(read)) : Load(AddressOf(read), Layouts.Of(read.Type))
                );
                break;
            case ILOpCode.Stsfld:
                Assign(StaticOf(frame, i.Token), frame.Pop());
                break;
            case ILOpCode.Ldtoken when i.Token.Kind == HandleKind.FieldDefinition:
                frame.Token = StaticOf(frame, i.Token);
                frame.Push(Datum.Int(0));
                break;
            default:
                return false;
        }

        return true;
    }

    private IlField StaticOf(Frame frame, EntityHandle token) => frame.Il.Field(token, frame.Context).Field;

    private (Storage Storage, int Offset) Place(Frame frame, EntityHandle token)
    {
        (IlField field, IlType owner) = frame.Il.Field(token, frame.Context);
        return (Layouts.Of(IlContext.Of(owner).Close(field.Type)), Layouts.OffsetOf(owner, field.Name));
    }

    private readonly Dictionary<IlField, DataMemory> _tables = [];

    /// <summary>A variable, or a table that is in the image.</summary>
    private Datum AddressOf(IlField field)
    {
        if (field.ContentAddress > 0)
        {
            return Datum.Address(new DataTable(field));
        }

        StaticObject item = data.Of(field);
        return item.IsThreadLocal
            ? throw new EvaluationException($"'{field.Name}' is another one in each thread, so it has no address yet")
            : Datum.Address(item);
    }

    private void Assign(IlField field, Datum value)
    {
        StaticObject item = data.Of(field);
        CheckLasts(value);
        if (item.IsArray)
        {
            data.Bind(
                field,
                value.Base as DataMemory
                    ?? throw new EvaluationException($"'{field.Name}' is assigned something else than its array")
            );
        }
        else if (!item.IsExtern)
        {
            if (value.Struct is { } whole && field.Variable is not { Size: >= 0 })
            {
                item.Memory!.Grow(whole.Bytes.Length);
            }

            Storage storage = Layouts.Of(field.Type);
            if (value.Struct != null)
            {
                item.Memory!.Copy(value.Struct, 0, 0, Math.Min(value.Struct.Bytes.Length, item.Memory.Bytes.Length));
            }
            else
            {
                item.Memory!.Store(storage, 0, value);
            }
        }
    }

    /// <summary>Addresses in data are of objects that stay.</summary>
    private static void CheckLasts(Datum value)
    {
        DataMemory? held = value.Struct ?? value.Base as DataMemory;
        if (value.Base is DataMemory { Object: null, IsStatic: false })
        {
            throw new EvaluationException("the address is of memory that lasts no longer than the initialiser");
        }

        if (held is { Object: null })
        {
            foreach ((_, Datum inside, _) in held.Addresses)
            {
                CheckLasts(inside);
            }
        }
    }

    /// <summary>Memory behind an address, and the offset there.</summary>
    private DataMemory MemoryAt(Datum address, bool isWritten)
    {
        switch (address.Base)
        {
            case DataMemory memory:
                return memory;
            case StaticObject { Field: { } field } when data.ContentsOf(field) is { } contents:
                return contents;
            case DataTable { Field: var table } when !isWritten:
                if (!_tables.TryGetValue(table, out DataMemory? known))
                {
                    int size = Layouts.Of(table.Type).Size;
                    _tables[table] = known = new DataMemory(size);
                    module.Assembly.Contents(table, size).CopyTo(known.Bytes, 0);
                }

                return known;
            default:
                throw new EvaluationException("memory is used whose contents are not known before the program runs");
        }
    }

    private Datum Load(Datum address, Storage storage) => MemoryAt(address, false).Load(storage, address.Number);

    private void Store(Datum address, Storage storage, Datum value)
    {
        if (value.Base != null && storage.Size != module.Target.PointerSize)
        {
            throw new EvaluationException("an address does not fit: only the linker knows its bytes");
        }

        MemoryAt(address, true).Store(storage, address.Number, value);
    }

    private void Fill(Datum address, byte value, int count) =>
        MemoryAt(address, true).Fill(address.Number, value, count);

    private void Copy(Datum to, Datum from, int count) =>
        MemoryAt(to, true).Copy(MemoryAt(from, false), from.Number, to.Number, count);

    /// <summary>Arrays of C#, which only initialisers have.</summary>
    private bool ArrayElement(Frame frame, Instruction i)
    {
        switch (i.Op)
        {
            case ILOpCode.Newarr:
                Storage element = OfToken(frame, i.Token);
                long count = frame.Pop().Number;
                frame.Push(Datum.Address(new DataMemory(checked((int)count * element.Size)) { Element = element }));
                break;
            case ILOpCode.Ldlen:
                DataMemory measured = ArrayOf(frame.Pop());
                frame.Push(Datum.Int(measured.Bytes.Length / Math.Max(1, measured.Element!.Size)));
                break;
            case ILOpCode.Ldelema:
                frame.Push(Element(frame));
                break;
            case ILOpCode.Ldelem or (>= ILOpCode.Ldelem_i1 and <= ILOpCode.Ldelem_ref):
                Datum read = Element(frame);
                frame.Push(Load(read, ArrayOf(read).Element!));
                break;
            case ILOpCode.Stelem or (>= ILOpCode.Stelem_i and <= ILOpCode.Stelem_ref):
                Datum value = frame.Pop(),
                    at = Element(frame);
                Store(at, ArrayOf(at).Element!, value);
                break;
            default:
                return false;
        }

        return true;
    }

    private static Datum Element(Frame frame)
    {
        long index = frame.Pop().Number;
        Datum array = frame.Pop();
        return array with { Number = index * ArrayOf(array).Element!.Size };
    }

    private static DataMemory ArrayOf(Datum array) =>
        array.Base as DataMemory is { Element: not null } memory
            ? memory
            : throw new EvaluationException("an array is used that was not made here");
}
