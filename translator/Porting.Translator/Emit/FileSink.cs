namespace Porting.Translator.Emit;

/// <summary>Where files go: to the caller's sink, or into a list.</summary>
internal sealed class FileSink(Action<OutputFile>? sink)
{
    private readonly List<OutputFile> _files = [];
    private int _count;

    public int Count => _count;

    public IReadOnlyList<OutputFile> Sorted => [.. _files.OrderBy(f => f.Path, StringComparer.Ordinal)];

    public void Add(OutputFile file)
    {
        Interlocked.Increment(ref _count);
        if (sink != null)
        {
            sink(file);
            return;
        }

        lock (_files)
        {
            _files.Add(file);
        }
    }

    /// <summary>Adds a file unless it is empty.</summary>
    public void AddIfAny(string path, string text)
    {
        if (text.Length > 0)
        {
            Add(new OutputFile(path, text, []));
        }
    }
}
