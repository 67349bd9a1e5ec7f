using System.Runtime.InteropServices;
using Mach.Vm;

namespace Kernel.Proofs;

/// <summary>Which pages of a small machine are ours: a bit for each.</summary>
internal struct MaskOwner : IPageOwner
{
    public uint Managed;

    public readonly bool IsManaged(Pfn page) => page.Value < 32 && (Managed >> (int)page.Value & 1) != 0;
}

/// <summary>Which pages of a larger machine are ours: a list of holes.</summary>
internal struct HoleOwner : IPageOwner
{
    public uint End;
    public uint HoleFirst;
    public uint HoleEnd;

    public readonly bool IsManaged(Pfn page) =>
        page.Value != 0 && page.Value < End && (page.Value < HoleFirst || page.Value >= HoleEnd);
}

/// <summary>
/// The allocator of the kernel with memory for its tables, and a copy of all of its state that can be put back: what a
/// proof needs to try many requests in one state.
/// </summary>
internal sealed unsafe class HostPages<TOwner> : IDisposable
    where TOwner : struct, IPageOwner
{
    private readonly Zone* _rows;
    private readonly byte* _storage;
    private readonly uint _rowBytes;
    private readonly uint _storageBytes;
    private readonly byte[] _saved;
    private PageAllocator<TOwner> _pages;

    public HostPages(uint end, uint[] limits, uint defaultRow, TOwner owner)
    {
        uint count = (uint)limits.Length;
        _rowBytes = count * (uint)sizeof(Zone);
        _rows = (Zone*)Garbage(_rowBytes + (uint)sizeof(Zone)); // and a row behind the last one, which is nobody's
        fixed (uint* first = limits)
        {
            _storageBytes = ZoneTable.BytesFor(first, count, end);
            _storage = (byte*)Garbage(_storageBytes);
            ZoneTable.Initialize(_rows, first, count, end, _storage);
        }
        _saved = new byte[Size];
        _pages.Owner = owner;
        _pages.Initialize(_rows, count, defaultRow);
        for (uint page = 0; page < end; page++)
            if (owner.IsManaged(new Pfn(page)))
                Check.That(_pages.TryAdd(new Pfn(page)), $"page {page} is added");
    }

    public ref PageAllocator<TOwner> Pages => ref _pages;

    /// <summary>Remember the state for <see cref="Restore"/>.</summary>
    public void Save() => CopyTo(_saved);

    public void Restore() => Load(_saved);

    /// <summary>The state as an array of its own, for <see cref="Load"/>.</summary>
    public byte[] Snapshot()
    {
        byte[] state = new byte[Size];
        CopyTo(state);
        return state;
    }

    public void Load(ReadOnlySpan<byte> snapshot)
    {
        snapshot[..(int)_rowBytes].CopyTo(new Span<byte>(_rows, (int)_rowBytes));
        snapshot[(int)_rowBytes..].CopyTo(new Span<byte>(_storage, (int)_storageBytes));
    }

    /// <summary>Bytes of a copy of the state.</summary>
    public int Size => (int)(_rowBytes + _storageBytes);

    /// <summary>Write the state to a buffer of <see cref="Size"/> bytes.</summary>
    public void CopyTo(Span<byte> buffer)
    {
        new ReadOnlySpan<byte>(_rows, (int)_rowBytes).CopyTo(buffer);
        new ReadOnlySpan<byte>(_storage, (int)_storageBytes).CopyTo(buffer[(int)_rowBytes..]);
    }

    /// <summary>Whether the state is the one in a buffer that <see cref="CopyTo"/> wrote.</summary>
    public bool Equals(ReadOnlySpan<byte> buffer) =>
        new ReadOnlySpan<byte>(_rows, (int)_rowBytes).SequenceEqual(buffer[..(int)_rowBytes])
        && new ReadOnlySpan<byte>(_storage, (int)_storageBytes).SequenceEqual(buffer[(int)_rowBytes..]);

    public void Dispose()
    {
        NativeMemory.Free(_rows);
        NativeMemory.Free(_storage);
    }

    // Nothing may count on memory that is cleared.
    private static void* Garbage(uint bytes)
    {
        void* memory = NativeMemory.Alloc(bytes);
        NativeMemory.Fill(memory, bytes, 0xa5);
        return memory;
    }
}
