namespace Porting.Translator.Assembly;

/// <summary>
/// A calling convention that C code asks for by an attribute (gcc's manual, "x86 Function Attributes"). What gcc and
/// clang do differently under one name is refused: <see cref="CSignature.Refusal"/>.
/// </summary>
/// <param name="Code">Part of symbols; empty for the platform's.</param>
/// <param name="Registers">Where the first words go.</param>
/// <param name="PopsArguments">The callee takes the arguments off the stack.</param>
public sealed record CConvention(string Code, IReadOnlyList<string> Registers, bool PopsArguments)
{
    public static readonly CConvention Platform = new("", [], false);
    private static readonly CConvention Fast = new("fastcall", ["%ecx", "%edx"], true);
    private static readonly CConvention Standard = new("stdcall", [], true);
    private static readonly CConvention[] Register =
    [
        Platform,
        new("regparm1", ["%eax"], false),
        new("regparm2", ["%eax", "%edx"], false),
        new("regparm3", ["%eax", "%edx", "%ecx"], false),
    ];

    public bool IsPlatform => Code.Length == 0;

    /// <summary>Integers of 64 bits take two registers; under fastcall compilers do not agree.</summary>
    public bool TakesLongs => this != Fast;

    /// <param name="attribute">As <see cref="Clang.Ast.FunctionType.Convention"/> has it.</param>
    /// <param name="isVariadic">Arguments of variadic functions are on the stack in all of them.</param>
    /// <returns>null for those of other platforms.</returns>
    public static CConvention? Of(string attribute, bool isVariadic) =>
        attribute switch
        {
            "" => Platform,
            "stdcall" or "fastcall" or "regparm(0)" or "regparm(1)" or "regparm(2)" or "regparm(3)" when isVariadic =>
                Platform,
            "stdcall" => Standard,
            "fastcall" => Fast,
            ['r', 'e', 'g', 'p', 'a', 'r', 'm', '(', var number and >= '0' and <= '3', ')'] => Register[number - '0'],
            _ => null,
        };

    internal static CConvention Parse(string code) =>
        code switch
        {
            "fastcall" => Fast,
            "stdcall" => Standard,
            _ => Register[code[^1] - '0'],
        };
}
