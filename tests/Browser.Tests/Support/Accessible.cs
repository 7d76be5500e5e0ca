using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NtmServerless.Browser.Tests.Support;

/// <summary>What a page must never have: a violation of axe, or a need to scroll sideways on a phone.</summary>
internal static class Accessible
{
    // In the page itself: the library's own way opens a second page for each result, for frames that no page of ours has.
    private const string Run = """
        async tags => (await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } }))
          .violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

    /// <summary>What is wrong with the page that is shown, each with its place, a line each; empty where nothing is.</summary>
    public static async Task<string> FaultsAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        List<string> faults = [.. await page.EvaluateAsync<string[]>(Run, Tags)];
        int over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0)
            faults.Add($"{over} pixels wider than the screen: " + await page.EvaluateAsync<string>(
                "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.parentElement.closest('.scroll')).slice(0, 3).map(e => e.outerHTML.slice(0, 150)).join(' | ')"));
        return string.Join('\n', faults);
    }
}
