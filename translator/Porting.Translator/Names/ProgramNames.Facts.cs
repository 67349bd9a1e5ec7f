using Porting.Clang.Ast;
using Porting.Translator.Output;
using Porting.Translator.Program;

namespace Porting.Translator.Names;

/// <summary>All names that the program has decided on.</summary>
/// <param name="Records">Names of structs by the places that declare them.</param>
/// <param name="Members">Names that several classes have as a member, with their number.</param>
internal sealed record NameFacts(
    Dictionary<(string Place, int Offset), string> Records,
    Dictionary<string, string> Aliases,
    HashSet<string> TypeNames,
    Dictionary<string, int> Members,
    Dictionary<string, (ConstantValue Value, string Type, string Class)> Macros
)
{
    public void Write(BinaryWriter writer)
    {
        writer.Many(
            Records,
            r =>
            {
                writer.Write(r.Key.Place);
                writer.Write(r.Key.Offset);
                writer.Write(r.Value);
            }
        );
        writer.Table(Aliases, writer.Write);
        writer.Many(TypeNames);
        writer.Table(Members, writer.Write);
        writer.Table(
            Macros,
            m =>
            {
                writer.Write(m.Value.Bits);
                writer.Write(m.Type);
                writer.Write(m.Class);
            }
        );
    }

    public static NameFacts Read(BinaryReader reader) =>
        new(
            reader
                .Many(r => (Key: (r.ReadString(), r.ReadInt32()), Name: r.ReadString()))
                .ToDictionary(r => r.Key, r => r.Name),
            reader.Table(r => r.ReadString()),
            new HashSet<string>(reader.Strings(), StringComparer.Ordinal),
            reader.Table(r => r.ReadInt32()),
            reader.Table(r => (new ConstantValue(false, r.ReadInt64(), 0), r.ReadString(), r.ReadString()))
        );
}

/// <summary>Names taken over from an earlier run.</summary>
public sealed partial class ProgramNames
{
    /// <summary>The names of a program that is known by a summary.</summary>
    internal ProgramNames(ProgramModel program, NameFacts facts)
    {
        _program = program;
        _records = facts.Records;
        _aliases = facts.Aliases;
        _typeNames = facts.TypeNames;
        _memberCount = facts.Members;
        _macros = facts.Macros;
        _isClosed = true;
    }

    internal NameFacts Facts =>
        new(
            _records,
            _aliases,
            _typeNames,
            _memberCount.Where(m => m.Value > 1).ToDictionary(StringComparer.Ordinal),
            _macros
        );

    /// <summary>Where the structs of a unit's own file stand, in the order in which they were named.</summary>
    internal IEnumerable<(string Place, int Offset)> PlacesOf(TranslationUnit unit) =>
        RecordsOf(unit).Where(r => r.IsComplete && r.File == unit.MainFile).Select(KeyOf);

    private IEnumerable<RecordDecl> RecordsOf(TranslationUnit unit) =>
        unit
            .Decls.OfType<RecordDecl>()
            .Where(_program.IsUsed)
            .Concat(
                unit.Decls.OfType<FunctionDecl>().Where(_program.IsUsed).SelectMany(f => f.Locals).OfType<RecordDecl>()
            );
}
