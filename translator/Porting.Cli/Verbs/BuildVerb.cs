using System.CommandLine;
using Porting.Build;

namespace Porting.Cli.Verbs;

/// <summary><c>port build</c>: the ported kernel's image and the reference kernel's.</summary>
internal static class BuildVerb
{
    public static Command Create()
    {
        Option<string?> project = ProjectOption.Create();
        Option<bool> portOnly = new("--port-only") { Description = "Leave the reference kernel as it is." };
        Command command = new("build", "Builds the bootable images in artifacts/kernel.") { portOnly, project };
        command.SetAction(parsed => Run(Workspace.Load(parsed.GetValue(project)), parsed.GetValue(portOnly)));
        return command;
    }

    private static int Run(Workspace workspace, bool portOnly)
    {
        KernelImages images = new(workspace);
        if (images.HasReference && !portOnly)
        {
            images.BuildReference();
            Describe(workspace, images.Reference);
        }

        KernelBuildResult result = images.BuildPort();
        Reporter.Print(result.Warnings);
        Describe(workspace, images.Port);
        return ExitCodes.Done;
    }

    private static void Describe(Workspace workspace, string image) =>
        Console.WriteLine($"{workspace.Relative(image)}: {new FileInfo(image).Length / 1024} KiB");
}
