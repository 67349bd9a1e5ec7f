namespace Porting.Hosted;

/// <summary>Who makes machine code of the C#.</summary>
public enum BackEndKind
{
    /// <summary>The .NET ahead-of-time compiler for windows-x86, and a conversion.</summary>
    Ilc,

    /// <summary>Porting.Backend: LLVM.</summary>
    Llvm,
}

/// <summary>The variable PORT_BACKEND (llvm or ilc) lets a whole build or test suite choose.</summary>
public static class BackEndSwitch
{
    public const string Variable = "PORT_BACKEND";

    /// <summary>What the variable says; null when it says nothing.</summary>
    public static BackEndKind? Asked { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? Parse(name) : null;

    /// <summary>For objects of <c>port cc</c>, when nobody says.</summary>
    public static BackEndKind Default => Asked ?? BackEndKind.Llvm;

    /// <exception cref="PortException">PORT9001: there is no back end of that name.</exception>
    public static BackEndKind Parse(string name) =>
        name switch
        {
            "llvm" => BackEndKind.Llvm,
            "ilc" => BackEndKind.Ilc,
            _ => throw new PortException(
                PortDiagnostic.Error("PORT9001", SourceLocation.None, $"there is no back end '{name}': llvm or ilc")
            ),
        };
}
