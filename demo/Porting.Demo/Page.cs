using System.Globalization;
using System.Net;
using System.Text;

namespace Porting.Demo;

/// <summary>The page of evidence: one file, no scripts, pictures inline.</summary>
internal static class Page
{
    private const string Style = "body{font:14px/1.4 sans-serif;max-width:1150px;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:.25em .6em;text-align:left;vertical-align:top}"
        + "td.n{font-family:monospace}.yes{color:#137333}.no{color:#b3261e;font-weight:bold}figure{margin:.4em 0}figcaption{font-size:12px;color:#444}h3{font-size:14px}.maps{display:flex;gap:1.5em;flex-wrap:wrap}";

    public static string Write(IReadOnlyList<Check> checks, IReadOnlyList<Evidence> boots)
    {
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Drivers on both kernels</title><style>{Style}</style><h1>Drivers on both kernels</h1>");
        html.Append("<p>Floppy disk (ISA DMA channel 2), Sound Blaster 16 (channels 1 and 5) and PCnet (PCI bus master), driven by the same C in both kernels; the C# kernel runs its translation. What is compared is computed on the host.</p>");
        html.Append(CultureInfo.InvariantCulture, $"<p>{checks.Count(c => c.Holds)} of {checks.Count} statements hold.</p>");
        Figures(html, boots);
        foreach (IGrouping<string, Check> group in checks.GroupBy(c => c.Subject))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(group.Key)}</h2>");
            Table(html, group);
            if (boots.FirstOrDefault(b => b.Machine.ToString() == group.Key) is { } boot)
            {
                Maps(html, boot);
            }
        }

        return html.Append("</html>\n").ToString();
    }

    private static void Figures(StringBuilder html, IReadOnlyList<Evidence> boots)
    {
        html.Append("<h2>Memory</h2><table><tr><th>machine<th>the kernel uses memory up to<th>free pages after boot<th>of these below 16 MiB<th>below 16 MiB with nine tenths of the DMA memory taken<th>and when all was given back<th>DMA buffers of 18 KiB at once<th>of 64 KiB</tr>");
        foreach (Evidence boot in boots)
        {
            KernelReport r = boot.Report;
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{boot.Machine}<td class=n>0x{r.MemoryEnd:x8}<td class=n>{r.FreePagesAtBoot}<td class=n>{r.Free("boot").Dma}<td class=n>{r.Free("used").Dma}<td class=n>{r.Free("after").Dma}<td class=n>{r.BuffersAtOnce(18432)}<td class=n>{r.BuffersAtOnce(65536)}</tr>");
        }

        html.Append("</table>");
    }

    private static void Table(StringBuilder html, IEnumerable<Check> checks)
    {
        html.Append("<table>");
        foreach (Check check in checks)
        {
            string verdict = check.Holds ? "<td class=yes>yes" : "<td class=no>NO";
            html.Append(CultureInfo.InvariantCulture, $"<tr>{verdict}<td>{Text(check.Statement)}<td class=n>{Text(check.Figures)}</tr>");
        }

        html.Append("</table>");
    }

    private static void Maps(StringBuilder html, Evidence boot)
    {
        html.Append("<div class=maps>");
        foreach ((string name, string title) in new[] { ("boot", "Free after boot"), ("used", "Free while nine tenths of the DMA memory are taken"), ("after", "Free when all was given back") })
        {
            html.Append(CultureInfo.InvariantCulture, $"<div><h3>{title}</h3>{new MemoryMap(boot.Report.Lines, name).ToSvg(boot.Report.MemoryEnd)}</div>");
        }

        html.Append("</div>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
