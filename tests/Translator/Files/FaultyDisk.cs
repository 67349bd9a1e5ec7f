using Porting.Translator.Output.Files;

namespace Porting.Translator.Tests.Files;

internal enum Fault
{
    /// <summary>One step fails.</summary>
    Once,

    /// <summary>From one step on there is no room: nothing grows, names can still be changed.</summary>
    NoRoom,

    /// <summary>From one step on nothing can be changed.</summary>
    Dead,

    /// <summary>The process dies before a step.</summary>
    KillBefore,

    /// <summary>The process dies in the middle of a step that can be half done, else behind it.</summary>
    KillAmid,
}

/// <summary>The process is gone: nothing that runs afterwards has an effect.</summary>
internal sealed class KilledException : Exception;

/// <summary>A disk that fails at the n-th change, or whose user dies there.</summary>
internal sealed class FaultyDisk(IDisk disk, Fault fault, int at) : IDisk
{
    private int _step = -1;

    /// <summary>Changes that were asked for.</summary>
    public int Steps => _step + 1;

    public IDisposable Lock(string folder) => disk.Lock(folder);

    public string? Identify(string path) => disk.Identify(path);

    public byte[] Read(string path) => disk.Read(path);

    public IReadOnlyList<string> NamesIn(string folder) => disk.NamesIn(folder);

    public string VolumeOf(string folder) => disk.VolumeOf(folder);

    public void Create(string path, ReadOnlySpan<byte> contents, string? like = null)
    {
        byte[] bytes = contents.ToArray();
        Step(
            path,
            true,
            () => disk.Create(path, bytes, like),
            () => disk.Create(path, bytes.AsSpan(0, bytes.Length / 2))
        );
    }

    public void Append(string path, ReadOnlySpan<byte> contents)
    {
        byte[] bytes = contents.ToArray();
        Step(path, true, () => disk.Append(path, bytes), () => disk.Append(path, bytes.AsSpan(0, bytes.Length / 2)));
    }

    public void Mark(string path, byte first) => Step(path, false, () => disk.Mark(path, first));

    public void Rename(string from, string to) => Step(to, false, () => disk.Rename(from, to));

    public void Delete(string path) => Step(path, false, () => disk.Delete(path));

    public void CreateFolder(string path) => Step(path, true, () => disk.CreateFolder(path));

    public bool DeleteEmptyFolder(string path)
    {
        bool result = false;
        Step(path, false, () => result = disk.DeleteEmptyFolder(path));
        return result;
    }

    public void Sync(string folder) => Step(folder, false, () => disk.Sync(folder));

    private void Step(string path, bool needsRoom, Action change, Action? half = null)
    {
        _step++;
        bool isHere = _step == at;
        bool isBehind = _step > at;
        switch (fault)
        {
            case Fault.Once when isHere:
            case Fault.NoRoom when needsRoom && (isHere || isBehind):
            case Fault.Dead when isHere || isBehind:
                throw new DiskException(path, "no space left on device");
            case Fault.KillBefore when isHere || isBehind:
            case Fault.KillAmid when isBehind:
                throw new KilledException();
            case Fault.KillAmid when isHere:
                (half ?? change)();
                throw new KilledException();
            default:
                change();
                break;
        }
    }
}
