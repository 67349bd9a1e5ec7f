using Porting.Clang.Ast;
using Porting.Translator.Names;
using Porting.Translator.Passes;
using Porting.Translator.Program;

namespace Porting.Translator.Lower;

/// <summary>What all functions of a program share while their bodies are lowered.</summary>
internal sealed class LoweringContext(ProgramModel program, ProgramNames names, List<PortDiagnostic> diagnostics)
{
    public ProgramModel Program { get; } = program;
    public ProgramNames Names { get; } = names;
    public List<PortDiagnostic> Diagnostics { get; } = diagnostics;
    public AssemblyStore Assembly { get; } = new();
    public ExpressionStore Expressions { get; } = new();
    public CheckSerials CheckSerials { get; } = new();
    public VariadicCalls Variadics { get; } = new();
    public ForeignCalls Foreign { get; } = new();

    /// <summary>What lowered statements go through.</summary>
    public PassList Passes { get; init; } = PassList.Whole;

    /// <summary>Of the unit whose files are made.</summary>
    public SelfOverlap Overlap { get; set; } = SelfOverlap.None;
    public bool IsHosted => Program.Mode == TargetMode.HostedObject;

    private readonly Dictionary<string, ClassMembers> _members = new(StringComparer.Ordinal);

    /// <summary>What a class of the unit is asked for.</summary>
    public ClassMembers MembersOf(string className)
    {
        if (!_members.TryGetValue(className, out ClassMembers? members))
        {
            _members[className] = members = new ClassMembers();
        }

        return members;
    }

    /// <summary>A variable's address as a value: of an array its name, of others a property of the class that wants it.
    /// C# takes no address of a field but in <c>fixed</c>; statics never move here.</summary>
    public string VariableAddress(VariableEntity variable, string inClass)
    {
        string name = Names.Variable(variable, inClass);
        CType type = variable.Decl.Type;
        if (type.Canonical is ArrayType)
        {
            return name;
        }

        string address = "addr_" + name.Replace("@", "", StringComparison.Ordinal).Replace('.', '_');
        bool isVoid = type.Canonical is BuiltinType { Kind: BuiltinKind.Void } or FunctionType;
        string pointer = (isVoid ? "byte" : Names.Type(type)) + "*";
        string local = name == "p" ? "it" : "p";
        MembersOf(inClass).Addresses[address] =
            $"private static {(isVoid ? "void*" : pointer)} {address} {{ get {{ fixed ({pointer} {local} = &{name}) {{ return {local}; }} }} }}";
        return address;
    }
}
