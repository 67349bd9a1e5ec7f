namespace Porting.Build.Link;

/// <summary>
/// Assembles .S files with clang, which also does their C preprocessing. A file is assembled again when its text after
/// preprocessing, or the command, has changed. Errors: PORT6020 with the assembler's place.
/// </summary>
internal sealed class Assembler(StepCache cache, string workDirectory, IReadOnlyList<string> arguments)
{
    private static readonly string[] Fixed = ["-m32", "-c", "-Wa,--noexecstack"];

    /// <summary>The objects, in the order of the files.</summary>
    public IReadOnlyList<string> Assemble(IReadOnlyList<string> files)
    {
        string clang = Tool.Clang.Locate();
        string[] objects = [.. files.Select(ObjectPath)];
        Directory.CreateDirectory(workDirectory);
        List<PortDiagnostic> errors = [];
        Parallel.For(
            0,
            files.Count,
            i =>
            {
                string key = StepCache.HashOf([KernelBuilder.Identity, files[i], .. arguments, Text(clang, files[i])]);
                cache.Run(
                    "as " + Path.GetFileName(files[i]),
                    key,
                    objects[i],
                    () => Run(clang, files[i], objects[i], errors)
                );
            }
        );
        return errors.Count == 0
            ? objects
            : throw new PortException([
                .. errors.OrderBy(e => e.Location.File, StringComparer.Ordinal).ThenBy(e => e.Location.Line),
            ]);
    }

    private string ObjectPath(string file) =>
        Path.Combine(
            workDirectory,
            StepCache.HashOf([Path.GetRelativePath(workDirectory, file)])[..12]
                + "."
                + Path.GetFileNameWithoutExtension(file)
                + ".o"
        );

    /// <summary>What the assembler will see; only a file with directives needs the preprocessor to know.</summary>
    private string Text(string clang, string file)
    {
        string text = File.ReadAllText(file);
        return text.Contains("#include", StringComparison.Ordinal)
            ? ToolRunner.Run(clang, ["-m32", "-E", "-P", .. arguments, file]).Output
            : text;
    }

    private void Run(string clang, string file, string output, List<PortDiagnostic> errors)
    {
        ToolResult result = ToolRunner.Run(clang, [.. Fixed, .. arguments, file, "-o", output]);
        if (result.ExitStatus != 0)
        {
            lock (errors)
            {
                errors.AddRange(Diagnostics(result, file));
            }

            File.Delete(output);
        }
    }

    /// <summary>clang's <c>file:line:column: error: text</c>.</summary>
    private static IEnumerable<PortDiagnostic> Diagnostics(ToolResult result, string file)
    {
        int count = 0;
        foreach (string line in result.Errors.Split('\n'))
        {
            int mark = line.IndexOf(": error: ", StringComparison.Ordinal);
            if (mark < 0)
            {
                continue;
            }

            string[] place = line[..mark].Split(':');
            bool hasPlace = place.Length >= 3 && int.TryParse(place[^2], out _) && int.TryParse(place[^1], out _);
            SourceLocation location = hasPlace
                ? new SourceLocation(string.Join(':', place[..^2]), int.Parse(place[^2]), int.Parse(place[^1]))
                : new SourceLocation(file, 0, 0);
            count++;
            yield return PortDiagnostic.Error("PORT6020", location, line[(mark + 9)..]);
        }

        if (count == 0)
        {
            yield return PortDiagnostic.Error(
                "PORT6020",
                new SourceLocation(file, 0, 0),
                $"cannot be assembled: {result.FirstComplaint}"
            );
        }
    }
}
