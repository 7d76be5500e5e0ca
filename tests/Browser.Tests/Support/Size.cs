using Microsoft.Playwright;

namespace NtmServerless.Browser.Tests.Support;

/// <summary>What somebody holds in the hand or has on the desk.</summary>
public enum Size
{
    Phone,
    Desktop,
}

internal static class Sizes
{
    /// <param name="locale">The language of the browser itself.</param>
    public static BrowserNewContextOptions Context(this Size size, bool scripts, string locale) => new()
    {
        ViewportSize = size.Screen(),
        HasTouch = size == Size.Phone,
        IsMobile = size == Size.Phone,
        DeviceScaleFactor = 1,
        JavaScriptEnabled = scripts,
        Locale = locale,
        TimezoneId = "Asia/Ho_Chi_Minh",
    };

    /// <summary>Pixels of the screen.</summary>
    public static ViewportSize Screen(this Size size) =>
        size == Size.Phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 800 };
}
