using Xunit;

namespace NtmServerless.Functions.Tests.Languages;

/// <summary>A page says of each text in which language it is.</summary>
public sealed class MarkedPageTests
{
    [Theory]
    [InlineData("<p>&#xE000;Lap&#xE001; Rau</p>", "<p><span lang=\"tyz\">Lap</span> Rau</p>")]
    [InlineData("<p title=\"&#xE000;Lap > a&#xE001;\">a</p>", "<p title=\"Lap > a\">a</p>")]
    [InlineData("<title>&#xE000;Lap&#xE001;</title><p>\uE000b\uE001</p>", "<title>Lap</title><p><span lang=\"tyz\">b</span></p>")]
    [InlineData("<option>\uE000a\uE001</option>", "<option>a</option>")]
    [InlineData("<p>\uE000a \uE000b\uE001 c\uE001</p>", "<p><span lang=\"tyz\">a b c</span></p>")]
    [InlineData("<p>\uE000a<br>b\uE001</p>", "<p><span lang=\"tyz\">a</span><br>b</p>")]
    [InlineData("<svg><text>\uE000a\uE001</text></svg>\uE000b\uE001", "<svg><text>a</text></svg><span lang=\"tyz\">b</span>")]
    public void Text_OfAnOverlay_IsMarkedWhereAnElementMayStand(string written, string sent) => Assert.Equal(sent, ChosenLanguage.Mark(written, "tyz"));
}
