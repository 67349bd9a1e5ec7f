using Porting.Clang.Ast;

namespace Porting.Translator.Lower;

/// <summary>Numbers of checked operations that stand at one place of the file, as those of one macro do: the runtime
/// reports each of them once.</summary>
internal sealed class CheckSerials
{
    private readonly Dictionary<CheckedPlace, int> _serials = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string File, int Line, int Column), int> _counts = [];

    public int Of(CheckedPlace check)
    {
        if (!_serials.TryGetValue(check, out int serial))
        {
            (string, int, int) place = (check.File, check.Line, check.Column);
            _serials[check] = serial = _counts[place] = _counts.GetValueOrDefault(place) + 1;
        }

        return serial;
    }
}
