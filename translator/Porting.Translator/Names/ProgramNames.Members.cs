using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Names;

/// <summary>The names of structs' fields, and of the members of the classes that files become.</summary>
public sealed partial class ProgramNames
{
    public string Record(RecordDecl record) => NameRecord(_program.Record(record));

    /// <summary>A field; C# allows none with the name of its type, and an anonymous member's fields stand in the type
    /// around.</summary>
    public string Field(FieldDecl field)
    {
        if (field.IsAnonymous)
        {
            return $"_anonymous{field.Index}";
        }

        RecordDecl? owner = field.Owner;
        while (owner is { IsAnonymousMember: true, Outer: { } outer })
        {
            owner = outer;
        }

        return owner != null && Record(owner) == field.Name ? field.Name + "_" : CSharpWords.Escape(field.Name);
    }

    /// <summary>Only these element types may stand in a C# fixed buffer.</summary>
    public FieldShape Shape(FieldDecl field)
    {
        if (field.IsBitField)
        {
            return FieldShape.BitField;
        }

        if (field.Type.Canonical is RecordType { Size: 0 })
        {
            return FieldShape.ArrayProperty; // no storage: C# would give it a byte
        }

        if (field.Type.Canonical is not ArrayType array)
        {
            return FieldShape.Plain;
        }

        return
            array.Count > 0
            && Strip(array) is BuiltinType { Kind: not (BuiltinKind.LongDouble or BuiltinKind.Number) } or EnumType
            ? FieldShape.FixedBuffer
            : FieldShape.ArrayProperty;
    }

    public string Function(FunctionEntity function, string inClass) =>
        Member(function.CSharpName, function.ClassName, inClass);

    public string FunctionAddress(FunctionEntity function, string inClass)
    {
        if (_program.Mode == TargetMode.HostedObject)
        {
            function.IsAddressTaken = true;
            function.NeedsEntry |= function.Origin is FunctionOrigin.Generated or FunctionOrigin.Replaced;
        }

        return Member(AddressName(function), AddressClass(function), inClass);
    }

    /// <summary>The property with a function's address.</summary>
    public static string AddressName(FunctionEntity function) => $"addr_{function.Name}{function.Suffix}";

    /// <summary>The class that declares addr_f: of replaced functions the C file's, which is generated.</summary>
    public static string AddressClass(FunctionEntity function) => function.File?.ClassName ?? "Foreign";

    public string Variable(VariableEntity variable, string inClass) =>
        Member(variable.CSharpName, variable.ClassName, inClass);

    /// <summary>The simple name where it finds the member, else with the class in front.</summary>
    private string Member(string name, string ofClass, string inClass)
    {
        if (ofClass != inClass)
        {
            _lookups?.Note(LookupKind.Member, name, () => MemberAnswer(name));
        }

        bool isSimple = ofClass == inClass || MemberAnswer(name).Length > 0;
        return isSimple ? name : $"{ofClass}.{name}";
    }

    /// <summary>Its enumeration stands in a file, so that it is a member of the file's class.</summary>
    public static bool IsMember(EnumConstantDecl constant) => constant.Enum!.Parent == null;

    public string EnumConstant(EnumConstantDecl constant, string inClass)
    {
        string ofClass = _program.FileOf(constant.File)?.ClassName ?? "Foreign";
        return Member(EnumConstant(constant), ofClass, inClass);
    }

    /// <summary>As it is declared.</summary>
    public string EnumConstant(EnumConstantDecl constant) =>
        CSharpWords.Escape(constant.Name + _program.Versions.SuffixOf(constant));

    /// <summary>The const member for a macro that has just this value; null if there is none.</summary>
    public string? Macro(string name, long value, string inClass, out string type)
    {
        type = "";
        _lookups?.Note(LookupKind.Macro, name, () => MacroAnswer(name));
        if (
            !_macros.TryGetValue(name, out (ConstantValue Value, string Type, string Class) macro)
            || macro.Value.IsFloat
            || macro.Value.Bits != value
        )
        {
            return null;
        }

        type = macro.Type;
        return Member(CSharpWords.Escape(name), macro.Class, inClass);
    }
}
