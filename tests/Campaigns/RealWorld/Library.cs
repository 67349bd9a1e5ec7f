namespace Porting.Campaigns.RealWorld;

/// <summary>A library that Debian packages as source, with a driver program of ours in the folder of its
/// name.</summary>
/// <param name="Name">Also the folder of the driver.</param>
/// <param name="Counted">The library's own files, whose lines are counted.</param>
public sealed record Library(string Name, IReadOnlyList<string> Counted)
{
    /// <summary>Files to compile beside the driver; none for libraries that are headers.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Arguments for both compilers.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Arguments of the program: data files.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>The program may be so many times as large as clang's.</summary>
    public double MostSize { get; init; } = RealResult.UsualSize;
}

/// <summary>The libraries of the campaign.</summary>
public static class Libraries
{
    private const string Stb = "{libstb-dev}/usr/include/stb/";
    private const string Ut = "{uthash-dev}/usr/include/";
    private const string Sounds = "{sound-theme-freedesktop}/usr/share/sounds/freedesktop/stereo/";

    public static readonly IReadOnlyList<Library> All =
    [
        .. new[]
        {
            "stb_image_write",
            "stb_rect_pack",
            "stb_sprintf",
            "stb_ds",
            "stb_perlin",
            "stb_dxt",
            "stb_image_resize",
            "stb_connected_components",
            "stb_hexwave",
            "stb_easy_font",
        }.Select(Header),
        // Nothing but divisions, which are the processor's here: LLVM may not conclude that a divisor is not 0, and so
        // does not make -(a / -b) and a / b one.
        Header("stb_divide") with
        {
            MostSize = 1.1,
        },
        Header("stb_image") with
        {
            Flags = ["-I{libstb-dev}/usr/include", "-DSTBI_NO_SIMD"],
        },
        Header("stb_truetype") with
        {
            Data = ["{fonts-dejavu-core}/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"],
        },
        Header("stb_vorbis") with
        {
            Data = [Sounds + "bell.oga", Sounds + "complete.oga", Sounds + "dialog-warning.oga"],
        },
        Header("stb_c_lexer") with
        {
            Data = [Stb + "stb_image.h", Stb + "stb.h"],
        },
        new("uthash", [Ut + "uthash.h"]) { Flags = ["-I" + Ut] },
        new("utlist", [Ut + "utlist.h", Ut + "utarray.h", Ut + "utstring.h", Ut + "utringbuffer.h", Ut + "utstack.h"])
        {
            Flags = ["-I" + Ut],
        },
        new("jsmn", ["{libjsmn-dev}/usr/include/jsmn.h"]) { Flags = ["-I{libjsmn-dev}/usr/include"] },
    ];

    private static Library Header(string name) =>
        new(name, [$"{Stb}{name}.h"]) { Flags = ["-I{libstb-dev}/usr/include"] };
}
