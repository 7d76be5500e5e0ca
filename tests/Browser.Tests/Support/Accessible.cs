using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NtmServerless.Browser.Tests.Support;

/// <summary>What a page must never have: a violation of axe, or a need to scroll sideways on a phone.</summary>
internal static class Accessible
{
    private static readonly AxeRunOptions Rules = new()
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] },
    };

    /// <summary>What is wrong with the page that is shown, each with its place, a line each; empty where nothing is.</summary>
    public static async Task<string> FaultsAsync(this IPage page)
    {
        AxeResult result = await page.RunAxe(Rules);
        List<string> faults = [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}"))];
        int over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0)
            faults.Add($"{over} pixels wider than the screen: " + await page.EvaluateAsync<string>(
                "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.wide')).slice(0, 3).map(e => e.outerHTML.slice(0, 150)).join(' | ')"));
        return string.Join('\n', faults);
    }
}
