using Mach.Vm;

namespace Kernel.Proofs;

/// <summary>
/// States of a machine that were compared with what they should be and were right, by which pages are free in them: to
/// compare the same bytes with the same expectation again would say the same, and takes longer than to see that the
/// bytes are the same.
/// </summary>
internal sealed class CheckedStates<TOwner>(HostPages<TOwner> machine)
    where TOwner : struct, IPageOwner
{
    private readonly Dictionary<uint, int> _newest = [];
    private readonly List<int> _before = [];
    private readonly int _size = machine.Size;
    private byte[] _states = new byte[64 * machine.Size];

    /// <summary>Begin with none.</summary>
    public void Forget()
    {
        _newest.Clear();
        _before.Clear();
    }

    /// <summary>Whether the machine is, to the last byte, in a state that was right with these free pages.</summary>
    public bool HasNow(uint free)
    {
        for (int state = _newest.GetValueOrDefault(free, -1); state >= 0; state = _before[state])
            if (machine.Equals(_states.AsSpan(state * _size, _size)))
                return true;
        return false;
    }

    /// <summary>Note that the machine's state is right with these free pages.</summary>
    public void AddNow(uint free)
    {
        int state = _before.Count;
        if ((state + 1) * _size > _states.Length)
            Array.Resize(ref _states, 2 * _states.Length);
        machine.CopyTo(_states.AsSpan(state * _size, _size));
        _before.Add(_newest.GetValueOrDefault(free, -1));
        _newest[free] = state;
    }
}
