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

    // What is cut inside something that slides does not count on a screen; paper does not slide.
    private const string Over = """
        () => {
          const page = document.documentElement, over = page.scrollWidth - page.clientWidth;
          if (over <= 0) return '';
          const wide = [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > page.clientWidth + 1 && !e.parentElement.closest('.scroll'));
          return `${over} pixels wider than the screen: ` + wide.slice(0, 3).map(e => e.outerHTML.slice(0, 150)).join(' | ');
        }
        """;

    private const string Slides = """
        () => [...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1)
          .map(e => `${e.scrollWidth - e.clientWidth} pixels of a table are cut: ${e.textContent.trim().slice(0, 80)}`).join(' | ')
        """;

    private const string OfTheScreen = """
        () => [...document.querySelectorAll('nav, .find, .btn, [role=search], .ribbon, footer')]
          .filter(e => e.getClientRects().length > 0).slice(0, 3).map(e => e.outerHTML.slice(0, 150)).join(' | ')
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

    /// <summary>What is wrong with the page that is shown, each with its place, a line each; empty where nothing is.</summary>
    public static async Task<string> FaultsAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        List<string> faults = [.. await page.EvaluateAsync<string[]>(Run, Tags)];
        if (await page.OverflowAsync() is { Length: > 0 } over) faults.Add(over);
        return string.Join('\n', faults);
    }

    /// <summary>What is wider than the screen, or the paper; empty where nothing is.</summary>
    public static Task<string> OverflowAsync(this IPage page) => page.EvaluateAsync<string>(Over);

    /// <summary>Tables that have to be pushed sideways to be read; empty where there is none.</summary>
    public static Task<string> SlidingAsync(this IPage page) => page.EvaluateAsync<string>(Slides);

    /// <summary>What nobody needs on paper and yet is printed; empty where there is nothing.</summary>
    public static Task<string> PrintedAsync(this IPage page) => page.EvaluateAsync<string>(OfTheScreen);
}
