namespace Porting.Translator.Macros;

/// <summary>What the macros of all units come to. In memory while a unit is at hand; of the others only where to find
/// it and its hash. For several threads that are at different units.</summary>
internal sealed class MacroShelf(int count, IUnitStore? store)
{
    private readonly UnitMacros?[] _atHand = new UnitMacros?[count];
    private readonly string?[] _keys = new string?[count];
    private readonly string[] _hashes = [.. Enumerable.Repeat(UnitMacros.None.Hash, count)];

    /// <summary>A unit's macros, read again unless they are at hand.</summary>
    public UnitMacros this[int unit] =>
        _atHand[unit]
        ?? (
            _keys[unit] is not { } key
                ? UnitMacros.None
                : Found(key)
                    ?? throw new InvalidOperationException("an entry of the cache was removed while it was in use")
        );

    public string HashOf(int unit) => _hashes[unit];

    /// <summary>Takes what an earlier run has left; false when there is nothing.</summary>
    public bool TryTake(int unit, string key)
    {
        if (Found(key) is not { } found)
        {
            return false;
        }

        (_atHand[unit], _keys[unit], _hashes[unit]) = (found, key, found.Hash);
        return true;
    }

    public void Put(int unit, string key, UnitMacros macros)
    {
        (_atHand[unit], _hashes[unit]) = (macros, macros.Hash);
        _keys[unit] = store!.KeepMacros(key, macros.Write()) ? key : null;
    }

    /// <summary>The unit is left for now. What the store could not keep stays.</summary>
    public void Return(int unit) => _atHand[unit] = _keys[unit] == null ? _atHand[unit] : null;

    private UnitMacros? Found(string key) => store!.FindMacros(key) is { } kept ? UnitMacros.Read(kept) : null;
}
