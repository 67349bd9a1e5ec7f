using Porting.Build;

namespace Porting.Campaigns.Kernels;

/// <summary>A step of a foreign build went wrong; the log says more.</summary>
public sealed class BuildFailedException(string message) : Exception(message);

/// <summary>One build of a foreign tree: its folder, its log, and a compiler that notes what it compiles.</summary>
public sealed class BuildFolder(string path)
{
    public string Path => path;

    public string At(string name) => System.IO.Path.Combine(path, name);

    private string Log => path + ".log";

    /// <summary>Runs a command of a shell in the tree; its output goes to the log.</summary>
    public void Shell(string command, TimeSpan? timeout = null)
    {
        ToolResult ran = ToolRunner.Run("/bin/bash", ["-c", command], path, timeout ?? TimeSpan.FromMinutes(60));
        File.AppendAllText(Log, $"$ {command}\n{ran.Output}{ran.Errors}");
        if (ran.ExitStatus != 0)
        {
            string complaint =
                ran.Errors.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase))
                ?? ran.FirstComplaint;
            throw new BuildFailedException($"{complaint} ({Log})");
        }
    }

    /// <summary>
    /// A compiler command for a Makefile that writes a line for each C file that it makes an object of. gcc's name for
    /// the alignment of the stack becomes clang's; an option of gcc's alone is left out for clang.
    /// </summary>
    /// <param name="compiler">The command.</param>
    /// <param name="others">gcc compiles what has this option; empty for nothing.</param>
    public string Compiler(string compiler, string others)
    {
        string script = At("kernels-cc");
        string branch = others.Length == 0 ? "" : $"{others}) c='gcc'; who=c;; ";
        File.WriteAllText(
            script,
            $$"""
            #!/bin/bash
            c='{{compiler}}'; who=port; makes=; file=; args=()
            for a; do
              case $a in {{branch}}-c) makes=1;; *.c) file=$a;; esac
            done
            for a; do
              case $c:$a in
                *clang*:-mpreferred-stack-boundary=2) a=-mstack-alignment=4;;
                *clang*:-falign-jumps=*) continue;;
              esac
              args+=("$a")
            done
            [[ -z $makes || -z $file ]] || echo "$who $file" >> '{{At("kernels-units")}}'
            exec $c "${args[@]}"

            """
        );
        ToolRunner.Run(new Tool("chmod", "coreutils").Locate(), ["755", script]);
        return script;
    }

    /// <summary>
    /// A compiler command for a Makefile whose other compiler takes what the first one refuses; both note it, the second
    /// one with the first's first error. A directory of clang's own headers becomes gcc's.
    /// </summary>
    public string CompilerWithFallback(string compiler, string gcc)
    {
        string script = At("kernels-cc");
        File.WriteAllText(
            script,
            $$"""
            #!/bin/bash
            makes=; file=; args=()
            for a; do
              case $a in -c) makes=1;; -E|-S) file=; makes=; break;; *.c) file=$a;; esac
            done
            [[ -n $makes && $file == *.c ]] || exec {{compiler}} "$@"
            complaints=$(mktemp)
            if {{compiler}} "$@" 2> "$complaints"; then
              cat "$complaints" >&2; rm "$complaints"
              echo "port $file" >> '{{At("kernels-units")}}'
              exit 0
            fi
            cat "$complaints" >&2
            echo "c $file: $(grep -m1 -o 'error: .*' "$complaints")" >> '{{At("kernels-units")}}'
            rm "$complaints"
            for a; do
              case $a in */lib/clang/*/include) a=$({{gcc}} -m32 -print-file-name=include);; esac
              args+=("$a")
            done
            exec {{gcc}} "${args[@]}"

            """
        );
        ToolRunner.Run(new Tool("chmod", "coreutils").Locate(), ["755", script]);
        return script;
    }

    /// <summary>Why the other compiler had to compile something: each reason with the number of its files.</summary>
    public IEnumerable<string> Refusals() =>
        File.ReadAllLines(At("kernels-units"))
            .Distinct()
            .Where(l =>
                l.StartsWith("c ", StringComparison.Ordinal) && l.Contains(": error: ", StringComparison.Ordinal)
            )
            .GroupBy(l => l[(l.IndexOf(": error: ", StringComparison.Ordinal) + 9)..])
            .Select(g => $"{g.Count()} by gcc: {g.Key}");

    /// <summary>How many C files were made objects by the compiler itself, and by gcc.</summary>
    public (int Port, int C) Units()
    {
        string[] lines = File.Exists(At("kernels-units")) ? File.ReadAllLines(At("kernels-units")) : [];
        string[] distinct = [.. lines.Where(l => !l.Contains("tmp_test", StringComparison.Ordinal)).Distinct()];
        return (
            distinct.Count(l => l.StartsWith("port ", StringComparison.Ordinal)),
            distinct.Count(l => l.StartsWith("c ", StringComparison.Ordinal))
        );
    }

    /// <summary>Bytes of code and constants of an object or of all members of an archive (size, "text").</summary>
    public long TextSize(string file)
    {
        ToolResult sizes = ToolRunner.Run(new Tool("size", "binutils").Locate(), [At(file)]);
        return sizes
            .Output.Split('\n')
            .Skip(1)
            .Select(l => l.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length > 1)
            .Sum(w => long.Parse(w[0], null));
    }
}
