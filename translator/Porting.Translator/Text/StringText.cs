using System.Text;

namespace Porting.Translator.Text;

/// <summary>C string bytes as C# source.</summary>
internal static class StringText
{
    /// <summary>A u8 literal when the bytes are UTF-8 without the odd control characters, else an array of bytes with
    /// its terminating zero.</summary>
    public static string Utf8Literal(byte[] bytes)
    {
        string? text = Decode(bytes);
        return text == null ? $"[{string.Join(", ", bytes.Append((byte)0))}]" : $"\"{Escape(text)}\"u8";
    }

    /// <summary>Null for what is no UTF-8.</summary>
    public static string? Decode(byte[] bytes)
    {
        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static string Escape(string text)
    {
        StringBuilder escaped = new();
        foreach (char c in text)
        {
            escaped.Append(
                c switch
                {
                    '\\' => "\\\\",
                    '"' => "\\\"",
                    '\n' => "\\n",
                    '\t' => "\\t",
                    '\r' => "\\r",
                    '\0' => "\\0",
                    '\a' => "\\a",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    '\v' => "\\v",
                    < ' ' or '\x7f' => $"\\u{(int)c:x4}",
                    _ => c.ToString(),
                }
            );
        }

        return escaped.ToString();
    }
}
