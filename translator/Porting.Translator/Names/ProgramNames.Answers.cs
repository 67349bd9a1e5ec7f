using Porting.Clang.Ast;
using Porting.Translator.Output;
using Porting.Translator.Program;

namespace Porting.Translator.Names;

/// <summary>What a later run has to know of the names to use what an earlier one has made.</summary>
public sealed partial class ProgramNames
{
    /// <summary>What the names say now to a question of an earlier run.</summary>
    internal string Answer(LookupKind kind, string key) =>
        kind switch
        {
            LookupKind.Record => _records.GetValueOrDefault(RecordKey(key)) ?? "",
            LookupKind.Alias => _aliases.GetValueOrDefault(key) ?? "",
            LookupKind.Macro => MacroAnswer(key),
            LookupKind.Member => MemberAnswer(key),
            _ => _program.Answer(kind, key),
        };

    /// <summary>
    /// Hash of everything that the program and its names can answer, and of the layouts: as long as it is the same, so
    /// are all answers. Of a closed program.
    /// </summary>
    internal string Everything()
    {
        HashedText text = new();
        _program.Describe(text);
        foreach (RecordDecl record in _program.Records)
        {
            text.Append(Record(record))
                .Append(' ')
                .Append(record.Size)
                .Append(record.File.IsBelowRoot)
                .Append(record.IsAnonymousMember);
            foreach (FieldDecl field in record.Fields)
            {
                text.Append(' ')
                    .Append(field.IsAnonymous ? "" : Field(field))
                    .Append(' ')
                    .Append((int)Shape(field))
                    .Append(' ')
                    .Append(field.BitOffset);
            }

            text.Append('\n');
        }

        foreach (((string place, int offset), string name) in _records)
        {
            text.Append(place).Append(' ').Append(offset).Append(' ').Append(name).Append('\n');
        }

        foreach ((string name, string type) in _aliases)
        {
            text.Append(name).Append(' ').Append(type).Append('\n');
        }

        foreach (string name in _typeNames)
        {
            text.Append(name).Append(' ');
        }

        foreach ((string name, int count) in _memberCount)
        {
            text.Append(name).Append(' ').Append(count).Append('\n');
        }

        foreach (string name in _macros.Keys)
        {
            text.Append(name).Append(' ').Append(MacroAnswer(name)).Append('\n');
        }

        return text.Hash();
    }

    private string MacroAnswer(string name) =>
        _macros.TryGetValue(name, out (ConstantValue Value, string Type, string Class) macro)
            ? $"{macro.Value.Bits} {macro.Type} {macro.Class}"
            : "";

    private string MemberAnswer(string name)
    {
        string key = name.StartsWith("addr_", StringComparison.Ordinal) ? name[5..] : name;
        return _memberCount.GetValueOrDefault(key) <= 1 && !_typeNames.Contains(name) && !_aliases.ContainsKey(name)
            ? "simple"
            : "";
    }

    private static (string, int) RecordKey(string key) =>
        (
            key[..key.LastIndexOf('@')],
            int.Parse(key[(key.LastIndexOf('@') + 1)..], System.Globalization.CultureInfo.InvariantCulture)
        );
}
