using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Porting.Translator.Names;
using Porting.Translator.Output;
using Porting.Translator.Program;

namespace Porting.Translator.Incremental;

/// <summary>A file of the program.</summary>
/// <param name="Owners">Units that are the first to have some part of it.</param>
/// <param name="Units">Units whose declarations it has.</param>
internal sealed record FileFacts(
    string ClassName,
    bool IsUnit,
    int FirstUnit,
    IReadOnlyList<int> Owners,
    IReadOnlyList<int> Units
);

/// <summary>A function of the program: the unit whose declaration stands for it, and what all units together have
/// decided.</summary>
internal sealed record FunctionFacts(
    int Unit,
    FunctionOrigin Origin,
    string ClassName,
    bool NeedsEntry,
    bool IsDeclaredElsewhere,
    ulong Answer
);

internal sealed record VariableFacts(
    int Unit,
    string CSharpName,
    bool IsDropped,
    bool IsDeclaredElsewhere,
    ulong Answer
);

/// <summary>A method of a macro, and the unit that was the first to need it.</summary>
internal sealed record VariantFacts(int Unit, string File, string Macro, string Key, string Name, bool IsShared);

/// <summary>
/// A program that was translated without a word to say about it, as far as one more unit has to know it: names,
/// decisions that all units make together, and what each unit adds to them. With it a unit whose bodies have changed is
/// translated alone (<see cref="OneUnit"/>). It has no trees and no texts: some tens of bytes for each name of the
/// program.
/// </summary>
public sealed class ProgramSummary
{
    private readonly byte[][] _contributions;

    internal ProgramSummary(NameFacts names, byte[][] contributions) =>
        (Names, _contributions) = (names, contributions);

    internal NameFacts Names { get; }

    /// <summary>Declarations that units see differently.</summary>
    internal Versions Versions { get; init; } = new();
    internal Dictionary<string, FileFacts> Files { get; init; } = new(StringComparer.Ordinal);
    internal Dictionary<string, FunctionFacts> Functions { get; init; } = new(StringComparer.Ordinal);
    internal Dictionary<string, VariableFacts> Variables { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Methods in the order in which they were asked for.</summary>
    internal IReadOnlyList<VariantFacts> Variants { get; set; } = [];

    /// <summary>Macros that were asked for in vain: the names are somebody else's.</summary>
    internal IReadOnlyList<string> TakenMacros { get; init; } = [];

    /// <summary>Object-like macros that files of the program define.</summary>
    internal IReadOnlySet<string> Macros { get; init; } = new HashSet<string>();

    /// <summary>How many units have a line of <see cref="UnitContribution"/>.</summary>
    internal Dictionary<string, int> Counts { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How all functions were dealt with.</summary>
    public Coverage Coverage { get; init; } = new([]);
    public int FileCount { get; init; }

    public int UnitCount => _contributions.Length;

    /// <summary>Files that were made of a unit, source maps apart.</summary>
    public IReadOnlyList<string> FilesOf(int unit) => Contribution(unit).Files;

    internal UnitContribution Contribution(int unit) =>
        UnitContribution.Read(new BinaryReader(new MemoryStream(_contributions[unit])));

    /// <summary>Puts a unit's new contribution in the place of the old one.</summary>
    internal void Replace(int unit, UnitContribution fresh)
    {
        foreach (string line in LinesOf(Contribution(unit)))
        {
            Counts[line]--;
        }

        _contributions[unit] = BinaryLists.Written(fresh.Write);
        Count(Counts, fresh);
    }

    internal static void Count(Dictionary<string, int> counts, UnitContribution contribution)
    {
        foreach (string line in LinesOf(contribution))
        {
            counts[line] = counts.GetValueOrDefault(line) + 1;
        }
    }

    /// <summary>Uses that count: what one unit alone uses is decided by that unit.</summary>
    internal static IEnumerable<string> LinesOf(UnitContribution contribution) =>
        contribution
            .Addresses.Select(a => "& " + a)
            .Concat(contribution.Constants.Select(c => "= " + c))
            .Concat(contribution.Calls.Select(c => "() " + c));

    internal static ulong HashOf(string answer) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(answer)));

    public byte[] Write() =>
        BinaryLists.Written(writer =>
        {
            Names.Write(writer);
            Versions.Write(writer);
            writer.Table(
                Files,
                f =>
                {
                    writer.Write(f.ClassName);
                    writer.Write(f.IsUnit);
                    writer.Write(f.FirstUnit);
                    writer.Many(f.Owners, writer.Write);
                    writer.Many(f.Units, writer.Write);
                }
            );
            writer.Table(
                Functions,
                f =>
                {
                    writer.Write(f.Unit);
                    writer.Write((byte)f.Origin);
                    writer.Write(f.ClassName);
                    writer.Write(f.NeedsEntry);
                    writer.Write(f.IsDeclaredElsewhere);
                    writer.Write(f.Answer);
                }
            );
            writer.Table(
                Variables,
                v =>
                {
                    writer.Write(v.Unit);
                    writer.Write(v.CSharpName);
                    writer.Write(v.IsDropped);
                    writer.Write(v.IsDeclaredElsewhere);
                    writer.Write(v.Answer);
                }
            );
            writer.Many(
                Variants,
                v =>
                {
                    writer.Write(v.Unit);
                    writer.Write(v.File);
                    writer.Write(v.Macro);
                    writer.Write(v.Key);
                    writer.Write(v.Name);
                    writer.Write(v.IsShared);
                }
            );
            writer.Many(TakenMacros);
            writer.Many(Macros);
            writer.Table(Counts, writer.Write);
            writer.Many(
                Coverage.Files,
                c =>
                {
                    writer.Write(c.File);
                    writer.Write(c.Generated);
                    writer.Write(c.Replaced);
                    writer.Write(c.Dropped);
                }
            );
            writer.Write(FileCount);
            writer.Many(
                _contributions,
                c =>
                {
                    writer.Write(c.Length);
                    writer.Write(c);
                }
            );
        });

    /// <summary>What <see cref="Write"/> wrote; nobody else writes such files.</summary>
    public static ProgramSummary Read(BinaryReader reader)
    {
        NameFacts names = NameFacts.Read(reader);
        Versions versions = Versions.Read(reader);
        Dictionary<string, FileFacts> files = reader.Table(r => new FileFacts(
            r.ReadString(),
            r.ReadBoolean(),
            r.ReadInt32(),
            r.Many(n => n.ReadInt32()),
            r.Many(n => n.ReadInt32())
        ));
        Dictionary<string, FunctionFacts> functions = reader.Table(r => new FunctionFacts(
            r.ReadInt32(),
            (FunctionOrigin)r.ReadByte(),
            r.ReadString(),
            r.ReadBoolean(),
            r.ReadBoolean(),
            r.ReadUInt64()
        ));
        Dictionary<string, VariableFacts> variables = reader.Table(r => new VariableFacts(
            r.ReadInt32(),
            r.ReadString(),
            r.ReadBoolean(),
            r.ReadBoolean(),
            r.ReadUInt64()
        ));
        VariantFacts[] variants = reader.Many(r => new VariantFacts(
            r.ReadInt32(),
            r.ReadString(),
            r.ReadString(),
            r.ReadString(),
            r.ReadString(),
            r.ReadBoolean()
        ));
        string[] taken = reader.Strings();
        HashSet<string> macros = new(reader.Strings(), StringComparer.Ordinal);
        Dictionary<string, int> counts = reader.Table(r => r.ReadInt32());
        Coverage coverage = new(
            reader.Many(r => new FileCoverage(r.ReadString(), r.ReadInt32(), r.ReadInt32(), r.ReadInt32()))
        );
        int fileCount = reader.ReadInt32();
        return new ProgramSummary(names, reader.Many(r => r.ReadBytes(r.ReadInt32())))
        {
            Versions = versions,
            Files = files,
            Functions = functions,
            Variables = variables,
            Variants = variants,
            TakenMacros = taken,
            Macros = macros,
            Counts = counts,
            Coverage = coverage,
            FileCount = fileCount,
        };
    }
}
