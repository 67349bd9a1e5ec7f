namespace Kernel.Proofs;

/// <summary>A record of the kernel's log (kernel-handwritten/Diag/OperationLog.cs).</summary>
internal readonly record struct OperationRecord(uint Head, uint First, uint Second, uint FreePages)
{
    public const int Bytes = 16;

    public Kind Operation => (Kind)(Head & 0xff);

    public uint Flags => (Head >> 8) & 0xff;

    public bool IsExternal => (Head >> 16 & 1) != 0;

    public enum Kind
    {
        Take = 1,
        TakePart,
        Run,
        Return,
        Refuse,
        Wait,
        Wake,
        Sleep,
        Awake,
        Round,
        RoundEnd,
        Block,
        FreeBlock,
        Pages,
        FreePages,
        Handler,
        HandlerEnd,
        Figure,
        Map,
    }
}
