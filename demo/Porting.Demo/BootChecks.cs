using Porting.Build.Boot;
using Porting.Tests.Devices;

namespace Porting.Demo;

/// <summary>The statements about one boot. What is expected is computed here, from the disk's contents and the kernel
/// tests' formula, never taken from the kernel.</summary>
internal sealed class BootChecks(Evidence evidence, byte[] disk)
{
    private const int CylinderBytes = 36 * 512;
    private const int PageBytes = 4096;
    private const uint DmaEnd = 16 << 20;
    private const byte Untouched = 0x5a;

    private readonly List<Check> _checks = [];

    private KernelReport Report => evidence.Report;

    public IReadOnlyList<Check> Run()
    {
        Verdict();
        UsedMemory();
        DiskRead();
        DiskWritten();
        AllComesBack();
        RefusedAndForced();
        SoundPlayed();
        FramesSeen();
        foreach ((string hardDisk, string driver) in DemoBoot.HardDisks)
            HardDiskMoved(hardDisk, driver);
        return _checks;
    }

    private void Add(string statement, bool holds, string figures) =>
        _checks.Add(new Check(evidence.Machine.ToString(), statement, holds, figures));

    private void Verdict()
    {
        Ktap ktap = evidence.Result.Ktap;
        IReadOnlyList<string> wrong = ktap.Disagreements(evidence.Result.ExitStatus, evidence.Result.HasTimedOut);
        int failed = ktap.Count(TestOutcome.Failed);
        string names = string.Join(
            ", ",
            ktap.Results.Where(r => r.Outcome == TestOutcome.Failed).Select(r => r.Name).Concat(wrong)
        );
        Add(
            "the kernel's own tests pass",
            wrong.Count == 0 && failed == 0 && ktap.Count(TestOutcome.Passed) > 0,
            $"{ktap.Count(TestOutcome.Passed)} passed, {failed} failed, {ktap.Count(TestOutcome.Skipped)} skipped {names}"
        );
    }

    private void UsedMemory()
    {
        (int used, int all, int replaced) = Report.Churn;
        uint buffer = Report.BufferInUsedMemory;
        bool isFull = all > 0 && used * 10L >= all * 9L;
        Add(
            "a cylinder's buffer is found when nine tenths of the DMA memory are in use",
            isFull && replaced > all && buffer != 0,
            $"{used} of {all} pages in use, {replaced} replaced; kmalloc gave 0x{buffer:x8}"
        );
    }

    /// <summary>Of the port alone: the C kernel's pool is no free memory in the first place. Other memory may differ by
    /// a page or two, which the collection of zones takes and gives.</summary>
    private void AllComesBack()
    {
        int before = Report.Free("before").Dma,
            after = Report.Free("after").Dma;
        if (evidence.Machine.IsPort)
        {
            Add(
                "every page of DMA memory comes back",
                before > 0 && before == after,
                $"{before} before, {after} after (all of memory: {Report.FreeAround.Before} and {Report.FreeAround.After})"
            );
        }
    }

    private void DiskRead()
    {
        (int bytes, uint crc) = Report.Read;
        uint expected = Crc32.Of(disk);
        Add(
            "the whole disk arrives",
            bytes == disk.Length && crc == expected,
            $"{bytes} bytes, CRC-32 {crc:x8}, host {expected:x8}"
        );

        (uint address, int count, int sector, _) = Report.Buffer;
        bool isLegal =
            address != 0
            && count == CylinderBytes
            && address + count <= DmaEnd
            && address >> 16 == (address + (uint)count - 1) >> 16;
        Add(
            "its buffer is below 16 MiB and inside one 64 KiB block",
            isLegal,
            $"0x{address:x8} to 0x{address + count - 1:x8}"
        );

        bool isSame =
            evidence.Witness.Buffer is { } seen
            && sector * 512 + count <= disk.Length
            && seen.AsSpan().SequenceEqual(disk.AsSpan(sector * 512, count));
        Add(
            "pmemsave sees the disk's last cylinder in that buffer",
            isSame,
            $"{evidence.Witness.Buffer?.Length ?? 0} bytes, CRC-32 {Crc32.Of(evidence.Witness.Buffer):x8}, of the image {Crc32.Of(disk.AsSpan(disk.Length - CylinderBytes)):x8}"
        );
    }

    private void DiskWritten()
    {
        byte[] expected = [.. disk];
        (int count, int first, int step) = Report.Written;
        for (int cylinder = first, n = 0; n < count; n++, cylinder += step)
        {
            Noise.Bytes(CylinderBytes, (uint)cylinder).CopyTo(expected, cylinder * CylinderBytes);
        }

        int different =
            expected.Zip(evidence.DiskAfter).Count(p => p.First != p.Second)
            + Math.Abs(expected.Length - evidence.DiskAfter.Length);
        Add(
            "what was written is in the image, and nothing else changed",
            count > 0 && different == 0,
            $"{count} cylinders; {different} bytes of {expected.Length} are not as expected; CRC-32 {Crc32.Of(evidence.DiskAfter):x8}"
        );
    }

    private void RefusedAndForced()
    {
        Add("a transfer above 16 MiB is refused", Report.Refused >= DmaEnd, $"0x{Report.Refused:x8}");

        if (evidence.Machine.IsPort)
        {
            (uint address, bool isRefused) = Report.Ordinary;
            Add(
                "a cylinder's buffer from kmalloc without GFP_DMA is above 16 MiB and refused",
                address >= DmaEnd && isRefused,
                $"0x{address:x8}"
            );
        }

        (uint high, _, uint alias, _) = Report.Forced;
        bool isAlias = high >= DmaEnd && alias == (high & (DmaEnd - 1)) && alias != 0;
        Witness witness = evidence.Witness;
        int untouched = witness.HighPage?.Count(b => b == Untouched) ?? -1;
        bool isThere = witness.AliasPage is { } page && page.AsSpan().SequenceEqual(disk.AsSpan(0, PageBytes));
        Add(
            "forced, it succeeds, leaves its memory alone, and overwrites another page",
            isAlias && untouched == PageBytes && isThere,
            $"for 0x{high:x8}: {untouched} of {PageBytes} bytes unchanged; the disk's first {PageBytes} bytes at 0x{alias:x8}: {(isThere ? "yes" : "no")}"
        );
    }

    private void SoundPlayed()
    {
        foreach (int bits in new[] { 8, 16 })
        {
            (int Bits, int Bytes, int Seed, uint Buffer) played = Report.Played.FirstOrDefault(p => p.Bits == bits);
            Playback playback = evidence.Sound.Find(
                Noise.Samples(played.Bytes, bits, (uint)played.Seed),
                bits == 8 ? 256 : 0
            );
            Add(
                $"the sound card plays every sample of {bits} bits (channel {(bits == 8 ? 1 : 5)})",
                playback.Expected > 0 && playback.Matching == playback.Expected,
                $"{playback.Matching} of {playback.Expected} samples; buffer 0x{played.Buffer:x8}"
            );
        }
    }

    private void FramesSeen()
    {
        foreach ((string driver, IReadOnlyList<byte[]> frames) in evidence.Frames)
        {
            int requests = frames.Count(NetFrames.IsArpRequest),
                replies = frames.Count(NetFrames.IsArpReply);
            (int bytes, uint address) = Report.Rings(driver);
            string rings = bytes == 0 ? "no memory of the kernel's" : $"{bytes} bytes of rings at 0x{address:x8}";
            Add(
                $"{driver}: the host answers the network card",
                requests > 0 && replies == requests && bytes >= 0,
                $"{requests} ARP requests, {replies} replies; {rings}"
            );
            int sent = Echoes(frames, isAnswer: false),
                answered = Echoes(frames, isAnswer: true);
            Add(
                $"{driver}: {NetFrames.Echoes} frames with {NetFrames.PayloadBytes} bytes of noise go out and back",
                sent == NetFrames.Echoes && answered == NetFrames.Echoes,
                $"{sent} out, {answered} back, every byte as computed"
            );
        }
    }

    private void HardDiskMoved(string hardDisk, string driver)
    {
        byte[] before = HardDiskImage.Make(hardDisk);
        IReadOnlyList<string> wrong = HardDiskImage.Wrong(before, evidence.Result.Serial, hardDisk);
        (int transfers, string buffer) = HardDiskImage.Reading(evidence.Result.Serial, hardDisk);
        Add(
            $"{driver}: the disk and its partitions arrive by DMA, in used memory too",
            wrong.Count == 0,
            $"{before.Length} bytes in {transfers} transfers, CRC-32 {Crc32.Of(before):x8}, buffer {buffer} "
                + string.Join("; ", wrong)
        );

        byte[] expected = HardDiskImage.Written(before, evidence.Result.Serial, hardDisk),
            after = evidence.HardDisksAfter[hardDisk];
        int different = expected.Zip(after).Count(p => p.First != p.Second),
            changed = expected.Zip(before).Count(p => p.First != p.Second);
        Add(
            $"{driver}: what was written is in the image, and nothing else changed",
            changed > 0 && different == 0 && after.Length == before.Length,
            $"{changed} bytes changed; {different} bytes of {after.Length} are not as expected"
        );
    }

    private static int Echoes(IReadOnlyList<byte[]> frames, bool isAnswer) =>
        frames.Select(f => NetFrames.EchoOf(f, isAnswer)).Where(n => n != 0).Distinct().Count();
}
