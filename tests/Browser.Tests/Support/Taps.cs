using Microsoft.Playwright;
using Xunit;

namespace NtmServerless.Browser.Tests.Support;

/// <summary>What somebody does on the way to what they came for: taps with choices, and fields that they type.</summary>
internal sealed class Taps(Visit visit)
{
    private int _taps;
    private int _fields;

    /// <summary>Taps what leads on: a link, a button, a box.</summary>
    public Task TapAsync(string selector) => TapAsync(visit.Page.Locator(selector));

    /// <summary>Taps what leads on: a link, a button, a box.</summary>
    public Task TapAsync(ILocator target)
    {
        _taps++;
        return target.ClickAsync();
    }

    /// <summary>Chooses from a list; counts as a tap.</summary>
    public Task ChooseAsync(string name, string value)
    {
        _taps++;
        return visit.Field(name).SelectOptionAsync(value);
    }

    public Task TypeAsync(string name, string text)
    {
        _fields++;
        return visit.Field(name).FillAsync(text);
    }

    /// <summary>The way was no longer than this.</summary>
    public void AtMost(int taps, int fields) =>
        Assert.True(_taps <= taps && _fields <= fields, $"{_taps} taps and {_fields} fields instead of {taps} and {fields}");
}
