using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Porting.Translator.Output;

/// <summary>A long text of which only the hash is wanted: it is never in memory as a whole.</summary>
internal sealed class HashedText
{
    private const int PieceChars = 1 << 15;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly StringBuilder _piece = new();

    public HashedText Append(object value)
    {
        _piece.Append(CultureInfo.InvariantCulture, $"{value}");
        if (_piece.Length > PieceChars)
        {
            Flush();
        }

        return this;
    }

    /// <summary>SHA-256 of the text in UTF-8, in hexadecimal; ends the text.</summary>
    public string Hash()
    {
        Flush();
        using (_hash)
        {
            return Convert.ToHexStringLower(_hash.GetHashAndReset());
        }
    }

    private void Flush()
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(_piece.ToString()));
        _piece.Clear();
    }
}
