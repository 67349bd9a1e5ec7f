namespace Mach.Vm;

/// <summary>
/// Physical address to page structure: one pointer per page number, null for memory that is not ours to hand out (the
/// hole below 1 MiB, the kernel itself, what was stolen at boot). Whoever moves memory from one structure to another must
/// say so by <see cref="TryReplace"/>, or later lookups find the structure that has lost it.
/// </summary>
internal unsafe struct PageArray
{
    private void** _entries;
    private uint _length;

    public readonly uint Length => _length;

    /// <summary>Storage for <paramref name="pages"/> entries, in bytes.</summary>
    public static uint BytesFor(uint pages) => pages * (uint)sizeof(void*);

    public void Initialize(void** entries, uint length)
    {
        _entries = entries;
        _length = length;
        for (uint i = 0; i < length; i++)
            entries[i] = null;
    }

    /// <summary>The structure of a page, or null: unmanaged, or beyond the end of memory.</summary>
    public readonly void* Lookup(Pfn page) => page.Value < _length ? _entries[page.Value] : null;

    /// <summary>Enter a structure. Refused beyond the end and where another structure stands already.</summary>
    public readonly bool TryAdd(Pfn page, void* structure)
    {
        if (page.Value >= _length || _entries[page.Value] != null)
            return false;
        _entries[page.Value] = structure;
        return true;
    }

    /// <summary>Let another structure stand for a page. Refused unless <paramref name="old"/> does so now.</summary>
    public readonly bool TryReplace(Pfn page, void* old, void* structure)
    {
        if (old == null || structure == null || Lookup(page) != old)
            return false;
        _entries[page.Value] = structure;
        return true;
    }
}
