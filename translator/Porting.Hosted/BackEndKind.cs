namespace Porting.Hosted;

/// <summary>Who makes machine code of the C#.</summary>
public enum BackEndKind
{
    /// <summary>The .NET ahead-of-time compiler for windows-x86, and a conversion.</summary>
    Ilc,

    /// <summary>Porting.Backend: LLVM.</summary>
    Llvm,
}

/// <summary>What is taken when nobody says: the variable PORT_BACKEND (llvm or ilc) lets a test suite choose.</summary>
public static class BackEndSwitch
{
    public const string Variable = "PORT_BACKEND";

    public static BackEndKind Default { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? Parse(name) : BackEndKind.Ilc;

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
