namespace Porting.Campaigns.RealWorld;

/// <summary>
/// A project with a build of its own, built unmodified with another CC. In commands {cc} stands for the compiler,
/// {drivers} for the folder of our drivers.
/// </summary>
/// <param name="Name">Also the folder of what of ours belongs to it.</param>
/// <param name="Source">Folder that is copied, or an archive that is unpacked.</param>
/// <param name="Counted">The project's own files, by patterns relative to its root.</param>
public sealed record Project(string Name, string Source, IReadOnlyList<string> Counted)
{
    /// <summary>Members of the archive.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Folder inside the source where the commands run.</summary>
    public string Folder { get; init; } = ".";

    /// <summary>Commands of a shell that build it.</summary>
    public required IReadOnlyList<string> Build { get; init; }

    /// <summary>Commands whose output and exit status are compared.</summary>
    public required IReadOnlyList<string> Runs { get; init; }

    /// <summary>The command among those whose instructions are counted.</summary>
    public string? Measured { get; init; }
}

/// <summary>The projects of the campaign.</summary>
public static class Projects
{
    public static readonly IReadOnlyList<Project> All =
    [
        new("lua", "{librust-lua52-sys-dev}/usr/share/cargo/registry/lua52-sys-0.1.2/lua", ["src/*.c", "src/*.h"])
        {
            Build = ["make -C src generic CC='{cc}'"],
            Runs =
            [
                "src/lua {drivers}/lua/work.lua",
                "src/lua -v -e 'print(#arg, arg[1])' - one < /dev/null",
                "src/luac -p -l {drivers}/lua/work.lua | sed 's/0x[0-9a-f]*//g'",
                "src/lua -e 'error(\"seen\")'",
            ],
            Measured = "src/lua {drivers}/lua/work.lua",
        },
        new("zlib", "{binutils-source}/usr/src/binutils/binutils-2.40.tar.xz", ["*.c", "*.h"])
        {
            Members =
            [
                "binutils-2.40/zlib",
                "binutils-2.40/config",
                "binutils-2.40/config.guess",
                "binutils-2.40/config.sub",
                "binutils-2.40/config-ml.in",
                "binutils-2.40/install-sh",
                "binutils-2.40/missing",
                "binutils-2.40/depcomp",
                "binutils-2.40/compile",
                "binutils-2.40/ltmain.sh",
                "binutils-2.40/ar-lib",
            ],
            Folder = "binutils-2.40/zlib",
            Build =
            [
                "./configure CC='{cc}'",
                "make",
                "{cc} -O2 -I. {drivers}/zlib/driver.c libz.a -o driver",
                "{cc} -O2 -I. minigzip.c libz.a -o minigzip",
            ],
            Runs =
            [
                "./driver",
                "./minigzip < trees.c | ./minigzip -d | cmp - trees.c",
                "./minigzip -9 < deflate.c | cksum",
            ],
            Measured = "./driver",
        },
        new(
            "calculator",
            "{drivers}/../../Semantics/Projects/calculator",
            ["*.c", "*.h", "lib/*.c", "lib/*.h", "tools/*.c"]
        )
        {
            Build = ["make CC='{cc}'"],
            Runs = ["make -s check CC='{cc}'"],
        },
    ];
}
