namespace Porting.Cli;

/// <summary>Exit status of the tool; CONTRIBUTING.md has the table for users.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Found = 1;
    public const int Usage = 2;
    public const int Missing = 3;
    public const int CannotWrite = 4;
    public const int Defect = 70;
}
