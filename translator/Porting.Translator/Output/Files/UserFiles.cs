using System.Text;

namespace Porting.Translator.Output.Files;

/// <summary>Changes of files that people write as well, all or none. What is not changed in a file stays byte for byte:
/// line endings, a byte order mark, bytes that are no UTF-8.</summary>
/// <param name="home">The project's folder.</param>
/// <param name="root">The folder that the files are in.</param>
public sealed class UserFiles(string home, string root) : IDisposable
{
    private readonly FileTransaction _transaction = new(home);
    private readonly Dictionary<string, (byte[] Contents, string? Old)> _files = new(StringComparer.Ordinal);

    /// <summary>Changes a file's text; of one file any number of times.</summary>
    public void Edit(string path, Func<string, string> change)
    {
        string real = Paths.Real(path);
        (byte[] contents, string? old) = _files.TryGetValue(real, out (byte[], string?) known) ? known : Read(real);
        Encoding encoding = EncodingOf(contents);
        _files[real] = (encoding.GetBytes(change(encoding.GetString(contents))), old);
    }

    /// <summary>Gives a file another text, in UTF-8; one that is not there is made.</summary>
    public void Write(string path, string text)
    {
        string real = Paths.Real(path);
        _files[real] = (Encoding.UTF8.GetBytes(text), Named(real, Disk.Instance.Identify));
    }

    public void Commit()
    {
        foreach ((string path, (byte[] contents, string? old)) in _files)
        {
            if (FileTransaction.IdentityOf(contents) != old)
            {
                _transaction.Write(path, root, contents, old);
            }
        }

        _transaction.Commit();
    }

    public void Dispose() => _transaction.Dispose();

    private static (byte[], string?) Read(string path)
    {
        byte[] contents = Named(path, Disk.Instance.Read);
        return (contents, FileTransaction.IdentityOf(contents));
    }

    private static T Named<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (DiskException exception)
        {
            throw new PortException(
                PortDiagnostic.Error("PORT4010", new SourceLocation(path, 0, 0), $"cannot be read: {exception.Message}")
            );
        }
    }

    /// <summary>UTF-8, which keeps a mark at the beginning as a character; where that loses bytes, one byte a
    /// character.</summary>
    private static Encoding EncodingOf(byte[] contents)
    {
        UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        try
        {
            _ = strict.GetCharCount(contents);
            return strict;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1;
        }
    }
}
