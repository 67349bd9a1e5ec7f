using System.Text;
using Porting.Backend.Il;
using Porting.Backend.Llvm;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>Static fields with contents in the image (string literals, constant tables).</summary>
internal sealed class Constants(ModuleLowering module)
{
    private readonly Dictionary<IlField, string> _names = [];
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public string AddressOf(IlField field)
    {
        if (_names.TryGetValue(field, out string? name))
        {
            return name;
        }

        name = _names[field] = IrText.Global($"const.{_names.Count}");
        Storage storage = module.Layouts.Of(field.Type);
        // Roslyn packs tables of wide elements; it takes an int for four bytes as well, which are text.
        int align = field.Type is NamedType { Definition.Pack: > 1 and var pack } ? pack : 1;
        byte[] bytes = module.Assembly.Contents(field, storage.Size);
        (string type, string contents) =
            align is 2 or 4 && bytes.Length % align == 0
                ? Wide(bytes, align)
                : ($"[{bytes.Length} x i8]", IrText.Bytes(bytes));
        _text.Append($"{name} = private unnamed_addr constant {type} {contents}, align {align}\n");
        return name;
    }

    /// <summary>LLVM merges strings of wide characters when it sees them as such.</summary>
    private static (string Type, string Contents) Wide(byte[] bytes, int width)
    {
        string type = $"i{width * 8}";
        IEnumerable<string> elements = Enumerable
            .Range(0, bytes.Length / width)
            .Select(i =>
                $"{type} {(width == 2 ? BitConverter.ToInt16(bytes, 2 * i) : BitConverter.ToInt32(bytes, 4 * i))}"
            );
        return ($"[{bytes.Length / width} x {type}]", $"[{string.Join(", ", elements)}]");
    }
}
