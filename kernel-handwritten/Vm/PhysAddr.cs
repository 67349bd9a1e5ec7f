namespace Mach.Vm;

/// <summary>
/// A physical address. The C code calls this <c>vm_offset_t</c>, which is also what it calls a kernel virtual
/// address and an offset in an object; here the three cannot be mixed up. A kernel virtual address is made from it by
/// <c>phystokv</c> and by nothing else, so that the code stays right where the direct map is not the identity.
/// </summary>
internal readonly struct PhysAddr
{
    public readonly uint Value;

    public PhysAddr(uint value) => Value = value;

    /// <summary>The page that holds this byte.</summary>
    public Pfn Page => new(Value >> Pfn.Shift);
}
