using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NtmServerless.Browser.Tests.Support;

/// <summary>Somebody at a browser: the page, and what it complained about in its console.</summary>
internal sealed class Visit
{
    private readonly List<string> _complaints = [];
    private bool _offline;

    public Visit(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
        page.Console += (_, message) => Take(message.Type, $"{message.Text} ({message.Location})");
        page.PageError += (_, error) => Take("error", error);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Heading => Page.Locator("h1");

    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    public ILocator Field(string name) => Page.Locator($"[name=\"{name}\"]");

    /// <summary>Presses the first button of the form that goes to a path.</summary>
    public Task SendAsync(string action) =>
        Page.Locator($"main form[action='{action}'] button:not([type=button]), main form:not([action]) button:not([type=button])").First.ClickAsync();

    /// <summary>Presses the button and sees the form taken; what was wrong is in the failure.</summary>
    public async Task SendAndBeTakenAsync(string action)
    {
        await SendAsync(action);
        ILocator answer = Page.Locator("main .note[role=status], main .problem");
        await Assertions.Expect(answer).ToHaveCountAsync(1);
        if (await Page.Locator("main .problem").CountAsync() > 0) Xunit.Assert.Fail(await answer.InnerTextAsync());
    }

    /// <summary>Waits until the address holds a pattern.</summary>
    public Task ArrivesAsync(string pattern) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(pattern));

    /// <summary>Presses Tab until an element has the focus.</summary>
    public async Task TabToAsync(string selector)
    {
        for (int i = 0; i < 60; i++)
        {
            if (await Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector)) return;
            await Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"Tab never reaches {selector}.");
    }

    public async Task OfflineAsync(bool offline)
    {
        if (offline) _offline = true;
        await Context.SetOfflineAsync(offline);
    }

    // A form that comes back with what is wrong is a 422 on purpose; without a line requests fail, which is the point.
    private void Take(string type, string text)
    {
        if (type is not ("error" or "warning")) return;
        if (text.Contains("the server responded with a status of 4", StringComparison.Ordinal)) return;
        if (_offline && text.Contains("net::ERR_", StringComparison.Ordinal)) return;
        lock (_complaints) _complaints.Add(text);
    }
}
