using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace NtmServerless.Browser.Tests.Support;

/// <summary>
/// A tab for each person, for tests that only look: starting a browser costs more than showing a page. A tab in which a test
/// failed is closed, so that no test sees what another one left.
/// </summary>
public sealed class Tabs(BrowserApp app) : IAsyncDisposable
{
    private readonly Dictionary<Who, (Visit Visit, ICDPSession Tools)> _open = [];

    /// <summary>Pixels of a sheet of A4 between its margins.</summary>
    internal const int Paper = 718;

    // An old phone, a desk at 200 percent.
    private const int OldPhone = 320, Zoomed = 640;

    /// <summary>Shows somebody a page on a phone and then, without loading it again, on a desk.</summary>
    /// <param name="everywhere">On an old phone, at 200 percent and on paper too: nothing may hang out there.</param>
    internal async Task LookAsync(Who who, Func<Visit, Task> going, Func<Visit, Size, Task> looking, bool everywhere = false)
    {
        (Visit visit, ICDPSession tools) = _open.Remove(who, out (Visit, ICDPSession) open) ? open : await OpenAsync(who);
        try
        {
            await BecomeAsync(visit.Page, tools, Size.Phone);
            await going(visit);
            await looking(visit, Size.Phone);
            if (everywhere) await LookElsewhereAsync(visit.Page, tools);
            await BecomeAsync(visit.Page, tools, Size.Desktop);
            await looking(visit, Size.Desktop);
            Assert.Empty(visit.Complaints);
        }
        catch
        {
            await visit.Context.DisposeAsync();
            throw;
        }

        _open[who] = (visit, tools);
    }

    private static async Task LookElsewhereAsync(IPage page, ICDPSession tools)
    {
        List<string> faults = [];
        foreach (int width in (int[])[OldPhone, Zoomed])
        {
            await WidenAsync(tools, width);
            if (await page.OverflowAsync() is { Length: > 0 } over) faults.Add($"at {width}: {over}");
        }

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await WidenAsync(tools, Paper);
        if (await page.OverflowAsync() is { Length: > 0 } cut) faults.Add($"on paper: {cut}");
        if (await page.PrintedAsync() is { Length: > 0 } printed) faults.Add($"on paper there is {printed}");
        await page.EmulateMediaAsync(new() { Media = Media.Null });
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task WidenAsync(ICDPSession tools, int width) => await tools.SendAsync("Emulation.setDeviceMetricsOverride", new()
    {
        ["width"] = width,
        ["height"] = 900,
        ["deviceScaleFactor"] = 1,
        ["mobile"] = false,
    });

    public async ValueTask DisposeAsync()
    {
        foreach ((Visit visit, _) in _open.Values) await visit.Context.DisposeAsync();
    }

    private async Task<(Visit Visit, ICDPSession Tools)> OpenAsync(Who who)
    {
        Visit visit = await app.OpenAsync(Size.Phone, who);
        return (visit, await visit.Context.NewCDPSessionAsync(visit.Page));
    }

    // As the browser's own device tools do it; Playwright alone cannot make a desk of a phone.
    private static async Task BecomeAsync(IPage page, ICDPSession tools, Size size)
    {
        ViewportSize screen = size.Screen();
        bool phone = size == Size.Phone;
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        await tools.SendAsync("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = screen.Width,
            ["height"] = screen.Height,
            ["screenWidth"] = screen.Width,
            ["screenHeight"] = screen.Height,
            ["deviceScaleFactor"] = 1,
            ["mobile"] = phone,
        });
        await tools.SendAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = phone });
        string seen = await page.EvaluateAsync<string>("`${screen.width} ${matchMedia('(pointer: coarse)').matches}`");
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{screen.Width} {(phone ? "true" : "false")}"), seen);
    }
}
