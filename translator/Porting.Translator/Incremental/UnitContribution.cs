using Porting.Clang.Ast;
using Porting.Translator.Names;
using Porting.Translator.Output;
using Porting.Translator.Program;

namespace Porting.Translator.Incremental;

/// <summary>What one unit adds to the program beside its declarations, and what was made of it.</summary>
/// <param name="Shape">Hash of <see cref="OutlineShape"/>.</param>
/// <param name="Addresses">Functions whose address its generated functions and its variables use.</param>
/// <param name="Constants">Uses of macros as constants: name, value, C# type.</param>
/// <param name="Calls">Methods of macros that its functions call.</param>
/// <param name="Records">Places of the structs in its own file, in the order in which they are named.</param>
/// <param name="Files">Files of its group.</param>
/// <param name="CallMethods">Calls that need methods of the file: <see cref="LoweredFiles"/>.</param>
internal sealed record UnitContribution(
    string Shape,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<string> Constants,
    IReadOnlyList<string> Calls,
    IReadOnlyList<(string Place, int Offset)> Records,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> CallMethods
)
{
    /// <param name="shape">The hash of its <see cref="OutlineShape"/>.</param>
    /// <param name="macros">Macros that files of the program define: no others become constants.</param>
    public static UnitContribution Of(
        TranslationUnit unit,
        string shape,
        IReadOnlySet<string> macros,
        ProgramModel program,
        ProgramNames names,
        LoweredGroup group
    )
    {
        FunctionDecl[] functions = [.. unit.Decls.OfType<FunctionDecl>()];
        IEnumerable<VarDecl> variables = unit
            .Decls.OfType<VarDecl>()
            .Concat(functions.SelectMany(f => f.Locals).OfType<VarDecl>());
        FunctionDecl[] generated = [.. functions.Where(f => !f.IsMacro && f.HasBody && IsGenerated(program, f))];
        return new UnitContribution(
            shape,
            Sorted(
                generated
                    .SelectMany(f => f.AddressUses)
                    .Concat(variables.SelectMany(v => v.AddressUses))
                    .Select(program.Versions.KeyOf)
            ),
            Sorted(
                unit.MacroUses.Where(u => macros.Contains(u.Name) && u.Type.Canonical is BuiltinType or EnumType)
                    .Select(u => $"{u.Name} {u.Value} {names.Canonical(u.Type)}")
            ),
            Sorted(generated.SelectMany(f => f.MacroCalls).Select(program.Versions.KeyOf)),
            [.. names.PlacesOf(unit)],
            Sorted(group.Paths),
            Sorted(group.CallMethods.Select(v => $"{v.Function} {v.Types}"))
        );
    }

    /// <summary>Another of the same shape has the same structs and files as well; what its bodies use may
    /// differ.</summary>
    public bool IsLike(UnitContribution other) =>
        Records.Count == other.Records.Count
        && Files.SequenceEqual(other.Files)
        && CallMethods.SequenceEqual(other.CallMethods);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Shape);
        writer.Many(Addresses);
        writer.Many(Constants);
        writer.Many(Calls);
        writer.Many(
            Records,
            r =>
            {
                writer.Write(r.Place);
                writer.Write(r.Offset);
            }
        );
        writer.Many(Files);
        writer.Many(CallMethods);
    }

    public static UnitContribution Read(BinaryReader reader) =>
        new(
            reader.ReadString(),
            reader.Strings(),
            reader.Strings(),
            reader.Strings(),
            reader.Many(r => (r.ReadString(), r.ReadInt32())),
            reader.Strings(),
            reader.Strings()
        );

    private static bool IsGenerated(ProgramModel program, FunctionDecl decl) =>
        program.Known(decl) is { Origin: FunctionOrigin.Generated } function && function.Decl == decl;

    private static string[] Sorted(IEnumerable<string> values) => [.. values.Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>What lowering the files of one unit has given.</summary>
internal sealed record LoweredGroup(
    IReadOnlyList<string> Paths,
    IReadOnlyList<(string Function, string Types)> CallMethods
);
