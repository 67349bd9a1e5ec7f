using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Program;

namespace Porting.Translator.Names;

/// <summary>
/// How the entities of C are spelled in C#; docs/translation.md ("Names in C#") has the rules. Types have two spellings:
/// <see cref="Type"/> as a reader of the C expects it, with typedef names, and <see cref="Canonical"/>, by which two
/// types are compared.
/// </summary>
public sealed partial class ProgramNames
{
    private ProgramModel _program;
    private Lookups? _lookups;
    private bool _isClosed;
    private Dictionary<CType, CsType> _canonical = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string, int), string> _records = [];
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _completed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _typeNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _memberCount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ConstantValue Value, string Type, string Class)> _macros = new(
        StringComparer.Ordinal
    );

    public ProgramNames(ProgramModel program)
    {
        _program = program;
        NameRecords();
        NameTypedefs();
        CountMembers();
    }

    /// <summary>A view of the same names that notes what it is asked.</summary>
    internal ProgramNames Watched(ProgramModel program, Lookups? lookups)
    {
        ProgramNames view = (ProgramNames)MemberwiseClone();
        view._program = program;
        view._lookups = lookups;
        view._canonical = new Dictionary<CType, CsType>(ReferenceEqualityComparer.Instance);
        view.Types = new OwnTypes();
        return view;
    }

    /// <summary>Ends the collecting: from here on names are only read, by several threads at once.</summary>
    internal void Close()
    {
        CountConstants();
        _isClosed = true;
    }

    /// <summary>Typedef names that became aliases, with the canonical C# type each stands for.</summary>
    public IEnumerable<KeyValuePair<string, string>> Aliases => _aliases.OrderBy(a => a.Key, StringComparer.Ordinal);

    /// <summary>Names of all C# types of the program.</summary>
    public IReadOnlySet<string> TypeNames => _typeNames;

    /// <summary>Structs that the C declares and never defines; it has pointers to them only.</summary>
    public IEnumerable<string> OpaqueTypes =>
        _records
            .Where(r => r.Key.Item1.StartsWith("tag:", StringComparison.Ordinal))
            .Select(r => r.Value)
            .Except(_records.Where(r => !r.Key.Item1.StartsWith("tag:", StringComparison.Ordinal)).Select(r => r.Value))
            .Order(StringComparer.Ordinal);

    private void NameRecords()
    {
        foreach (RecordDecl record in _program.Units.SelectMany(RecordsOf))
        {
            NameRecord(record);
        }
    }

    /// <summary>An incomplete struct is known by its tag alone, a complete one by its place and tag: in a file that is
    /// included several times the tag may be a macro.</summary>
    private static (string Place, int Offset) KeyOf(RecordDecl record) =>
        !record.IsComplete
            ? ($"tag:{record.Name}", 0)
            : (
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{record.File.Path}#{record.Ordinal} {record.Name}{(record.Version == 0 ? "" : $"!{record.Version:x}")}"
                ),
                record.Span.StartOffset
            );

    private string NameRecord(RecordDecl record)
    {
        (string Place, int Offset) key = KeyOf(record);
        if (_records.TryGetValue(key, out string? known))
        {
            _lookups?.Note(LookupKind.Record, $"{key.Place}@{key.Offset}", () => known);
            return known;
        }

        if (_isClosed)
        {
            // No unit's declarations have it: named by its place, so that the name is the same whoever asks first.
            return $"{(record.Name.Length > 0 ? record.Name : "anonymous")}_{FileEntity.IdOf(record.File.Path)}_{record.Span.StartOffset}";
        }

        string wanted =
            (record.Name.Length > 0 ? record.Name : record.TypedefName ?? AnonymousName(record))
            + _program.Versions.SuffixOf(record);
        string name = CSharpWords.CanNameType(wanted) ? wanted : wanted + "_";
        bool isCompletion =
            record.IsComplete
            && _records.TryGetValue(($"tag:{record.Name}", 0), out string? tagged)
            && tagged == name
            && record.Name.Length > 0
            && _completed.Add(name);
        if (record.IsComplete)
        {
            _completed.Add(name);
        }

        if (!isCompletion && !_typeNames.Add(name))
        {
            string unique = $"{name}_{FileEntity.IdOf(System.IO.Path.GetFileName(record.File.Path))}";
            for (int i = 2; !_typeNames.Add(unique); i++)
            {
                unique = $"{name}_{i}";
            }

            name = unique;
        }

        if (record is { IsComplete: true, Name.Length: > 0 })
        {
            _records.TryAdd(($"tag:{record.Name}", 0), name);
        }

        return _records[key] = name;
    }

    private string AnonymousName(RecordDecl record)
    {
        string outer =
            record.Outer == null
                ? FileEntity.IdOf(System.IO.Path.GetFileName(record.File.Path))
                : NameRecord(record.Outer);
        FieldDecl? member = record.Outer?.Fields.FirstOrDefault(f =>
            Strip(f.Type) is RecordType type && type.Decl.Span == record.Span && type.Decl.Ordinal == record.Ordinal
        );
        return member is { Name.Length: > 0 } ? $"{outer}_{member.Name}" : $"{outer}_{(record.IsUnion ? "u" : "s")}";
    }

    /// <summary>
    /// What members have for C# that lead to a struct of which there are several: the type that the first unit gives
    /// them. Of names that are complete.
    /// </summary>
    internal Dictionary<string, string> FieldTypes()
    {
        Dictionary<string, string> types = new(StringComparer.Ordinal);
        foreach (
            (RecordDecl record, FieldDecl field) in _program
                .Records.Where(_ => !_program.Versions.IsEmpty)
                .SelectMany(r => r.Fields.Where(f => IsOfSeveral(f.Type)).Select(f => (r, f)))
        )
        {
            types[Versions.FieldKey(KeyOf(record), field)] = Canonical(field.Type);
        }

        return types;
    }

    private bool IsOfSeveral(CType type) =>
        type.Canonical switch
        {
            PointerType pointer => IsOfSeveral(pointer.Pointee),
            ArrayType array => IsOfSeveral(array.Element),
            FunctionType function => IsOfSeveral(function.Return) || function.Parameters.Any(IsOfSeveral),
            RecordType record => _program.Versions.HasSeveral(record.Decl),
            _ => false,
        };

    /// <summary>A member's type in C#, where that may be another one than the unit's.</summary>
    internal CsType? FieldType(FieldDecl field) =>
        field.Owner is { } owner
        && _program.Versions.FieldTypes is { Count: > 0 } types
        && types.TryGetValue(Versions.FieldKey(KeyOf(owner), field), out string? type)
            ? CsType.Of(type)
            : null;

    private static CType Strip(CType type) => type.Canonical is ArrayType array ? Strip(array.Element) : type.Canonical;

    private void NameTypedefs()
    {
        foreach (
            TypedefDecl typedef in _program.Units.SelectMany(u => u.Decls).OfType<TypedefDecl>().Where(_program.IsUsed)
        )
        {
            CType to = typedef.Underlying.Canonical;
            if (
                !CSharpWords.CanNameType(typedef.Name)
                || _typeNames.Contains(typedef.Name)
                || to is FunctionType or ArrayType or VectorType or ComplexType
                || to is BuiltinType { Kind: BuiltinKind.Void or BuiltinKind.Other or BuiltinKind.Number }
            )
            {
                continue;
            }

            string canonical = Canonical(to);
            if (!_aliases.TryAdd(typedef.Name, canonical) && _aliases[typedef.Name] != canonical)
            {
                _conflictingAliases.Add(typedef.Name);
            }
        }

        foreach (string name in _conflictingAliases)
        {
            _aliases.Remove(name);
        }
    }

    private readonly HashSet<string> _conflictingAliases = new(StringComparer.Ordinal);

    private void CountMembers()
    {
        IEnumerable<string> names = _program
            .Functions.Where(f => f.Origin != FunctionOrigin.Dropped)
            .Select(f => f.CSharpName)
            .Concat(_program.Variables.Select(v => v.CSharpName));
        foreach (string name in names)
        {
            _memberCount[name] = _memberCount.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>Enumerators and macros are members, too; nobody else sees a private function or variable of their
    /// name.</summary>
    private void CountConstants()
    {
        HashSet<(string Class, string Name)> constants =
        [
            .. _macros.Select(m => (m.Value.Class, CSharpWords.Escape(m.Key))),
        ];
        foreach (EnumDecl enumeration in _program.Units.SelectMany(u => u.Decls).OfType<EnumDecl>())
        {
            if (enumeration.Parent == null && _program.IsUsed(enumeration))
            {
                string ofClass = _program.FileOf(enumeration.File)?.ClassName ?? "Foreign";
                constants.UnionWith(enumeration.Constants.Select(c => (ofClass, EnumConstant(c))));
            }
        }

        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        IEnumerable<string> others = _program
            .Functions.Where(f => f.Origin != FunctionOrigin.Dropped && !f.IsPrivate)
            .Select(f => f.CSharpName)
            .Concat(_program.Variables.Where(v => !v.IsPrivate).Select(v => v.CSharpName));
        foreach (string name in constants.Select(c => c.Name).Concat(others))
        {
            seen[name] = seen.GetValueOrDefault(name) + 1;
        }

        foreach ((_, string name) in constants)
        {
            _memberCount[name] = Math.Max(_memberCount.GetValueOrDefault(name), seen[name]);
        }
    }

    /// <summary>A const member that stands for a macro.</summary>
    public void AddMacro(string name, ConstantValue value, string type, string className) =>
        _macros[name] = (value, type, className);

    public IReadOnlyDictionary<string, (ConstantValue Value, string Type, string Class)> Macros => _macros;

    /// <summary>The constant that a class has for a macro, if it has one.</summary>
    public (ConstantValue Value, string Type)? MacroOf(string name, string ofClass)
    {
        _lookups?.Note(LookupKind.Macro, name, () => MacroAnswer(name));
        return
            _macros.TryGetValue(name, out (ConstantValue Value, string Type, string Class) macro)
            && macro.Class == ofClass
            ? (macro.Value, macro.Type)
            : null;
    }
}
