using System.Text.Json;
using Xunit;

namespace NtmServerless.Functions.Tests.Hosting;

/// <summary>Times as HTML inputs send them and as programs do, in forms and in JSON alike.</summary>
public sealed class WireTimesTests
{
    [Theory]
    [InlineData("07:30", "07:30:00")]
    [InlineData("07:30:15", "07:30:15")]
    [InlineData("23:59:59.5", "23:59:59")]
    public void TimeOfDay_WithOrWithoutSeconds_Reads(string sent, string kept) => Assert.All([Wire.Json, Wire.Form], options =>
        Assert.Equal($"\"{kept}\"", JsonSerializer.Serialize(JsonSerializer.Deserialize<TimeOnly>($"\"{sent}\"", options), options)));

    [Theory]
    [InlineData("2024-04-08T07:30", "2024-04-08T00:30:00Z")]
    [InlineData("2024-04-08T07:30:10", "2024-04-08T00:30:10Z")]
    [InlineData("2024-04-08T07:30:00+07:00", "2024-04-08T00:30:00Z")]
    [InlineData("2024-04-08T07:30:00Z", "2024-04-08T07:30:00Z")]
    public void Moment_WithoutAnOffset_IsOneInVietnam(string sent, string moment) => Assert.All([Wire.Json, Wire.Form], options =>
        Assert.Equal(JsonSerializer.Deserialize<DateTimeOffset>($"\"{moment}\""), JsonSerializer.Deserialize<DateTimeOffset?>($"\"{sent}\"", options)));

    [Theory]
    [InlineData("\"7h30\"")]
    [InlineData("\"25:00\"")]
    [InlineData("\"\"")]
    [InlineData("730")]
    public void TimeOfDay_ThatIsNone_IsRefusedWithItsPlace(string sent)
    {
        JsonException e = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<AnnounceForm>($$"""{"sessions":[{"date":"2024-04-08","from":{{sent}}}]}""", Wire.Form));
        Assert.Equal("$.sessions[0].from", e.Path);
    }

    [Theory]
    [InlineData("\"08/04/2024\"")]
    [InlineData("\"2024-04-31T07:30\"")]
    [InlineData("\"0001-01-01T00:00\"")]
    [InlineData("1")]
    public void Moment_ThatIsNone_IsRefusedWithItsPlace(string sent) => Assert.Equal("$.registrationClosesAt", Assert.Throws<JsonException>(() =>
        JsonSerializer.Deserialize<AnnounceForm>($$"""{"registrationClosesAt":{{sent}}}""", Wire.Json)).Path);
}
