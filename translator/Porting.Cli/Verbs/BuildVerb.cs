using System.CommandLine;
using Porting.Build;
using Porting.Clang.Parse;
using Porting.Translator.Output;

namespace Porting.Cli.Verbs;

/// <summary><c>port build</c>: the ported kernel's image and the reference kernel's.</summary>
internal static class BuildVerb
{
    public static Command Create()
    {
        Option<string?> project = ProjectOption.Create();
        Option<StalePolicy?> stale = StaleOption.Create();
        Option<bool> portOnly = new("--port-only") { Description = "Leave the reference kernel as it is." };
        Command command = new("build", "Builds the bootable images in artifacts/kernel.") { portOnly, stale, project };
        command.SetAction(parsed =>
            Run(
                Workspace.Load(parsed.GetValue(project)),
                parsed.GetValue(portOnly),
                parsed.GetValue(stale) ?? StalePolicy.Error
            )
        );
        return command;
    }

    private static int Run(Workspace workspace, bool portOnly, StalePolicy policy)
    {
        KernelImages images = new(workspace);
        IReadOnlyList<CompileCommand> commands = workspace.Commands();
        LockFile locked = images.CheckedLock();
        (int status, EmitStamp stamp) = TreeCheck.Verify(workspace, commands, policy);
        if (status != ExitCodes.Done)
        {
            return status;
        }

        if (images.HasReference && !portOnly)
        {
            images.BuildReference(stamp);
            Describe(workspace, images.Reference);
        }

        KernelBuildResult result = images.BuildPort(commands, locked, stamp);
        Reporter.Print(result.Warnings);
        Describe(workspace, images.Port);
        return ExitCodes.Done;
    }

    private static void Describe(Workspace workspace, string image) =>
        Console.WriteLine($"{workspace.Relative(image)}: {new FileInfo(image).Length / 1024} KiB");
}
