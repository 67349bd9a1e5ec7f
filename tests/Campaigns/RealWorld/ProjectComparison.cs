using Porting.Build;
using Porting.Hosted;
using Porting.Tests;

namespace Porting.Campaigns.RealWorld;

/// <summary>A project built twice by its own build, with clang and with <c>port cc</c> as CC; the programs' outputs are
/// compared.</summary>
/// <param name="compiler">The command that stands for <c>port cc</c>.</param>
/// <param name="drivers">Folder of our drivers.</param>
/// <param name="folder">Where the projects are built; each has its folder emptied first.</param>
public sealed class ProjectComparison(SourcePackage packages, string compiler, string drivers, string folder)
{
    private static readonly string Clang = string.Join(
        ' ',
        HostedCompiler.TargetArguments.Prepend(Tool.Clang.Locate()).Append("-w")
    );

    public bool MeasuresSpeed { get; init; } = true;

    public RealResult Compare(Project project)
    {
        string theirs = Prepare(project, "clang");
        string ours = Prepare(project, "port");
        long lines = project
            .Counted.SelectMany(p =>
                Directory.GetFiles(Path.Combine(theirs, Path.GetDirectoryName(p)!), Path.GetFileName(p))
            )
            .Sum(f => File.ReadLines(f).LongCount());
        if (BuildWith(Clang, project, theirs) is { } unfit)
        {
            return new RealResult(project.Name, lines, Verdict.NoVerdict, $"clang: {unfit}", null);
        }

        if (BuildWith(compiler, project, ours) is { } failed)
        {
            return new RealResult(project.Name, lines, Verdict.Refused, failed, null);
        }

        foreach (string run in project.Runs)
        {
            ToolResult expected = Shell(run, Clang, theirs);
            if (Differential.Difference(expected, Shell(run, compiler, ours)) is { } difference)
            {
                return new RealResult(project.Name, lines, Verdict.Differs, $"{run}: {difference}", null);
            }

            if (expected.Output.Length + expected.Errors.Length == 0 && !run.Contains("cmp", StringComparison.Ordinal))
            {
                return new RealResult(project.Name, lines, Verdict.NoVerdict, $"{run}: prints nothing", null);
            }
        }

        double? ratio =
            project.Measured is { } measured && MeasuresSpeed
                ? (double)InstructionCounter.Count(Expand(measured, "").Split(' '), ours)
                    / InstructionCounter.Count(Expand(measured, "").Split(' '), theirs)
                : null;
        string? program = project.Measured?.Split(' ')[0];
        return new RealResult(project.Name, lines, Verdict.Same, "", ratio)
        {
            Size =
                program == null ? null : ProgramSize.Ratio(Path.Combine(ours, program), Path.Combine(theirs, program)),
        };
    }

    /// <summary>A fresh copy of the source.</summary>
    private string Prepare(Project project, string variant)
    {
        string place = Path.Combine(folder, project.Name, variant);
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }

        Directory.CreateDirectory(place);
        string result = Path.Combine(place, project.Folder);
        if (project.Members.Count > 0)
        {
            packages.Extract(project.Source, project.Members, place);
            return result;
        }

        string source = packages.Expand(project.Source.Replace("{drivers}", drivers));
        ToolResult copied = ToolRunner.Run(new Tool("cp", "coreutils").Locate(), ["-r", source + "/.", place]);
        return copied.ExitStatus == 0
            ? result
            : throw new PortException(
                PortDiagnostic.Error("PORT9301", SourceLocation.None, $"{source}: {copied.FirstComplaint}")
            );
    }

    /// <summary>Null when every command succeeded, else what the first one that did not complained about; a log stays
    /// in the folder.</summary>
    private string? BuildWith(string cc, Project project, string place)
    {
        foreach (string command in project.Build)
        {
            ToolResult made = Shell(command, cc, place);
            File.AppendAllText(Path.Combine(place, "port-build.log"), $"$ {command}\n{made.Output}{made.Errors}");
            if (made.ExitStatus != 0)
            {
                string complaint =
                    made.Errors.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase))
                    ?? made.FirstComplaint;
                return $"{command}: {complaint}";
            }
        }

        return null;
    }

    private ToolResult Shell(string command, string cc, string place) =>
        ToolRunner.Run("/bin/bash", ["-c", "set -o pipefail; " + Expand(command, cc)], place, TimeSpan.FromMinutes(60));

    private string Expand(string command, string cc) => command.Replace("{cc}", cc).Replace("{drivers}", drivers);
}
