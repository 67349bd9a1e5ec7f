namespace Porting.Cli.Init;

/// <summary>
/// The words of a link that a port keeps: not the output, the map and the emulation, which the tool has itself; the
/// linker script apart. Errors: PORT9042 for an image that is not of i386.
/// </summary>
internal sealed class LinkWords(string directory)
{
    private readonly List<string> _arguments = [];

    /// <summary>Absolute; empty when none is named.</summary>
    public string Script { get; private set; } = "";

    public IReadOnlyList<string> Arguments => _arguments;

    /// <summary>A file that no unit makes, by the name that a link in this folder has for it.</summary>
    public void AddFile(string file, string from) =>
        _arguments.Add(from == directory ? file : Path.GetRelativePath(directory, Path.GetFullPath(file, from)));

    /// <summary>ld's own words.</summary>
    public void AddOfLinker(IReadOnlyList<string> words, Action<string> onFile)
    {
        bool isBinary = false;
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            string? next = i + 1 < words.Count ? words[i + 1] : null;
            switch (word)
            {
                case "-o" or "-Map" or "--oformat":
                    i++;
                    break;
                case "-T" or "--script":
                    Script = Path.GetFullPath(next ?? "", directory);
                    i++;
                    break;
                case "-m":
                    CheckEmulation(next ?? "");
                    i++;
                    break;
                case "-b" or "--format":
                    isBinary = next == "binary";
                    _arguments.AddRange([word, next ?? ""]);
                    i++;
                    break;
                case "-e"
                or "-u"
                or "-z"
                or "-L"
                or "-l"
                or "--defsym"
                or "--entry"
                or "-y"
                or "-Ttext"
                or "-Tdata"
                or "-Tbss":
                    _arguments.AddRange([word, next ?? ""]);
                    i++;
                    break;
                default:
                    AddOne(word, isBinary, onFile);
                    break;
            }
        }
    }

    private void AddOne(string word, bool isBinary, Action<string> onFile)
    {
        if (!word.StartsWith('-') && !isBinary)
        {
            onFile(word);
        }
        else if (word.StartsWith("--script=", StringComparison.Ordinal))
        {
            Script = Path.GetFullPath(word[9..], directory);
        }
        else if (word.StartsWith("-T", StringComparison.Ordinal) && !IsAddress(word))
        {
            Script = Path.GetFullPath(word[2..], directory);
        }
        else if (word.StartsWith("-m", StringComparison.Ordinal) && word.Contains("elf", StringComparison.Ordinal))
        {
            CheckEmulation(word[2..]);
        }
        else if (!IsOurs(word))
        {
            _arguments.Add(word);
        }
    }

    /// <summary>What a compiler hands to the linker.</summary>
    public void AddOfCompiler(string option, IReadOnlyList<string> words)
    {
        string word = words[0];
        if (word.StartsWith("-Wl,", StringComparison.Ordinal))
        {
            AddOfLinker(word[4..].Split(','), f => AddFile(f, directory));
        }
        else if (option is "-Xlinker" && words.Count > 1)
        {
            AddOfLinker([words[1]], f => AddFile(f, directory));
        }
        else if (
            word != "-lgcc" // the tool has what of it a kernel needs
            && (word is "-T" or "-e" or "-u" or "-z" || word[..Math.Min(2, word.Length)] is "-T" or "-L" or "-l")
        )
        {
            AddOfLinker(words, f => AddFile(f, directory));
        }
    }

    private static bool IsAddress(string word) =>
        word.StartsWith("-Ttext", StringComparison.Ordinal)
        || word.StartsWith("-Tdata", StringComparison.Ordinal)
        || word.StartsWith("-Tbss", StringComparison.Ordinal);

    private static bool IsOurs(string word) =>
        word.StartsWith("-Map=", StringComparison.Ordinal)
        || word.StartsWith("--oformat=", StringComparison.Ordinal)
        || word.StartsWith("--output=", StringComparison.Ordinal)
        || word is "--no-warn-rwx-segments";

    private static void CheckEmulation(string name)
    {
        if (name != "elf_i386")
        {
            throw new PortException(
                PortDiagnostic.Error(
                    "PORT9042",
                    SourceLocation.None,
                    $"the image is linked for {name}: the tool makes images for elf_i386"
                )
            );
        }
    }
}
