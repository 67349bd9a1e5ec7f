using Porting.Clang.Ast;
using Porting.Translator.Names;

namespace Porting.Translator.Program;

/// <summary>
/// Object-like macros that become constants: those whose expansion is, at every use, one integer constant. Value and
/// type are clang's, taken from the uses, so nothing is evaluated twice in two ways.
/// </summary>
internal static class MacroConstants
{
    public static void Collect(ProgramModel program, ProgramNames names)
    {
        Dictionary<string, (ConstantValue Value, string Type)?> seen = new(StringComparer.Ordinal);
        foreach (MacroUse use in program.Units.SelectMany(u => u.MacroUses))
        {
            Note(use, names, seen);
        }

        foreach (FileEntity file in program.Files)
        {
            foreach (MacroDefinition macro in file.Macros.Where(m => m is { Parameters: null, IsRedefined: false }))
            {
                if (
                    seen.TryGetValue(macro.Name, out (ConstantValue Value, string Type)? found)
                    && found is { } constant
                    && !names.Macros.ContainsKey(macro.Name)
                )
                {
                    names.AddMacro(macro.Name, constant.Value, constant.Type, file.ClassName);
                }
            }
        }
    }

    private static void Note(
        MacroUse use,
        ProgramNames names,
        Dictionary<string, (ConstantValue Value, string Type)?> seen
    )
    {
        if (use.Type.Canonical is not (BuiltinType or EnumType))
        {
            return;
        }

        (string name, ConstantValue value) = (use.Name, new ConstantValue(false, use.Value, 0));
        string type = names.Canonical(use.Type);
        type =
            type is "sbyte" or "short" or "bool" ? "int"
            : type is "byte" or "ushort" ? "int"
            : type;
        if (
            type is not ("int" or "uint" or "long" or "ulong")
            || (type == "int" && value.Bits is < int.MinValue or > int.MaxValue)
            || (type is "uint" or "ulong" && value.Bits < 0)
        )
        {
            return;
        }

        if (!seen.TryGetValue(name, out (ConstantValue Value, string Type)? known))
        {
            seen[name] = (value, type);
        }
        else if (known is { } first && first.Value.Bits != value.Bits)
        {
            seen[name] = null; // __LINE__-like: not one constant
        }
    }
}
