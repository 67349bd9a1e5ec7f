using System.Globalization;
using System.Net;
using System.Text;

namespace Porting.Demo;

/// <summary>The page of evidence: one file, no scripts, pictures inline.</summary>
internal static class Page
{
    private const string Style =
        "body{font:14px/1.4 sans-serif;max-width:1150px;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:.25em .6em;text-align:left;vertical-align:top}"
        + "td.n{font-family:monospace}.yes{color:#137333}.no{color:#b3261e;font-weight:bold}figure{margin:.4em 0}figcaption{font-size:12px;color:#444}h3{font-size:14px}.maps{display:flex;gap:1.5em;flex-wrap:wrap}"
        + "td:first-child{white-space:nowrap}svg text{font:11px monospace;fill:#555}.mark{fill:none;stroke:#d00000;stroke-width:2.5}.legend{font-size:12px;color:#444}.legend span{display:inline-block;width:14px;height:14px;vertical-align:-2px;margin:0 4px 0 8px}"
        + ".legend .frame{border:2.5px solid #d00000;width:9px;height:9px}.bytes{width:auto}h2{margin-top:2em;border-top:2px solid #888;padding-top:.5em}";

    private const int BytesShown = 24;

    public static string Write(IReadOnlyList<Check> checks, IReadOnlyList<Evidence> boots, byte[] disk)
    {
        StringBuilder html = new();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Drivers on both kernels</title><style>{Style}</style><h1>Drivers on both kernels</h1>"
        );
        html.Append(
            "<p>Floppy disk (ISA DMA channel 2), Sound Blaster 16 (channels 1 and 5) and PCnet (PCI bus master), driven by the same C in both kernels; the C# kernel runs its translation. What is compared is computed on the host.</p>"
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>{checks.Count(c => c.Holds)} of {checks.Count} statements hold.</p>"
        );
        Figures(html, boots);
        foreach (IGrouping<string, Check> group in checks.GroupBy(c => c.Subject))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(group.Key)}</h2>");
            Table(html, group);
            if (boots.FirstOrDefault(b => b.Machine.ToString() == group.Key) is { } boot)
            {
                Maps(html, boot);
                Bytes(html, boot, disk);
            }
        }

        return html.Append("</html>\n").ToString();
    }

    private static void Figures(StringBuilder html, IReadOnlyList<Evidence> boots)
    {
        html.Append(
            "<h2>Memory</h2><table><tr><th>machine<th>the kernel uses memory up to<th>free pages after boot<th>of these below 16 MiB<th>of these with nine tenths of the DMA memory taken<th>and when all was given back<th>DMA buffers of 18 KiB at once<th>DMA blocks of 64 KiB at once</tr>"
        );
        foreach (Evidence boot in boots)
        {
            KernelReport r = boot.Report;
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{boot.Machine}<td class=n>0x{r.MemoryEnd:x8}<td class=n>{r.FreePagesAtBoot}<td class=n>{r.Free("boot").Dma}<td class=n>{r.Free("used").Dma}<td class=n>{r.Free("after").Dma}<td class=n>{r.BuffersAtOnce(18432)}<td class=n>{r.BuffersAtOnce(65536)}</tr>"
            );
        }

        html.Append(
            "</table><p>The C kernel takes its DMA memory from a pool of 448 KiB that is set aside at boot, so nine tenths of that pool are taken there; in the C# kernel it is nine tenths of all that is free below 16 MiB.</p>"
        );
    }

    private static void Table(StringBuilder html, IEnumerable<Check> checks)
    {
        html.Append("<table>");
        foreach (Check check in checks)
        {
            string verdict = check.Holds ? "<td class=yes>yes" : "<td class=no>NO";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr>{verdict}<td>{Text(check.Statement)}<td class=n>{Text(check.Figures)}</tr>"
            );
        }

        html.Append("</table>");
    }

    private static void Maps(StringBuilder html, Evidence boot)
    {
        (string Name, string Title)[] moments =
        [
            ("boot", "after boot"),
            ("used", "while nine tenths of the DMA memory are taken"),
            ("after", "when all was given back"),
        ];
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h3>Free memory below 16 MiB, a row for each 4 MiB, a cell for each 64 KiB</h3>{MemoryMap.Legend()}"
        );
        foreach ((string name, string title) in moments)
        {
            MemoryMap map = new(boot.Report.Lines, name);
            bool hasBuffer = name == "used";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<figure><figcaption>{title}: {map.DmaPages} pages free</figcaption>{map.DmaSvg(boot.Report.Buffer.Address, hasBuffer ? boot.Report.Buffer.Bytes : 0)}</figure>"
            );
        }

        html.Append("<h3>Free memory above</h3><div class=maps>");
        foreach ((string name, string title) in moments)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<figure><figcaption>{title}</figcaption>{new MemoryMap(boot.Report.Lines, name).NormalSvg(boot.Report.MemoryEnd)}</figure>"
            );
        }

        html.Append("</div>");
    }

    /// <summary>The first bytes of what pmemsave read, under the same bytes of the disk's image.</summary>
    private static void Bytes(StringBuilder html, Evidence boot, byte[] disk)
    {
        KernelReport report = boot.Report;
        html.Append(
            "<h3>Memory as the emulator sees it (QMP pmemsave), first bytes</h3><table class=bytes><tr><th>what<th>where<th>bytes</tr>"
        );
        Row(
            html,
            "the disk's last cylinder",
            $"image, sector {report.Buffer.Sector}",
            report.Buffer.Sector >= 0 ? disk.AsSpan(report.Buffer.Sector * 512) : default
        );
        Row(html, "the buffer it was read into", $"0x{report.Buffer.Address:x8}", boot.Witness.Buffer);
        Row(html, "the disk's first sector", "image, sector 0", disk);
        Row(
            html,
            "forced above 16 MiB: where it should have gone",
            $"0x{report.Forced.High:x8}",
            boot.Witness.HighPage
        );
        Row(html, "and where it went", $"0x{report.Forced.Alias:x8}", boot.Witness.AliasPage);
        html.Append("</table>");
    }

    private static void Row(StringBuilder html, string what, string where, ReadOnlySpan<byte> bytes)
    {
        string text = bytes.IsEmpty
            ? "not read"
            : string.Join(
                ' ',
                bytes[..BytesShown].ToArray().Select(b => b.ToString("x2", CultureInfo.InvariantCulture))
            );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<tr><td>{Text(what)}<td class=n>{Text(where)}<td class=n>{text}</tr>"
        );
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
