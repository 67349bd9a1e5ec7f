using System.Net;
using System.Text;

namespace Porting.Review;

/// <summary>
/// The review page: an index with the counts and the stale replacements on top, and one page per C file with each
/// function's C and C# side by side. Input: a <see cref="ReviewModel"/>. Output: file names and texts, self-contained
/// (no scripts or styles from elsewhere), deterministic.
/// </summary>
public static class HtmlReport
{
    public static IReadOnlyDictionary<string, string> Render(ReviewModel model)
    {
        SortedDictionary<string, string> pages = new(StringComparer.Ordinal) { ["index.html"] = Index(model) };
        foreach (IGrouping<string, ReviewFunction> file in model.ByFile)
        {
            pages[PageName(file.Key)] = FilePage(model, file.Key, [.. file]);
        }

        return pages;
    }

    private static string PageName(string cFile) => cFile.Replace('/', '.') + ".html";

    private static string Index(ReviewModel model)
    {
        StringBuilder body = new();
        body.Append($"<h1>{Text(model.Title)}</h1>");
        body.Append("<p class=counts>");
        foreach (FunctionState state in Enum.GetValues<FunctionState>())
        {
            body.Append($"{Badge(state)} {model.Count(state)} &nbsp; ");
        }

        body.Append($"<b>{model.Functions.Count}</b> functions</p>");
        AppendStale(body, model);
        AppendSearch(body, model);
        body.Append(
            "<h2>Files</h2><table class=files><tr><th>C file<th>functions<th>generated<th>replaced<th>stale<th>dropped</tr>"
        );
        foreach (IGrouping<string, ReviewFunction> file in model.ByFile)
        {
            int Of(FunctionState state) => file.Count(f => f.State == state);
            body.Append(
                $"<tr><td><a href=\"{PageName(file.Key)}\">{Text(file.Key)}</a><td>{file.Count()}<td>{Of(FunctionState.Generated)}"
            );
            body.Append(
                $"<td>{Of(FunctionState.Replaced)}<td>{Of(FunctionState.Stale)}<td>{Of(FunctionState.Dropped)}</tr>"
            );
        }

        body.Append("</table>");
        return Page(model.Title, body.ToString());
    }

    /// <summary>A list of all functions that shows what matches the word typed; without scripts it is just the
    /// list.</summary>
    private static void AppendSearch(StringBuilder body, ReviewModel model)
    {
        body.Append(
            "<h2>Functions</h2><p><input id=word type=search placeholder=\"name of a function or file\" autofocus></p><ul id=functions hidden>"
        );
        foreach (ReviewFunction function in model.Functions.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            body.Append(
                $"<li><a href=\"{PageName(function.CFile)}#{Text(function.Name)}\">{Text(function.Name)}</a> {Badge(function.State)} <small>{Text(function.CFile)}</small></li>"
            );
        }

        body.Append("</ul><script>");
        body.Append(
            "const list = document.getElementById('functions'); document.getElementById('word').oninput = e => { const word = e.target.value.trim().toLowerCase(); list.hidden = word.length < 2; "
        );
        body.Append(
            "for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(word); };</script>"
        );
    }

    private static void AppendStale(StringBuilder body, ReviewModel model)
    {
        List<ReviewFunction> stale = [.. model.Functions.Where(f => f.State == FunctionState.Stale)];
        if (stale.Count == 0)
        {
            return;
        }

        body.Append(
            "<h2>Stale replacements</h2><p>The C of these functions has changed since their handwritten C# was accepted.</p>"
        );
        foreach (ReviewFunction function in stale)
        {
            body.Append(
                $"<h3><a href=\"{PageName(function.CFile)}#{Text(function.Name)}\">{Text(function.Name)}</a> <small>{Text(function.CFile)}</small></h3>"
            );
            body.Append($"<pre class=diff>{DiffLines(function.CDifference)}</pre>");
        }
    }

    private static string FilePage(ReviewModel model, string cFile, IReadOnlyList<ReviewFunction> functions)
    {
        StringBuilder body = new();
        body.Append($"<p><a href=\"index.html\">{Text(model.Title)}</a></p><h1>{Text(cFile)}</h1><p class=toc>");
        foreach (ReviewFunction function in functions)
        {
            body.Append($"<a href=\"#{Text(function.Name)}\">{Text(function.Name)}</a> ");
        }

        body.Append("</p>");
        foreach (ReviewFunction function in functions)
        {
            body.Append(
                $"<section id=\"{Text(function.Name)}\"><h2>{Text(function.Name)} {Badge(function.State)}</h2>"
            );
            if (function.CDifference.Length > 0)
            {
                body.Append($"<pre class=diff>{DiffLines(function.CDifference)}</pre>");
            }

            body.Append("<div class=pair>");
            (List<string?> c, List<string?> cSharp) = LineAlignment.Of(function);
            AppendSide(body, $"{cFile}:{function.CLine}", c, function.CLine);
            AppendSide(
                body,
                function.CSharpFile.Length == 0 ? "no C#" : $"{function.CSharpFile}:{function.CSharpLine}",
                cSharp,
                function.CSharpLine
            );
            body.Append("</div></section>");
        }

        return Page($"{cFile} - {model.Title}", body.ToString());
    }

    private static void AppendSide(StringBuilder body, string label, IReadOnlyList<string?> lines, int firstLine)
    {
        body.Append($"<div class=side><div class=label>{Text(label)}</div><pre>");
        int line = firstLine;
        foreach (string? content in lines)
        {
            body.Append(content == null ? "\n" : $"<i>{line++}</i>{Text(Untabbed(content))}\n");
        }

        body.Append("</pre></div>");
    }

    /// <summary>Tabs as blanks: the line number in front would move a browser's tab stops.</summary>
    private static string Untabbed(string line)
    {
        StringBuilder text = new();
        foreach (char c in line)
        {
            text.Append(c == '\t' ? new string(' ', 8 - text.Length % 8) : c.ToString());
        }

        return text.ToString();
    }

    private static string DiffLines(string difference)
    {
        StringBuilder html = new();
        foreach (string line in difference.TrimEnd('\n').Split('\n'))
        {
            string kind =
                line.StartsWith('+') ? "ins"
                : line.StartsWith('-') ? "del"
                : "span";
            html.Append($"<{kind}>{Text(line)}</{kind}>\n");
        }

        return html.ToString();
    }

    private static string Badge(FunctionState state) =>
        $"<span class=\"badge {state.ToString().ToLowerInvariant()}\">{state.ToString().ToLowerInvariant()}</span>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Page(string title, string body) =>
        $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{Text(
                title
            )}}</title><style>
            body { font: 15px/1.45 system-ui, sans-serif; margin: 1.5rem; color: #1c2128; background: #fff }
            h2 { margin: 1.6rem 0 .5rem; font-size: 1.15rem } h3 { margin: 1rem 0 .3rem; font-size: 1rem } small { color: #667; font-weight: normal }
            table { border-collapse: collapse } td, th { padding: .2rem .9rem .2rem 0; text-align: right; border-bottom: 1px solid #e3e6ea } td:first-child, th:first-child { text-align: left }
            .badge { font-size: .75rem; padding: .1rem .45rem; border-radius: .6rem; vertical-align: middle }
            .generated { background: #dcf0e0 } .replaced { background: #dbe7fb } .stale { background: #ffe2b8 } .dropped { background: #e6e6e6 }
            .toc a { margin-right: .6rem; white-space: nowrap } a { color: #0b57a8; text-decoration: none }
            .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .8rem } .side { border: 1px solid #d9dde2; border-radius: 4px; overflow-x: auto }
            .label { background: #f3f5f7; color: #556; padding: .2rem .6rem; font-size: .8rem } pre { margin: 0; padding: .5rem; font: 12.5px/1.4 ui-monospace, monospace; tab-size: 8 }
            pre i { display: inline-block; width: 3.2em; color: #a0a8b0; font-style: normal; user-select: none }
            input { font: inherit; padding: .3rem .6rem; width: 24rem; border: 1px solid #c5ccd3; border-radius: 4px } #functions { columns: 2; padding-left: 1.2rem; margin: .3rem 0 }
            .diff { border: 1px solid #f0d9b0; background: #fffaf2; overflow-x: auto } ins { background: #dcf5e0; text-decoration: none } del { background: #fbdede; text-decoration: none }
            </style></head><body>
            {{body}}
            </body></html>

            """;
}
