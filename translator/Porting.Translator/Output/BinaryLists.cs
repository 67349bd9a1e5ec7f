namespace Porting.Translator.Output;

/// <summary>Lists in the tool's own binary files: a number of elements, then each of them.</summary>
public static class BinaryLists
{
    public static void Many<T>(this BinaryWriter writer, IReadOnlyCollection<T> values, Action<T> write)
    {
        writer.Write(values.Count);
        foreach (T value in values)
        {
            write(value);
        }
    }

    public static void Many(this BinaryWriter writer, IReadOnlyCollection<string> values) =>
        writer.Many(values, writer.Write);

    /// <summary>Values by their names: what <see cref="Table{T}(BinaryReader, Func{BinaryReader, T})"/> reads.</summary>
    public static void Table<T>(
        this BinaryWriter writer,
        IReadOnlyCollection<KeyValuePair<string, T>> values,
        Action<T> write
    ) =>
        writer.Many(
            values,
            v =>
            {
                writer.Write(v.Key);
                write(v.Value);
            }
        );

    public static T[] Many<T>(this BinaryReader reader, Func<BinaryReader, T> read)
    {
        T[] values = new T[reader.ReadInt32()];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = read(reader);
        }

        return values;
    }

    public static string[] Strings(this BinaryReader reader) => reader.Many(r => r.ReadString());

    public static Dictionary<string, T> Table<T>(this BinaryReader reader, Func<BinaryReader, T> read)
    {
        int count = reader.ReadInt32();
        Dictionary<string, T> table = new(count, StringComparer.Ordinal);
        for (; count > 0; count--)
        {
            table.Add(reader.ReadString(), read(reader));
        }

        return table;
    }

    /// <summary>What a writer was given.</summary>
    public static byte[] Written(Action<BinaryWriter> write)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        write(writer);
        writer.Flush();
        return bytes.ToArray();
    }
}
